/** npm run shots: pictures of thirteen pages in three widths and four modes, for people to look at. */
import { mkdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { CACHE, PROJECT } from '../../src/system/project.ts';
import { ARTICLE, ATTACHMENTS, TABLES } from '../../tests/e2e/support/site-pages.ts';
import { launchBrowser } from '../../tests/support/browser.ts';
import { readArguments } from '../arguments.ts';
import { openShot, SHOT_MODES } from './shots/open-shot.ts';
import { writeSheet } from './shots/contact-sheet.ts';
import { serveSample } from './shots/serve-sample.ts';

const PAGES: Readonly<Record<string, string>> = {
  home: '',
  column: 'xwzx/gzdt/',
  pictures: 'xwzx/tpxw/',
  older: 'xwzx/page/2/',
  article: ARTICLE,
  attachments: ATTACHMENTS,
  tables: TABLES,
  mdx: 'ywgz/ggjn/202606/20260610-energy-week/',
  single: 'zwgk/jgzn/',
  topic: 'topics/energy-week/',
  search: `search/?q=${encodeURIComponent('节能')}`,
  sitemap: 'sitemap/',
  lost: `no/tpxw/${encodeURIComponent('节能.html')}`,
};
const WIDTHS = [360, 768, 1440];

const { values } = readArguments(
  `给示例网站的 13 种页面截图（360、768、1440 像素，浅色、深色、长者、打印），拼成一张总图。
  npm run shots
  npm run shots -- --only article,home`,
  { only: { type: 'string' } },
  'options',
);
const only = values.only?.split(',') ?? Object.keys(PAGES);
const folder = join(CACHE, 'shots');
await rm(join(folder, 'pages'), { recursive: true, force: true });
await mkdir(join(folder, 'pages'), { recursive: true });

const site = await serveSample();
const browser = await launchBrowser();
try {
  for (const mode of SHOT_MODES) {
    const rows: string[][] = [];
    for (const name of only) {
      const row: string[] = [];
      for (const width of WIDTHS) {
        const file = join(folder, 'pages', `${name}-${width}-${mode}.png`);
        const page = await openShot(browser, site.url + (PAGES[name] ?? ''), width, mode);
        await page.screenshot({ path: file, fullPage: true });
        await page.context().close();
        row.push(file);
      }
      rows.push(row);
    }
    const sheet = join(folder, `sheet-${mode}.webp`);
    await writeSheet(rows, WIDTHS, sheet);
    console.log(relative(PROJECT, sheet));
  }
} finally {
  await browser.close();
  await site.close();
}
