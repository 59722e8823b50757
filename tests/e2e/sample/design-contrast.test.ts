/** Readers who ask their system for more contrast, or who choose all colours themselves (Windows' contrast themes). */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { useContext } from '../support/context.ts';
import { lowContrast } from '../support/contrast.ts';
import { walk } from '../support/keyboard.ts';
import { DESKTOP } from '../support/page.ts';
import { ARTICLE, isReady, pageKinds } from '../support/site-pages.ts';

const sample = inject('sample');
const PAGES = pageKinds(sample, inject('other'));

/** What WCAG 2.2 calls enhanced (1.4.6). */
const ENHANCED = 7;

const WISHES = [
  ['light colours with more contrast', { colorScheme: 'light', contrast: 'more' }],
  ['dark colours with more contrast', { colorScheme: 'dark', contrast: 'more' }],
  ['light forced colours', { colorScheme: 'light', forcedColors: 'active' }],
  ['dark forced colours', { colorScheme: 'dark', forcedColors: 'active' }],
] as const;
/** What the reader's system does not ask for. */
const NOTHING = { contrast: 'no-preference', forcedColors: 'none' } as const;

// The page's own CSP refuses expressions that are text, as it should.
const context = useContext({ ...DESKTOP, bypassCSP: true });
let page: Page;
beforeAll(async () => {
  page = await context.newPage();
});
afterAll(() => page.close());

it.each(PAGES)('every text of the %s has 7:1 for all of them', async (_, url) => {
  await page.goto(url);
  await page.waitForFunction(isReady);
  const low: Record<string, string[]> = {};
  for (const [name, media] of WISHES) {
    await page.emulateMedia({ ...NOTHING, ...media });
    low[name] = await page.evaluate(lowContrast, ENHANCED);
  }
  expect(low).toEqual(Object.fromEntries(WISHES.map(([name]) => [name, []])));
});

it.each(WISHES)(
  'with %s every control has a border, what is current is marked, the focus is seen',
  async (_, media) => {
    await page.emulateMedia({ ...NOTHING, ...media });
    await page.goto(sample + ARTICLE);
    expect(await page.evaluate(UNMARKED)).toEqual([]);
    const steps = await walk(page);
    expect(steps.length).toBeGreaterThan(20);
    expect(steps.filter(({ isDrawn, isShown }) => !isDrawn || !isShown)).toEqual([]);
  },
);

/** Fields and buttons of forms without a border, and current entries that only a colour tells from the others. */
const UNMARKED = `(() => {
  const shown = (selector) => [...document.querySelectorAll(selector)]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }));
  const isDrawn = (width, style) => style !== 'none' && Number.parseFloat(width) >= 1;
  const unbordered = shown('form input, form button, form select').filter((element) => {
    const { borderBlockStartWidth, borderBlockStartStyle } = getComputedStyle(element);
    return !isDrawn(borderBlockStartWidth, borderBlockStartStyle);
  });
  const unmarked = shown('.site-nav [aria-current], [aria-pressed=true]').filter((element) => {
    const { outlineWidth, outlineStyle, textDecorationLine } = getComputedStyle(element);
    const after = getComputedStyle(element, '::after');
    return !isDrawn(outlineWidth, outlineStyle) && textDecorationLine !== 'underline' &&
      !isDrawn(after.borderBlockEndWidth, after.borderBlockEndStyle);
  });
  return [...unbordered, ...unmarked].map((element) => element.outerHTML.slice(0, 80));
})()`;
