/** Two versions of the engine, as commits of a repository, and a bureau's folder that the first of them made. */
import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { appendFile, cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { copyProject } from '../../../scripts/ci/fresh-project.ts';
import { CACHE } from '../../../src/system/project.ts';
import { git } from './a-small-bureau.ts';

const PROJECT = resolve(import.meta.dirname, '../../..');

/** Stands in for `npm install`, which needs a network: links what is installed here. */
const NPM = `
  import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
  const installed = ${JSON.stringify(join(PROJECT, 'node_modules'))};
  mkdirSync('node_modules', { recursive: true });
  const there = new Set(readdirSync('node_modules'));
  // And what Node has kept of it, which each clone would make anew.
  const shared = (name) => ['.bin', '.compiled'].includes(name) || !name.startsWith('.');
  for (const name of readdirSync(installed).filter((each) => shared(each) && !there.has(each)))
    symlinkSync(installed + '/' + name, 'node_modules/' + name, 'junction');
`;
const NO_NPM = `console.error('npm error code ENOTFOUND'); process.exit(1);`;

export interface TwoEngines {
  /** The engine's repository, of which v0.2.0 is checked out. */
  engine: string;
  /** The bureau's folder, made by v0.1.0, in a repository of its own. */
  site: string;
  env: NodeJS.ProcessEnv;
  /** An npm that installs nothing. */
  noNpm: string;
  /** Changes a file of the engine. */
  edit(path: string, was: string, becomes: string): Promise<void>;
  /** Commits the engine as it is, and gives it a tag. */
  version(name: string): void;
  commitOf(name: string): string;
  read(path: string): Promise<string>;
  /** Commits all that is in the bureau's folder. */
  save(message: string): void;
  /** What git says of the bureau's folder, a line each. */
  unsaved(): string[];
  upgrade(
    words: readonly string[],
    env?: NodeJS.ProcessEnv,
  ): Promise<{ code: number; said: string }>;
}

/**
 * The second version says 历次更正 at the foot of each page, has a rule about titles, no feed.json, and other files for the bureau.
 * @param folder is there, and empty
 */
export async function twoEngines(folder: string): Promise<TwoEngines> {
  const [engine, site] = [join(folder, 'engine'), join(folder, 'our-site')];
  const [npm, noNpm] = [join(folder, 'npm.mjs'), join(folder, 'no-npm.mjs')];
  await writeFile(npm, NPM);
  await writeFile(noNpm, NO_NPM);
  const { SITE_CACHE: _, SITE_ENGINE: __, ...rest } = process.env;
  const env = { ...rest, SITE_NOW: '2026-11-25 09:00', npm_execpath: npm };
  const version = (name: string): void => {
    git(engine, 'add', '--all');
    git(engine, 'commit', '--quiet', '--message', name);
    git(engine, 'tag', name);
  };
  const save = (message: string): void => {
    git(site, 'add', '--all');
    git(site, 'commit', '--quiet', '--message', message);
  };
  const edit = async (path: string, was: string, becomes: string): Promise<void> => {
    const file = join(engine, path);
    const text = await readFile(file, 'utf8');
    if (!text.includes(was)) throw new Error(`${path} does not say ${was}`);
    await writeFile(file, text.replace(was, becomes));
  };

  copyProject(engine, join(PROJECT, 'tests/fixtures/other-bureau'));
  // Half of its files, which each clone would have.
  await rm(join(engine, 'tests'), { recursive: true });
  git(engine, 'init', '--quiet', '--initial-branch=main');
  version('v0.1.0');
  const make = [join(engine, 'scripts/setup.mjs'), 'scripts/new-bureau.ts', site];
  execFileSync(process.execPath, make, { env, stdio: 'ignore' });
  await appendFile(join(site, '.gitlab-ci.yml'), '\n# 本单位的一行\n');
  git(site, 'init', '--quiet', '--initial-branch=main');
  save('new');
  // The first version is this one, which other tests may have compiled.
  const compiled = join(CACHE, 'renderer');
  if (existsSync(compiled)) await cp(compiled, join(site, '.cache/renderer'), { recursive: true });

  const rules = 'src/rules/repeated-title.ts';
  await edit('src/labels/zh-CN/frame.ts', "corrections: '更正记录'", "corrections: '历次更正'");
  await edit(
    rules,
    '  if (plain(title)',
    `  if (title.endsWith('开通')) {
    const place = { file, line: firstLine };
    return [ruled(openingRule, { ...place, message: '标题写的是开通。', fix: '换一个标题。' })];
  }
  if (plain(title)`,
  );
  await appendFile(
    join(engine, rules),
    `export const openingRule: Rule = { ...repeatedTitleRule, id: 'article/opening' };\n`,
  );
  const list = 'src/rules/check-rules.ts';
  await edit(list, '{ repeatedTitleRule }', '{ openingRule, repeatedTitleRule }');
  await edit(list, '  repeatedTitleRule,', '  openingRule, repeatedTitleRule,');
  await rm(join(engine, 'src/pages/feed.json.ts'));
  await edit('.gitlab-ci.yml', 'image: node:24-bookworm', 'image: node:26-trixie');
  await edit('.github/workflows/check.yml', 'runs-on: ubuntu-24.04', 'runs-on: ubuntu-26.04');
  await edit(
    'package.json',
    '"dev": ',
    '"also": "node scripts/setup.mjs scripts/check.ts", "dev": ',
  );
  version('v0.2.0');

  return {
    engine,
    site,
    env,
    noNpm,
    edit,
    version,
    save,
    commitOf: (name) => git(engine, 'rev-parse', `${name}^{commit}`),
    read: (path) => readFile(join(site, path), 'utf8'),
    unsaved: () =>
      git(site, 'status', '--porcelain')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    upgrade: (words, more = {}) =>
      new Promise((done) => {
        const options = { cwd: site, env: { ...env, ...more } };
        execFile(process.execPath, [...UPGRADE, ...words], options, (error, stdout, stderr) => {
          done({ code: error ? Number(error.code) : 0, said: `${stdout}\n${stderr}` });
        });
      }),
  };
}

/** What `npm run upgrade` runs. */
export const UPGRADE = ['scripts/setup.mjs', 'scripts/upgrade.ts'];
