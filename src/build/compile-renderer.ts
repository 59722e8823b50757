/** Astro's part of a build: compile the pages into a renderer, once for each state of the engine. */
import { cp, mkdir, readdir, rename, rm, stat, writeFile, readFile } from 'node:fs/promises';
import { getCompileCacheDir } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Article } from '../model/article.ts';
import { engineHash } from './engine-hash.ts';
import type { Renderer } from './keep-renderer.ts';
import { CACHE, PROJECT } from './options.ts';

export interface KeptRenderer {
  renderer: Renderer;
  /** Address of its entry, for worker threads. */
  entry: string;
  /** Hash of all that it was made of. */
  engine: string;
  /** Absolute path of the compiled style sheets and scripts, to be copied into `dist/`. */
  assets: string;
}

const KEPT_AT_MOST = 4;

/**
 * @param base path under which the site lives
 * @param articles the site's; the MDX ones are compiled into the renderer
 * @param onCompile called before a compilation, which takes seconds
 */
export async function openRenderer(
  base: string,
  articles: readonly Article[],
  onCompile: () => void,
): Promise<KeptRenderer> {
  const engine = engineHash(PROJECT, [base, ...(await mdxInputs(articles))]);
  const folder = join(CACHE, 'renderer', engine);
  const kept = await stat(join(folder, 'entry.txt')).catch(() => undefined);
  if (!kept) {
    onCompile();
    await compile(folder, base, articles);
    await forgetOldest(join(CACHE, 'renderer'));
  }
  const name = await readFile(join(folder, 'entry.txt'), 'utf8');
  const entry = pathToFileURL(join(folder, 'server', name)).href;
  const renderer = (await import(entry)) as Renderer;
  return { renderer, entry, engine, assets: join(folder, 'client') };
}

async function mdxInputs(articles: readonly Article[]): Promise<string[]> {
  const mdx = articles.filter(({ format }) => format === 'mdx');
  const texts = await Promise.all(mdx.map(({ path }) => readFile(path, 'utf8')));
  return mdx.flatMap(({ id, path }, index) => [id, path, texts[index] ?? '']);
}

async function compile(folder: string, base: string, articles: readonly Article[]): Promise<void> {
  // Astro and Vite take half a second to load, and most builds do without them.
  const [{ build }, { astroConfig }, { keepRenderer }] = await Promise.all([
    import('astro'),
    import('./astro-config.ts'),
    import('./keep-renderer.ts'),
  ]);
  const work = `${folder}.${process.pid}`;
  const client = join(work, 'client');
  await mkdir(work, { recursive: true });
  const config = astroConfig({
    base,
    outDir: client,
    publicDir: join(work, 'no-public'),
    articles: () => articles,
    integrations: [
      keepRenderer({
        renderPages: false,
        async keep(compiled, entry) {
          await cp(compiled, join(work, 'server'), { recursive: true });
          await writeFile(join(work, 'entry.txt'), entry);
        },
      }),
    ],
  });
  await build({ ...config, configFile: false, logLevel: 'error' });
  // What Node keeps of renderers before would fill the disk.
  const programs = getCompileCacheDir();
  if (programs) await rm(programs, { recursive: true, force: true });
  await rename(work, folder).catch(async () => {
    // Another build of the same engine was first; its renderer is the same.
    await rm(work, { recursive: true, force: true });
  });
}

/** Renderers of engines that are gone would fill the disk. */
async function forgetOldest(folder: string): Promise<void> {
  const names = await readdir(folder);
  const dated = await Promise.all(
    names.map(async (name) => ({ name, time: (await stat(join(folder, name))).mtimeMs })),
  );
  const old = dated.toSorted((a, b) => b.time - a.time).slice(KEPT_AT_MOST);
  await Promise.all(old.map(({ name }) => rm(join(folder, name), { recursive: true })));
}
