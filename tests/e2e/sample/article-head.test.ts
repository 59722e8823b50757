/** The head of an article: centred by what is seen of it, broken between words, and what a shared link shows. */
import { describe, expect, inject, it } from 'vitest';
import { PHONE, useBrowser } from '../support/page.ts';
import {
  ARTICLE,
  ATTACHMENTS,
  DOCUMENT,
  INTERPRETATION,
  REPEALED,
  TABLES,
} from '../support/site-pages.ts';

const sample = inject('sample');
const open = useBrowser();

describe.each([360, 768, 1440])('in %d px', (width) => {
  it('what is seen of each row stands in the middle, with a counter or without', async () => {
    for (const isCounted of [true, false]) {
      const { page } = await open('about:blank', { viewport: { width, height: 900 } });
      if (!isCounted) await page.route('**/api/views/**', (route) => route.abort());
      await page.goto(sample + ARTICLE, { waitUntil: 'networkidle' });
      const offsets = await page.evaluate<number[]>(OFFSETS);
      expect(offsets.length).toBeGreaterThanOrEqual(3);
      expect(Math.max(...offsets)).toBeLessThanOrEqual(2);
    }
  });

  it('a source is broken between words alone', async () => {
    const { page } = await open(sample + ATTACHMENTS, { viewport: { width, height: 900 } });
    await page.evaluate('document.documentElement.dataset.mode = "elder"');
    expect(await page.evaluate(BROKEN_WORDS)).toEqual([]);
  });
});

/** How far the middle of what is seen of each row is from the middle of the article. */
const OFFSETS = `(() => {
  const box = document.querySelector('article').getBoundingClientRect();
  const rows = new Map();
  for (const part of document.querySelectorAll('.article-meta > span, .tools > *, .tools .sizes > *')) {
    if (!part.checkVisibility({ visibilityProperty: true })) continue;
    const { left, right, top, height } = part.getBoundingClientRect();
    const key = Math.round((top + height / 2) / 12);
    const row = rows.get(key) ?? [left, right];
    rows.set(key, [Math.min(row[0], left), Math.max(row[1], right)]);
  }
  const heading = document.createRange();
  heading.selectNodeContents(document.querySelector('h1'));
  for (const { left, right } of [heading.getBoundingClientRect()]) rows.set('h1', [left, right]);
  return [...rows.values()].map(([left, right]) => Math.abs((left + right - box.left - box.right) / 2));
})()`;

const BROKEN_WORDS = `(() => {
  const broken = [];
  const walker = document.createTreeWalker(document.querySelector('.source, .past-note strong'), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const { segment, index } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(node.data)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + segment.length);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      if (lines.size > 1) broken.push(segment);
    }
  }
  return broken;
})()`;

describe('sharing', () => {
  it('is the telephone’s own where it has one, with the title and the plain address', async () => {
    const { page } = await open('about:blank', PHONE);
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'share', {
        value: async (data: ShareData) => void Object.assign(window, { shared: data }),
      });
    });
    await page.goto(`${sample}${ARTICLE}#s-1`, { waitUntil: 'networkidle' });
    await page.getByRole('button', { name: '分享' }).tap();
    expect(await page.evaluate('window.shared')).toEqual({
      title: '全区机关事务工作视频会议在云川市召开',
      url: sample + ARTICLE,
    });
    expect(await page.getByRole('button', { name: '复制链接' }).isVisible()).toBe(false);
  });

  it('is a QR code on a phone as well, large enough to be read', async () => {
    const { page } = await open(sample + ARTICLE, PHONE);
    const box = await page.getByRole('img', { name: '本页二维码' }).boundingBox();
    expect(box?.width).toBeGreaterThanOrEqual(112);
  });

  it('a card has the title, the beginning and a picture of at least 300 px, which is there', async () => {
    const { page } = await open(sample + ARTICLE);
    const card = (selector: string) => page.locator(`meta${selector}`).getAttribute('content');
    expect(await card('[itemprop=name]')).toBe('全区机关事务工作视频会议在云川市召开');
    expect(await card('[itemprop=description]')).toBe(await card('[name=description]'));
    const image = new URL((await card('[itemprop=image]')) ?? '');
    expect(image.origin).toBe('https://jgsw.example.gov.cn');
    expect(await card('[property="og:image"]')).toBe(image.href);
    const response = await page.request.get(new URL(image.pathname, sample).href);
    expect(response.status()).toBe(200);
    expect(response.headers()['content-type']).toBe('image/jpeg');
  });
});

describe('an official document, without a script', () => {
  const plain = { ...PHONE, javaScriptEnabled: false };

  it('says its facts, one below the other on a phone', async () => {
    const { page } = await open(sample + DOCUMENT, plain);
    const facts = page.locator('.document-facts');
    expect((await facts.locator('dt').allInnerTexts()).join(' ')).toBe(
      '索引号 文号 发文机关 成文日期 发布日期 主题分类 有效性 解读',
    );
    expect((await facts.locator('dd').allInnerTexts()).slice(1, 4)).toEqual([
      '示机管发〔2026〕15号',
      '示例自治区机关事务管理局',
      '2026年3月25日',
    ]);
    const tops = await facts
      .locator('dt')
      .evaluateAll((all) => all.map((label) => label.getBoundingClientRect().top));
    expect(new Set(tops).size).toBe(tops.length);
  });

  it('says that it has lost its force in whole words', async () => {
    for (const width of [320, 360, 375, 390, 412]) {
      const { page } = await open(sample + TABLES, { viewport: { width, height: 740 } });
      const note = page.locator('.past-note strong');
      expect(await note.innerText()).toBe('本文件有效期至2026年9月30日，已经失效。');
      await page.evaluate("document.querySelector('.source').remove()");
      for (const size of ['small', 'medium', 'large']) {
        await page.evaluate(`document.documentElement.dataset.size = '${size}'`);
        expect(await page.evaluate(BROKEN_WORDS), `${width} ${size}`).toEqual([]);
      }
    }
  });

  it('leads from what was repealed to what holds, to its interpretation and back', async () => {
    const { page } = await open(sample + REPEALED, plain);
    const note = page.getByRole('region', { name: '有效性' });
    expect(await note.innerText()).toContain('本文件已于2026年5月1日废止。');
    await note.getByRole('link').tap();
    await page.waitForURL(`**/${DOCUMENT}`);
    await page.getByRole('link', { name: '相关解读（1篇）' }).tap();
    await page.getByRole('region', { name: '相关解读' }).getByRole('link').tap();
    await page.waitForURL(`**/${INTERPRETATION}`);
    await page.locator('.original-note').getByRole('link').tap();
    await page.waitForURL(`**/${DOCUMENT}`);
  });

  it('is found in the register of its column by year and by theme, and the way back', async () => {
    const { page } = await open(`${sample}zwgk/zcfg/`, plain);
    const listed = page.locator('.documents li', { hasText: '管理暂行办法' });
    expect((await listed.innerText()).split(/\s*\n\s*/)).toEqual([
      '自治区公共机构合同能源管理项目管理暂行办法',
      '已废止',
      '示机管发〔2019〕22号',
      '成文 2019-05-16',
      '发布 2024-07-03',
    ]);
    await page.getByRole('link', { name: '文件目录' }).tap();
    await page.waitForURL('**/zwgk/zcfg/register/');
    const groups = () => page.locator('.register h2').allInnerTexts();
    expect((await groups()).map((name) => name.replace(/\s+/g, ' '))).toEqual([
      '2026年 2份',
      '2025年 1份',
      '2024年 1份',
      '2019年 1份',
    ]);
    await page.getByRole('link', { name: '按主题' }).tap();
    await page.waitForURL('**/register/themes/');
    expect((await groups())[0]).toMatch(/^公共机构节能\s+2份$/);
    await page.locator('.breadcrumbs').getByRole('link', { name: '政策法规' }).tap();
    await page.waitForURL('**/zwgk/zcfg/');
  });
});

it.each(['示机管发[2019]22号', '990000002/2019-00022'])(
  'the search field finds a document by %s',
  async (query) => {
    const { page } = await open(`${sample}search/?q=${encodeURIComponent(query)}`);
    const link = page.locator('[data-results] li a', { hasText: '管理暂行办法' }).first();
    await expect.poll(() => link.getAttribute('href')).toBe(`/${REPEALED}`);
  },
);
