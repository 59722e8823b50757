/** What a reader does on the sample site. */
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from '../support/page.ts';

const sample = inject('sample');
const ARTICLE = 'xwzx/tpxw/202603/20260305-video-conference/';
const open = useBrowser('again');

describe('an article', () => {
  it('shows where it is, what it is, and how often it was read', async () => {
    const { page, errors } = await open(sample + ARTICLE);
    await page.getByText(/^浏览次数：\d+$/).waitFor();
    expect(await page.locator('.breadcrumbs').innerText()).toBe(
      '当前所在位置：首页 > 新闻资讯 > 图片新闻',
    );
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(
      '全区机关事务工作视频会议在云川市召开',
    );
    expect(await page.getByText(/^来源：/).innerText()).toBe('来源：自治区机关事务管理局办公室');
    expect(await page.getByText(/^发布日期：/).innerText()).toBe('发布日期：2026-03-05 18:30');
    expect(errors).toEqual([]);
  });

  it('tells the way to it as a list, and each name once', async () => {
    const { page } = await open(sample + ARTICLE);
    const way = page.getByRole('navigation', { name: '当前所在位置' });
    expect(await way.ariaSnapshot()).toBe(
      [
        '- navigation "当前所在位置":',
        '  - list:',
        '    - listitem:',
        '      - link "首页":',
        '        - /url: /',
        '    - listitem:',
        '      - link "新闻资讯":',
        '        - /url: /xwzx/',
        '    - listitem:',
        '      - link "图片新闻":',
        '        - /url: /xwzx/tpxw/',
      ].join('\n'),
    );
  });

  it('leads to its column, to its neighbours and to the form for mistakes', async () => {
    const { page } = await open(sample + ARTICLE);
    const mistake = await page.getByRole('link', { name: '我要纠错' }).getAttribute('href');
    const target = new URL(mistake ?? '');
    expect(target.origin + target.pathname).toBe('https://zfwzgl.www.gov.cn/exposure/jiucuo.html');
    expect(Object.fromEntries(target.searchParams)).toEqual({
      site_code: '9900000021',
      url: `https://jgsw.example.gov.cn/${ARTICLE}`,
    });
    const older = page.getByRole('navigation', { name: '上一篇和下一篇' }).getByRole('link').last();
    const title = await older.innerText();
    await older.click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(title);
    await page
      .getByRole('navigation', { name: '当前所在位置' })
      .getByRole('link', { name: '图片新闻' })
      .click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('图片新闻');
  });

  it('shows all its pictures, each with its place kept before it loads', async () => {
    const { page } = await open(sample + ARTICLE);
    const images = page.locator('.body img');
    const count = await images.count();
    expect(count).toBe(4);
    for (let index = 0; index < count; index += 1) {
      const image = images.nth(index);
      await image.scrollIntoViewIfNeeded();
      await expect
        .poll(() => image.evaluate((node) => (node as HTMLImageElement).naturalWidth))
        .toBeGreaterThan(400);
      expect(await image.getAttribute('width')).toMatch(/^\d+$/);
    }
    expect(await page.locator('.body figcaption').allInnerTexts()).toHaveLength(4);
  });

  it('offers its attachments with kind and size, and they open', async () => {
    const { page } = await open(`${sample}zwgk/tzgg/202610/20261014-model-unit-application/`);
    const list = page.getByRole('region', { name: '附件' }).getByRole('listitem');
    const kinds = await list.locator('span').allInnerTexts();
    expect(kinds.map((kind) => kind.split('，')[0])).toEqual([
      'Word 文档',
      'Excel 表格',
      'PDF 文件',
    ]);
    for (const link of await list.getByRole('link').all()) {
      const response = await page.request.get(
        new URL((await link.getAttribute('href')) ?? '', page.url()).href,
      );
      expect(response.status()).toBe(200);
      expect(Number(response.headers()['content-length'])).toBeGreaterThan(1000);
    }
  });

  it('written in MDX shows pictures side by side, a callout, a table of numbers and a download', async () => {
    const { page, errors } = await open(`${sample}ywgz/ggjn/202606/20260610-energy-week/`);
    expect(await page.locator('.picture-row img').count()).toBe(2);
    expect(await page.locator('.callout-title').innerText()).not.toBe('');
    expect(await page.locator('.body tbody tr').count()).toBeGreaterThan(2);
    expect(await page.locator('.download-box').innerText()).toContain('Word 文档');
    expect(errors).toEqual([]);
  });
});

describe('a column', () => {
  it('lists the newest first, and the older pages lead to the oldest', async () => {
    const { page } = await open(`${sample}xwzx/`);
    const dates = await page.locator('.headlines time').allInnerTexts();
    expect(dates).toEqual(dates.toSorted().toReversed());
    expect(dates.length).toBeGreaterThanOrEqual(12);
    const seen = new Set(dates);
    const older = page.getByRole('link', { name: '较早的一页' });
    while (await older.isVisible()) {
      await older.click();
      for (const date of await page.locator('.headlines time').allInnerTexts()) seen.add(date);
    }
    expect([...seen]).toEqual([...seen].toSorted().toReversed());
    expect(new URL(page.url()).pathname).toBe('/xwzx/page/1/');
  });

  it('puts a pinned article on top and says so', async () => {
    const { page } = await open(`${sample}zwgk/tzgg/`);
    const first = page.locator('.headlines li').first();
    expect(await first.locator('.pinned').innerText()).toBe('置顶');
  });
});

describe('search', () => {
  it('goes from the header box to the article, by keyboard alone', async () => {
    const { page, requests, errors } = await open(sample);
    expect(requests.filter((url) => url.includes('pagefind'))).toEqual([]);
    await page.getByRole('searchbox', { name: '站内搜索' }).focus();
    await page.keyboard.type('视频会议');
    await page.keyboard.press('Enter');
    await page.getByText(/^找到 \d+ 篇/).waitFor();
    expect(requests.filter((url) => url.endsWith('/pagefind/list.json'))).toHaveLength(1);
    expect(new URL(page.url()).search).toBe(`?q=${encodeURIComponent('视频会议')}`);
    const hit = page.getByRole('link', { name: '全区机关事务工作视频会议在云川市召开' });
    expect(await hit.locator('mark').innerText()).toBe('视频会议');
    await hit.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/${ARTICLE}`);
    expect(errors).toEqual([]);
  });

  it('keeps query and filters in the address', async () => {
    const { page } = await open(`${sample}search/?q=${encodeURIComponent('节能')}`);
    await page.getByText(/^找到 \d+ 篇/).waitFor();
    await page.getByLabel('栏目').last().selectOption('业务工作/公共机构节能');
    await expect
      .poll(() => new URL(page.url()).searchParams.get('column'))
      .toBe('业务工作/公共机构节能');
    await page.getByLabel('年份').selectOption('2026');
    await expect.poll(() => new URL(page.url()).searchParams.get('year')).toBe('2026');
    await page.getByText(/^找到 \d+ 篇/).waitFor();
    const columns = await page.locator('[data-results] [data-column]').allInnerTexts();
    expect(new Set(columns)).toEqual(new Set(['公共机构节能']));
    await page.goBack();
    await page.goBack();
    await expect.poll(() => page.locator('select[name=column]').inputValue()).toBe('');
  });

  it('says that nothing was found', async () => {
    const { page } = await open(`${sample}search/?q=${encodeURIComponent('火星基地')}`);
    await page.getByText('没有找到含有“火星基地”的内容').waitFor();
  });

  it('says that it cannot be opened, and recovers', async () => {
    const { page } = await open(`${sample}search/`);
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.getByRole('searchbox', { name: '要找的字' }).fill('节能');
    await page.keyboard.press('Enter');
    await page.getByText('搜索暂时打不开').waitFor();
    await page.unroute('**/pagefind/**');
    await page.getByRole('button', { name: '重试' }).click();
    await page.getByText(/^找到 \d+ 篇/).waitFor();
  });
});

describe('an address that is no page', () => {
  it('of the old site leads to the article for good', async () => {
    const old = `${sample}sgj/tpxw/202103/5fc28c882e344326a51512ae37220a03.shtml`;
    const response = await fetch(old, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([301, `/${ARTICLE}`]);
  });

  it('shows the 404 page, which helps to search', async () => {
    const { page } = await open(`${sample}no/such/page/`);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('没有这个页面');
    expect((await fetch(page.url())).status).toBe(404);
    await page.getByRole('main').getByRole('searchbox').fill('食堂');
    await page.keyboard.press('Enter');
    await page.getByText(/^找到 \d+ 篇/).waitFor();
  });
});
