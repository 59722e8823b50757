/** What leaves the browser: pages on paper, and files that are opened or saved. */
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../support/browser.ts';
import { DESKTOP, PHONE, useBrowser } from '../support/page.ts';
import {
  ARTICLE,
  ATTACHMENTS,
  DOCUMENT,
  GALLERY,
  isReady,
  REPEALED,
  VIDEO,
} from '../support/site-pages.ts';

const sample = inject('sample');
const open = useBrowser('again');
const LONG = 'zwgk/zcfg/202507/20250708-office-compound-measures/';

interface Sheet {
  /** Its words, without spaces. */
  text: string;
  pictures: number;
  /** From the foot of the sheet to its lowest words but the number of the page, by the height of the sheet. */
  free: number;
  /** The lowest words but the number of the page. */
  last: string;
}

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/**
 * A page as it is printed by who has not scrolled. A browser that prints waits for the pictures that it begins to load; this one,
 * which is told to, does not.
 */
async function printed(path: string): Promise<Sheet[]> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 700 } });
  // Every article has been read: what shows its numbers on the screen shows them.
  await page.route('**/api/views/**', async (route) => {
    const { pathname, searchParams } = new URL(route.request().url());
    const ids = searchParams.get('ids')?.split(',') ?? [pathname.split('/').at(-1) ?? ''];
    await route.fulfill({ json: { counts: Object.fromEntries(ids.map((id) => [id, 7])) } });
  });
  await page.goto(sample + path, { waitUntil: 'load' });
  await expect.poll(() => page.evaluate(`Boolean(${isReady})`)).toBe(true);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect
    .poll(() =>
      page.evaluate(() => [...document.images].every((it) => it.complete && it.naturalWidth > 0)),
    )
    .toBe(true);
  return sheetsOf(page);
}

/** @param facts what the browser says of its line beside that it is a good one */
function saysOfLine(page: Page, facts: object): Promise<unknown> {
  return page.addInitScript((said) => {
    Object.defineProperty(navigator, 'connection', { value: { effectiveType: '4g', ...said } });
  }, facts);
}

async function sheetsOf(page: Page): Promise<Sheet[]> {
  const bytes = await page.pdf({ preferCSSPageSize: true });
  await page.close();
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const sheets: Sheet[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const sheet = await pdf.getPage(number);
    const { height } = sheet.getViewport({ scale: 1 });
    const { items } = await sheet.getTextContent();
    // A font may have one sign for 示 and the radical ⽰, and gives the other back.
    const words = items.flatMap((item) =>
      'str' in item && item.str.trim() !== ''
        ? [{ text: item.str.normalize('NFKC'), y: Number(item.transform[5]) }]
        : [],
    );
    // The number of the page stands in the margin.
    const inside = words.filter(({ y }) => y > 60);
    const lowest = Math.min(...inside.map(({ y }) => y));
    const { fnArray } = await sheet.getOperatorList();
    const drawn = fnArray.filter((operation) => operation === OPS.paintImageXObject).length;
    sheets.push({
      text: inside
        .map(({ text }) => text)
        .join('')
        .replaceAll(/\s/g, ''),
      pictures: drawn,
      free: lowest / height,
      last: inside
        .filter(({ y }) => y - lowest < 2)
        .map(({ text }) => text)
        .join(''),
    });
  }
  return sheets;
}

describe('on paper', () => {
  it.each([
    ['the home page', '', 3, 8],
    ['a list', 'xwzx/gzdt/', 1, 0],
    ['picture news', 'xwzx/tpxw/', 2, 16],
    ['an article', ARTICLE, 3, 4],
    ['a document', DOCUMENT, 3, 0],
    ['what was repealed', REPEALED, 2, 0],
    ['a notice with files', ATTACHMENTS, 3, 0],
    ['a long document', LONG, 10, 0],
    ['a topic', 'topics/energy-week/', 2, 5],
    ['a video, of which paper has its words', VIDEO, 1, 0],
    ['the search', `search/?q=${encodeURIComponent('节能')}`, 3, 0],
  ])('%s wastes no sheet, and has all its pictures', async (_, path, most, pictures) => {
    const sheets = await printed(path);
    expect(sheets.length).toBeLessThanOrEqual(most);
    for (const { text, pictures: drawn } of sheets) expect(text.length + drawn).toBeGreaterThan(0);
    // One more at the head: the emblem, where it is not drawn as lines.
    const drawn = sheets.reduce((sum, sheet) => sum + sheet.pictures, 0);
    expect([pictures, pictures + 1]).toContain(drawn);
    const words = sheets.map(({ text }) => text).join('');
    for (const screen of [
      '朗读',
      '复制链接',
      '更多结果',
      '返回顶部',
      '长者模式',
      '上一篇',
      '跳到正文',
    ])
      expect(words).not.toContain(screen);
    // Its own address once, at the foot, and none of those of its links.
    expect(words.match(/https?:/g)?.length ?? 0).toBeLessThanOrEqual(1);
  });

  it.each([
    ['a gallery', GALLERY, 6],
    ['an article', ARTICLE, 4],
    ['picture news', 'xwzx/tpxw/', 16],
  ])(
    '%s has all its pictures, though nobody has scrolled and the browser says nothing before it prints',
    async (_, path, pictures) => {
      const page = await browser.newPage({ viewport: { width: 1280, height: 700 } });
      // A busy machine's browser takes its own line for a thin one.
      await saysOfLine(page, {});
      await page.goto(sample + path, { waitUntil: 'networkidle' });
      const sheets = await sheetsOf(page);
      const drawn = sheets.reduce((sum, sheet) => sum + sheet.pictures, 0);
      expect([pictures, pictures + 1]).toContain(drawn);
    },
  );

  it.each([
    ['on a wide window all', DESKTOP, {}, 0],
    ['on a telephone', PHONE, {}, 4],
    ['on a slow line', DESKTOP, { effectiveType: '3g' }, 4],
    ['for who saves data', DESKTOP, { saveData: true }, 4],
  ])('%s pictures come before they are near, or wait', async (_, device, connection, waiting) => {
    const { page } = await open('about:blank', device, 'own');
    await saysOfLine(page, connection);
    await page.goto(sample + GALLERY);
    // The script of galleries asks for the one beside that which is shown.
    expect(await page.locator('.slides img[loading="lazy"]').count()).toBe(waiting);
  });

  it('the button waits for the pictures that have not come', async () => {
    const { page } = await open(sample, {}, 'own');
    await page.addInitScript(() => {
      window.print = () => {
        const came = [...document.images].map(
          ({ complete, naturalWidth }) => complete && naturalWidth > 0,
        );
        Object.assign(window, { came });
      };
    });
    await page.route('**/_images/**', async (route) => {
      await new Promise((wait) => setTimeout(wait, 300));
      await route.continue();
    });
    await page.goto(sample + ARTICLE);
    await page.getByRole('button', { name: '打印' }).click();
    await expect.poll(() => page.evaluate('window.came')).toEqual([true, true, true, true, true]);
  });

  it('no heading is the last line of a sheet', async () => {
    const page = await browser.newPage();
    await page.goto(sample + LONG);
    const headings = await page.locator('.body :is(h2, h3)').allInnerTexts();
    await page.close();
    expect(headings.length).toBeGreaterThan(5);
    const plain = (words: string) => words.replaceAll(/\s/g, '');
    for (const { last } of await printed(LONG))
      expect(headings.map(plain)).not.toContain(plain(last));
  });

  it('a document says all its facts, and its interpretations', async () => {
    const [first] = await printed(DOCUMENT);
    for (const fact of [
      '990000002/2026-00015',
      '示机管发〔2026〕15号',
      '有效性有效',
      '相关解读（1篇）',
    ])
      expect(first?.text).toContain(fact.normalize('NFKC'));
  });
});

it('a PDF is opened, and what no browser shows is saved', async () => {
  const { page } = await open(sample + ATTACHMENTS);
  const saved = await page
    .locator('a[href$=".pdf"], a[href$=".docx"]')
    .evaluateAll((all) =>
      all.map((link) => [
        link.getAttribute('href')?.split('.').at(-1),
        link.hasAttribute('download'),
      ]),
    );
  expect(new Set(saved.map(String))).toEqual(new Set(['pdf,false', 'docx,true']));
  const pdf = await page.request.get(
    new URL((await page.locator('a[href$=".pdf"]').first().getAttribute('href')) ?? '', page.url())
      .href,
  );
  expect(pdf.headers()['content-type']).toBe('application/pdf');
  expect(pdf.headers()['content-disposition']).toBeUndefined();
});
