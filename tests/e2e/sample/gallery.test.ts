/** A gallery (图集) as readers turn it: by buttons, keys, thumbnails and links; below each other in 长者模式 and on paper; without a script. */
import { expect, inject, it } from 'vitest';
import type { Page } from 'playwright-core';
import { DESKTOP, PHONE, useBrowser } from '../support/page.ts';
import { GALLERY } from '../support/site-pages.ts';

const URL = inject('sample') + GALLERY;
const COUNT = 6;
const open = useBrowser();

/** The picture that fills the strip. */
const shown = (page: Page): Promise<string> =>
  page.locator('.slides').evaluate((strip) => {
    const { left } = strip.getBoundingClientRect();
    const slides = [...strip.querySelectorAll('figure')];
    return (
      slides.find((slide) => Math.abs(slide.getBoundingClientRect().left - left) < 2)?.id ?? ''
    );
  });
const isShown = (page: Page, id: string) => expect.poll(() => shown(page)).toBe(id);

it.each([
  ['phone', PHONE],
  ['desktop', DESKTOP],
])(
  'on a %s buttons and keys turn it, the address says where, and nothing moves',
  async (_, device) => {
    const { page, errors } = await open('about:blank', device);
    await page.addInitScript(() => {
      let sum = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) sum += (entry as { value?: number }).value ?? 0;
        document.documentElement.dataset['shift'] = String(sum);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(URL);
    const next = page.getByRole('button', { name: '下一张' });
    const previous = page.getByRole('button', { name: '上一张' });
    expect(await previous.getAttribute('aria-disabled')).toBe('true');
    await next.click();
    await isShown(page, 'tu-2');
    expect(await page.locator('.gallery').getByRole('status').textContent()).toBe(
      `第2张，共${COUNT}张`,
    );
    expect(page.url()).toBe(`${URL}#tu-2`);
    await page.keyboard.press('ArrowRight');
    await isShown(page, 'tu-3');
    await page.keyboard.press('ArrowLeft');
    await isShown(page, 'tu-2');
    await page.goto(`${URL}?again#tu-${COUNT}`);
    await isShown(page, `tu-${COUNT}`);
    await expect.poll(() => next.getAttribute('aria-disabled')).toBe('true');
    expect(await page.locator('html').getAttribute('data-shift')).toBeNull();
    expect(errors).toEqual([]);
  },
);

it('only the pictures near the one that is shown are loaded on a phone', async () => {
  const { page, requests } = await open(URL, PHONE);
  await page.waitForLoadState('networkidle');
  const pictures = requests.filter((url) => url.includes('/_images/'));
  expect(pictures.length).toBeLessThan(COUNT);
  expect(pictures.every((url) => url.endsWith('-480.webp') || url.endsWith('-960.webp'))).toBe(
    true,
  );
});

it('a picture is shown large, and closing it leads to the slide that was seen last', async () => {
  const { page } = await open(URL, DESKTOP);
  await page.locator('#tu-1').getByRole('button').click();
  const viewer = page.getByRole('dialog');
  await viewer.getByRole('button', { name: '下一张' }).click();
  await page.keyboard.press('Escape');
  await isShown(page, 'tu-2');
  await expect.poll(() => page.url()).toBe(`${URL}#tu-2`);
});

it('without a script thumbnails lead to each picture, and no button does nothing', async () => {
  const { page } = await open(URL, { ...PHONE, javaScriptEnabled: false });
  expect(await page.getByRole('button', { name: '下一张' }).count()).toBe(0);
  await page.getByRole('link', { name: /^第5张/ }).click();
  await isShown(page, 'tu-5');
});

it('in 长者模式 and on paper all pictures stand below each other with their captions', async () => {
  const { page } = await open('about:blank', PHONE);
  await page.addInitScript(() => localStorage.setItem('reading-mode', 'elder'));
  const tops = () =>
    page.locator('.slides figure').evaluateAll((all) =>
      all.map((each) => {
        const { top, left, right } = each.getBoundingClientRect();
        return { top, isInside: left >= 0 && right <= innerWidth };
      }),
    );
  for (const media of ['screen', 'print'] as const) {
    if (media === 'print') await page.addInitScript(() => localStorage.clear());
    await page.emulateMedia({ media });
    await page.goto(URL);
    const places = await tops();
    expect(places.map(({ top }) => top)).toEqual(
      places.map(({ top }) => top).toSorted((a, b) => a - b),
    );
    expect(new Set(places.map(({ top }) => top)).size).toBe(COUNT);
    expect(places.every(({ isInside }) => isInside)).toBe(true);
    expect(await page.locator('.slide-place:visible').last().textContent()).toBe(
      `${COUNT}/${COUNT}`,
    );
    expect(await page.locator('.gallery-controls:visible, .gallery-thumbs:visible').count()).toBe(
      0,
    );
  }
});

it('other articles load nothing of it', async () => {
  const { page, requests } = await open(
    `${inject('sample')}xwzx/tpxw/202603/20260305-video-conference/`,
  );
  await page.waitForLoadState('networkidle');
  expect(requests.filter((url) => /gallery/i.test(url))).toEqual([]);
});
