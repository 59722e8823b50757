/** Readers who ask their system for more contrast, or who choose all colours themselves (Windows' contrast themes). */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { useContext } from '../support/context.ts';
import { lowContrast } from '../support/contrast.ts';
import { walk } from '../support/keyboard.ts';
import { DESKTOP } from '../support/page.ts';
import { ARTICLE, isReady, pageKinds } from '../support/site-pages.ts';

const sample = inject('sample');
const PAGES = pageKinds(sample, inject('other'));

/** What WCAG 2.2 calls enhanced (1.4.6). */
const ENHANCED = 7;

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  describe.each([
    ['with more contrast', { contrast: 'more' }],
    ['with forced colours', { forcedColors: 'active' }],
  ] as const)('%s', (_, media) => {
    // The page's own CSP refuses expressions that are text, as it should.
    const context = useContext({ ...DESKTOP, bypassCSP: true, colorScheme, ...media });
    let page: Page;
    beforeAll(async () => {
      page = await context.newPage();
    });
    afterAll(() => page.close());

    it('every text of every kind of page has 7:1', async () => {
      const low: string[] = [];
      for (const [name, url] of PAGES) {
        await page.goto(url);
        await page.waitForFunction(isReady);
        const texts = await page.evaluate(lowContrast, ENHANCED);
        low.push(...texts.map((text) => `${name}: ${text}`));
      }
      expect(low).toEqual([]);
    });

    it('every control has a border, what is current is marked, the focus is seen', async () => {
      await page.goto(sample + ARTICLE);
      expect(await page.evaluate(UNMARKED)).toEqual([]);
      const steps = await walk(page);
      expect(steps.length).toBeGreaterThan(20);
      expect(steps.filter(({ isDrawn, isShown }) => !isDrawn || !isShown)).toEqual([]);
    });
  });
});

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
