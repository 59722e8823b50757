/** The files of a new bureau's folder: those of the template, and what is the engine's own, made for it. */
import { cp, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { newArticle } from '../../src/reading/new-article.ts';
import { PROJECT } from '../../src/system/project.ts';
import { bureauPipelines } from './bureau-pipelines.ts';

export interface Engine {
  /** Where git finds it: an address, or a folder. */
  repository: string;
  /** The whole name of the commit. */
  commit: string;
  /** `2026-11-26`, the day of the first article. */
  today: string;
}

/** Marks of the engine that a bureau has until it has its own. */
const PLACEHOLDERS = ['emblem.svg', 'favicon.svg'];
/** Commands for those who work on the engine itself. */
const OF_THE_ENGINE = ['new-bureau', 'ci-locally', 'bench'];

/** What comes to the engine, and imports nothing of it. */
const SETUP = ['setup.mjs', 'fetch-engine.mjs', 'kept-engines.mjs'];
/** What pipelines run before anything is installed, at the same places. */
const BEFORE_INSTALLATION = [
  'scripts/ci/must-publish.mjs',
  'src/publish/release/reason-to-publish.mjs',
];

/** Whether there is nothing in it, or no such folder. */
export async function isEmptyFolder(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    if (error.code === 'ENOTDIR') return ['a file'];
    throw error;
  });
  return names.every((name) => name === '.git');
}

/** Fills an empty folder. Nothing of the engine's sample is in it. */
export async function makeBureau(folder: string, engine: Engine): Promise<void> {
  await mkdir(folder, { recursive: true });
  await cp(join(import.meta.dirname, 'template'), folder, { recursive: true });
  for (const name of ['gitignore', 'gitattributes']) {
    await rename(join(folder, name), join(folder, `.${name}`));
  }
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  for (const name of PLACEHOLDERS) {
    await write(`public/${name}`, await readFile(join(import.meta.dirname, 'marks', name), 'utf8'));
  }
  for (const name of SETUP) {
    await write(`scripts/${name}`, await readFile(join(import.meta.dirname, name), 'utf8'));
  }
  for (const path of BEFORE_INSTALLATION) {
    await write(path, await readFile(join(PROJECT, path), 'utf8'));
  }
  await write('package.json', await packageFile(engine));
  for (const [path, text] of await bureauPipelines(PROJECT)) await write(path, text);
  const [year = '', ...rest] = engine.today.split('-');
  const article = newArticle({
    title: '网站开通',
    source: '某某单位',
    date: engine.today,
    category: '工作动态',
  });
  await write(
    `content/articles/${year}/${year}${rest.join('')}-opening/index.md`,
    `${article.trimEnd()}\n\n本单位网站今天开通。\n`,
  );
}

/** The commands of the engine, each by the same name: what it tells staff to run is true in their folder. */
async function packageFile({ repository, commit }: Engine): Promise<string> {
  const own = JSON.parse(await readFile(join(PROJECT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
    engines: Record<string, string>;
  };
  const scripts = Object.entries(own.scripts).filter(
    ([name, command]) => !command.includes('--tests') && !OF_THE_ENGINE.includes(name),
  );
  const file = {
    name: 'site',
    version: '1.0.0',
    private: true,
    type: 'module',
    engines: own.engines,
    engine: { repository, commit },
    scripts: Object.fromEntries(scripts),
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}
