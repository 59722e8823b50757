import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import type { PageArtifact } from '../../../src/output/artifacts.ts';
import { createOutput } from '../../../src/output/output.ts';
import { importRenderer } from '../../../src/renderer/renderer-packages.ts';
import { renderPages } from '../../../src/renderer/render-pages.ts';
import { lookupOf } from '../../../src/images/picture-lookup.ts';
import { digestOf } from '../../../src/system/file-digest.ts';
import { aFolder } from '../../support/a-folder.ts';
import { aSite } from '../../support/a-site.ts';

/** Outside the project, where no package lies; it fails for the last page when told so, and is slow. */
const ENTRY = `
import { parse } from 'yaml';
import { isMainThread } from 'node:worker_threads';
export const routes = () => [{ component: 'page', type: 'page' }];
export async function html(pathname) {
  if (pathname.includes('fail')) throw new Error('failed on purpose');
  return parse('a: ' + pathname).a + (isMainThread ? '' : ' ');
}`;

async function render(pathOf: (at: number) => string, workers: number) {
  const folder = await aFolder({ 'renderer/server/entry.mjs': ENTRY, 'dist/a': '' });
  const entry = pathToFileURL(join(folder, 'renderer/server/entry.mjs')).href;
  await writeFile(join(folder, 'dist/a'), '');
  const renderer = await importRenderer(entry);
  const route = { component: 'page', type: 'page' } as PageArtifact['route'];
  const pages = Array.from({ length: 1_200 }, (_, at): PageArtifact => {
    return { kind: 'page', path: `${at}.html`, key: 'k', pathname: pathOf(at), route };
  });
  const site = aSite();
  const readings = new Map();
  const output = createOutput(join(folder, 'dist'));
  const done = { pages: 0 };
  const rendering = renderPages(pages, {
    current: { site, pictures: lookupOf(readings, '/') },
    readings,
    kept: {
      renderer,
      entry,
      engine: '',
      assets: '',
      isWhole: async () => true,
      giveBack: () => undefined,
    },
    output,
    onPage: (count) => (done.pages = count),
    workers,
  });
  return { folder, rendering, done, output };
}

it('renders on threads too, with the packages of the project, wherever the renderer lies', async () => {
  const { folder, rendering, done, output } = await render((at) => `/${at}`, 2);
  await rendering;
  expect(done.pages).toBe(1_200);
  // Whoever wrote it, what is in each is known.
  const made = Array.from({ length: 1_200 }, (_, at) => {
    const bytes = readFileSync(join(folder, `dist/${at}.html`));
    return [`${at}.html`, digestOf(bytes)] as const;
  });
  expect(new Map(output.made)).toEqual(new Map(made));
  expect(output.changed).toBe(1_200);
  const last = await readFile(join(folder, 'dist/1199.html'), 'utf8');
  expect(last.trim()).toBe('/1199');
});

it('of a page that fails, here or on a thread, the name is told, and then nothing is written any more', async () => {
  const { rendering, done } = await render(
    (at) => (at === 30 || at === 80 ? '/fail' : `/${at}`),
    1,
  );
  await expect(rendering).rejects.toMatchObject({ code: 'EPAGE', pathname: '/fail' });
  const before = done.pages;
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(done.pages).toBe(before);
});
