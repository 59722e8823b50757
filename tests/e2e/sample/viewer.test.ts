/** Pictures that are shown as large as the window, and how they are told to who sees none. */
import { describe, expect, inject, it } from 'vitest';
import { PHONE, useBrowser } from '../support/page.ts';
import { ARTICLE } from '../support/site-pages.ts';

const sample = inject('sample');
const open = useBrowser('again');

describe('a picture', () => {
  it('is shown large, the others by keys, and the focus comes back', async () => {
    const { page, errors } = await open(sample + ARTICLE);
    await page.getByRole('button', { name: '放大第1张图片' }).focus();
    await page.keyboard.press('Enter');
    const viewer = page.getByRole('dialog', { name: '查看图片' });
    await viewer.waitFor();
    expect(await viewer.locator('.viewer-caption').innerText()).toMatch(/（1\/4）$/);
    const isWhole = await viewer.locator('img').evaluate((image) => {
      const [inner, outer] = [image, image.closest('.viewer-picture') ?? image].map((node) =>
        node.getBoundingClientRect(),
      );
      return inner !== undefined && outer !== undefined && inner.bottom <= outer.bottom + 1;
    });
    expect(isWhole).toBe(true);
    await page.keyboard.press('ArrowRight');
    expect(await viewer.locator('.viewer-caption').innerText()).toMatch(/（2\/4）$/);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    expect(await viewer.locator('.viewer-caption').innerText()).toMatch(/（4\/4）$/);
    await page.keyboard.press('Escape');
    expect(await viewer.count()).toBe(0);
    const focused = 'document.activeElement.getAttribute("aria-label")';
    expect(await page.evaluate<string>(focused)).toBe('放大第1张图片');
    expect(errors).toEqual([]);
  });

  it('is closed by the way back, which stays on the page, and leaves nothing in the history', async () => {
    const { page } = await open(`${sample}xwzx/tpxw/`, PHONE, 'own');
    await page.goto(sample + ARTICLE, { waitUntil: 'networkidle' });
    const steps = await page.evaluate<number>('history.length');
    const viewer = page.getByRole('dialog', { name: '查看图片' });
    await page.getByRole('button', { name: '放大第2张图片' }).tap();
    await viewer.waitFor();
    await page.goBack();
    await expect.poll(() => viewer.count()).toBe(0);
    expect(page.url()).toBe(sample + ARTICLE);
    for (const close of [
      () => page.keyboard.press('Escape'),
      () => viewer.getByRole('button', { name: '关闭' }).tap(),
    ]) {
      await page.getByRole('button', { name: '放大第2张图片' }).tap();
      await viewer.waitFor();
      await close();
      await expect.poll(() => viewer.count()).toBe(0);
      await expect.poll(() => page.evaluate('history.state')).toBeNull();
    }
    // One that was opened lies ahead at most.
    expect(await page.evaluate<number>('history.length')).toBeLessThanOrEqual(steps + 1);
    await page.goBack();
    await page.waitForURL(`${sample}xwzx/tpxw/`);
  });

  it('is closed by a tap beside it, and not by one on it', async () => {
    const { page } = await open(sample + ARTICLE, PHONE);
    const viewer = page.getByRole('dialog', { name: '查看图片' });
    await page.getByRole('button', { name: '放大第1张图片' }).tap();
    await viewer.waitFor();
    const image = viewer.locator('img');
    await expect
      .poll(() => image.evaluate((it: HTMLImageElement) => it.naturalWidth))
      .toBeGreaterThan(0);
    const box = await image.boundingBox();
    const [x, middle] = [180, (box?.y ?? 0) + (box?.height ?? 0) / 2];
    await page.touchscreen.tap(x, middle);
    expect(await viewer.count()).toBe(1);
    await page.touchscreen.tap(x, (box?.y ?? 0) + 20);
    await expect.poll(() => viewer.count()).toBe(0);
  });

  it('is opened once by two presses, though its file is late, and not closed by the second', async () => {
    const { page } = await open(sample + ARTICLE, { viewport: PHONE.viewport }, 'own');
    const viewer = page.getByRole('dialog', { name: '查看图片' });
    const button = page.getByRole('button', { name: '放大第1张图片' });
    const late = Promise.withResolvers<void>();
    await page.route('**/picture-viewer*', async (route) => {
      await late.promise;
      await route.continue();
    });
    await button.click();
    await button.click();
    late.resolve();
    await viewer.first().waitFor();
    // What was pressed first comes first; then all that was pressed has come.
    await page.evaluate('new Promise(requestAnimationFrame)');
    expect(await viewer.count()).toBe(1);
    await page.goBack();
    await expect.poll(() => viewer.count()).toBe(0);
    expect(page.url()).toBe(sample + ARTICLE);
    // Where the picture stood in the text, the viewer has nothing.
    await button.evaluate((it) => it.scrollIntoView({ block: 'start' }));
    await button.dblclick({ position: { x: 20, y: 20 } });
    await viewer.waitFor({ timeout: 5000 });
    await page.evaluate('new Promise(requestAnimationFrame)');
    expect(await viewer.count()).toBe(1);
  });

  it('is told once: by its caption, and the button by its number', async () => {
    const { page } = await open(sample + ARTICLE);
    const figure = page.locator('.body figure').first();
    const caption = await figure.locator('figcaption').innerText();
    expect(await figure.ariaSnapshot()).toBe(
      [`- figure "${caption}":`, '  - button "放大第1张图片"', `  - text: ${caption}`].join('\n'),
    );
    await page.getByRole('button', { name: '放大第1张图片' }).click();
    expect(await page.getByRole('dialog').ariaSnapshot()).toBe(
      [
        '- dialog "查看图片":',
        `  - paragraph: ${caption}（1/4）`,
        '  - paragraph:',
        ...['上一张', '下一张', '关闭'].map((name) => `    - button "${name}"`),
      ].join('\n'),
    );
  });
});
