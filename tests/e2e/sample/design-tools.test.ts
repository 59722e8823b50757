/** What readers do with an article's tools, and to find their way. */
import { describe, expect, inject, it } from 'vitest';
import { PHONE, useBrowser } from '../support/page.ts';
import { ARTICLE } from '../support/site-pages.ts';

const sample = inject('sample');
const open = useBrowser('again');
const fontSize = 'Number.parseFloat(getComputedStyle(document.querySelector(".body p")).fontSize)';

describe('字号', () => {
  it('has three steps, keeps the choice on the next page, and says which one is chosen', async () => {
    const { page, errors } = await open(sample + ARTICLE);
    const button = (name: string) => page.getByRole('button', { name: `${name}号字` });
    const sizes: number[] = [];
    for (const name of ['小', '中', '大']) {
      await button(name).click();
      expect(await button(name).getAttribute('aria-pressed')).toBe('true');
      sizes.push(await page.evaluate<number>(fontSize));
    }
    expect(sizes).toEqual([16, 18, 22]);
    await page.goto(`${sample}wza/`, { waitUntil: 'networkidle' });
    expect(await page.evaluate<number>(fontSize)).toBe(22);
    expect(await button('大').getAttribute('aria-pressed')).toBe('true');
    expect(errors).toEqual([]);
  });

  it('keeps the paragraph that is read where it is', async () => {
    const { page } = await open(sample + ARTICLE);
    const paragraph = page.locator('.body > p').nth(4);
    await paragraph.evaluate((node) =>
      node.scrollIntoView({ block: 'start', behavior: 'instant' }),
    );
    const top = () => paragraph.evaluate((node) => node.getBoundingClientRect().top);
    const before = await top();
    await page.evaluate('document.querySelector("[data-size=large]").click()');
    expect(Math.abs((await top()) - before)).toBeLessThan(60);
  });
});

/** A voice that has read a paragraph when the test says so: this machine has none. */
function aVoice(): void {
  let spoken: EventTarget | undefined;
  addEventListener('test-read', () => spoken?.dispatchEvent(new Event('end')));
  const synthesis = Object.assign(new EventTarget(), {
    getVoices: () => [{ lang: 'zh-CN', name: 'test' }],
    cancel: () => {},
    speak: (utterance: EventTarget) => {
      spoken = utterance;
    },
  });
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
  Object.defineProperty(window, 'SpeechSynthesisUtterance', {
    value: class extends EventTarget {
      text: string;
      constructor(text: string) {
        super();
        this.text = text;
      }
    },
  });
}

describe('the tools', () => {
  it('copy the address and say so', async () => {
    const { page } = await open(sample + ARTICLE, {}, 'own');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: '复制链接' }).click();
    await page.getByRole('button', { name: '已复制' }).waitFor();
    // A button's own words are not told by all screen readers when they change.
    expect(await page.getByRole('status').allTextContents()).toContain('已复制');
    expect(await page.evaluate<string>('navigator.clipboard.readText()')).toBe(sample + ARTICLE);
  });

  it('are not there without a script, which they need', async () => {
    const { page } = await open(sample + ARTICLE, { javaScriptEnabled: false });
    expect(await page.locator('[data-tools]').isVisible()).toBe(false);
  });

  it('offer 朗读 only where the browser has a Chinese voice', async () => {
    const { page } = await open(sample + ARTICLE);
    expect(await page.getByRole('button', { name: '朗读' }).count()).toBe(0);
  });

  it('read aloud a paragraph after the other, marked, and stop', async () => {
    const { page, errors } = await open(sample, {}, 'own');
    await page.addInitScript(aVoice);
    await page.goto(sample + ARTICLE, { waitUntil: 'networkidle' });
    await page.getByRole('button', { name: '朗读' }).click();
    const bar = page.getByRole('region', { name: '朗读' });
    await bar.waitFor();
    const spoken = page.locator('.spoken');
    // The title, the subtitle, the text.
    for (const begins of ['全区机关事务', '以集中统一管理', '3月5日上午']) {
      await expect.poll(() => spoken.first().innerText()).toMatch(new RegExp(`^${begins}`));
      expect(await spoken.count()).toBe(1);
      await page.evaluate(() => dispatchEvent(new Event('test-read')));
    }
    await bar.getByRole('button', { name: '暂停' }).click();
    expect(await spoken.count()).toBe(0);
    await bar.getByRole('button', { name: '继续' }).click();
    await expect.poll(() => spoken.count()).toBe(1);
    await bar.getByLabel('语速').selectOption({ label: '快' });
    await page.keyboard.press('Escape');
    expect(await bar.count()).toBe(0);
    expect(await spoken.count()).toBe(0);
    expect(errors).toEqual([]);
  });
});

describe('朗读 on a phone', () => {
  it.each([320, 360, 412])(
    'has its bar, and the tools theirs, in one row of %d px',
    async (width) => {
      const phone = { ...PHONE, viewport: { width, height: 740 } };
      const { page } = await open(sample, phone, 'own');
      await page.addInitScript(aVoice);
      await page.goto(sample + ARTICLE, { waitUntil: 'networkidle' });
      const rowsOf = (selector: string) =>
        page.locator(selector).evaluateAll((all) => {
          const boxes = all.map((it) => it.getBoundingClientRect()).filter((box) => box.width > 0);
          return {
            rows: new Set(boxes.map(({ top }) => Math.round(top))).size,
            isInside: boxes.every(({ left, right }) => left >= 0 && right <= innerWidth),
            isLarge: boxes.every((box) => box.width >= 44 && box.height >= 44),
          };
        });
      const isGood = { rows: 1, isInside: true, isLarge: true };
      if (width >= 360) expect(await rowsOf('.tools :is(button, select)')).toEqual(isGood);
      await page.getByRole('button', { name: '朗读' }).tap();
      await page.getByRole('region', { name: '朗读' }).waitFor();
      expect(await rowsOf('.reader-bar > *')).toEqual(isGood);
    },
  );
});

it('a lost address fills in the search and names the nearest column', async () => {
  const { page } = await open(`${sample}sgj/tpxw/${encodeURIComponent('节能_宣传.shtml')}`);
  const main = page.getByRole('main');
  expect(await main.getByRole('searchbox').inputValue()).toBe('节能 宣传');
  expect(await main.locator('[data-nearest]').innerText()).toBe('离这个地址最近的栏目：图片新闻');
});

it('a long column is jumped through by month and number without a script', async () => {
  const { page } = await open(`${sample}xwzx/`, { javaScriptEnabled: false });
  await page.getByText('按年月或页码查看').click();
  await page.getByRole('link', { name: '2024年11月' }).click();
  const first = page.locator('.headlines :target time');
  expect(await first.innerText()).toMatch(/^2024-11-/);
  expect(await first.evaluate((time) => time.getBoundingClientRect().top)).toBeLessThan(740);
  await page.goto(`${sample}xwzx/`);
  await page.getByText('按年月或页码查看').click();
  await page.getByRole('link', { name: '2025年', exact: true }).click();
  const dates = await page.locator('.headlines time').allInnerTexts();
  expect(dates.some((date) => date.startsWith('2025'))).toBe(true);
});
