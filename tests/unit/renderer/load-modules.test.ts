/** A renderer whose modules were read shows them when its files are gone: a desk is open for days. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { siteReader } from '../../../src/build/read-site.ts';
import { siteOptions } from '../../../src/output/options.ts';
import { openRenderer } from '../../../src/renderer/compile-renderer.ts';
import { renderPage } from '../../../src/renderer/render-page.ts';
import { importRenderer, loadModules } from '../../../src/renderer/renderer-packages.ts';
import { withSite } from '../../../src/site/current-site.ts';
import { aText, SETTINGS } from '../../support/a-bureau.ts';
import { writeFiles } from '../../support/a-folder.ts';

it('every page is made from what was loaded', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'load-modules-'));
  await writeFiles(folder, {
    ...SETTINGS,
    'content/articles/2026/20261103-other.md': aText('2026-11-03'),
  });
  const roots = { content: join(folder, 'content'), public: join(folder, 'public') };
  const options = siteOptions({ ...roots, out: join(folder, 'dist'), now: '2026-11-25 09:00' });
  const { current, issues } = await siteReader(options)();
  if (!current) throw new Error(JSON.stringify(issues));
  const site = { base: current.site.base, config: { language: 'zh-CN' } } as const;
  const { entry, giveBack } = await openRenderer(site, () => undefined);
  const compiled = fileURLToPath(entry);
  const copy = join(folder, 'renderer');
  await cp(dirname(compiled), copy, { recursive: true });
  giveBack();

  const copied = pathToFileURL(join(copy, basename(compiled))).href;
  const renderer = await importRenderer(copied);
  await loadModules(copied);
  await rm(copy, { recursive: true });
  const sizes = await withSite(current, async () => {
    const paths = await renderer.paths();
    return Promise.all(
      paths.map(async (path) => (await renderPage(renderer, current.site.base, path)).length),
    );
  });
  expect(sizes.length).toBeGreaterThan(8);
  expect(sizes.filter((size) => size === 0)).toEqual([]);
  await rm(folder, { recursive: true, force: true });
});
