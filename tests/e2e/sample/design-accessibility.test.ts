/**
 * Twelve kinds of page × phone and desktop × normal, dark and elder mode: no axe violation, no scrolling sideways, no
 * text too small, no target too small, nothing that plays by itself.
 */
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { useContext } from '../support/context.ts';
import { measure } from '../support/measure.ts';
import { DESKTOP, PHONE } from '../support/page.ts';
import { isReady, pageKinds } from '../support/site-pages.ts';

const PAGES = pageKinds(inject('sample'), inject('other'));
const axe = createRequire(import.meta.url).resolve('axe-core');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The dark pages differ from the light ones in nothing but their colours. */
const RULES = { normal: TAGS, dark: ['color-contrast'], elder: TAGS } as const;

/** CSS pixels: of any text, and of what is tapped (44 by WCAG 2.2 AAA and 《规范》, 60 in elder mode). */
const LEAST = {
  normal: { text: 14, target: 44 },
  dark: { text: 14, target: 44 },
  elder: { text: 24, target: 60 },
} as const;

describe.each([
  ['phone', PHONE],
  ['desktop', DESKTOP],
] as const)('on a %s', (_, device) => {
  describe.each(['normal', 'dark', 'elder'] as const)('in %s mode', (mode) => {
    // The page's own CSP refuses foreign scripts, as it should; axe is the test's.
    const context = useContext({
      ...device,
      bypassCSP: true,
      colorScheme: mode === 'dark' ? 'dark' : 'light',
    });
    let page: Page;
    beforeAll(async () => {
      page = await context.newPage();
      if (mode === 'elder') {
        await page.addInitScript(() => localStorage.setItem('reading-mode', 'elder'));
      }
    });
    afterAll(() => page.close());

    it.each(PAGES)('%s', async (__, url) => {
      await page.goto(url);
      await page.waitForFunction(isReady);
      const root = page.locator('html');
      expect(await root.getAttribute('data-mode')).toBe(mode === 'elder' ? 'elder' : null);
      await page.addScriptTag({ path: axe });
      const { violations } = await page.evaluate<AxeResults>(
        `axe.run(document, { runOnly: ${JSON.stringify(RULES[mode])} })`,
      );
      const found = violations.map(({ id, nodes }) => ({
        id,
        nodes: nodes.slice(0, 5).map((node) => `${node.target.join(' ')}: ${node.failureSummary}`),
      }));
      expect(found).toEqual([]);
      const { small, narrow, overflow, playing } = await page.evaluate(measure, LEAST[mode]);
      expect({ small, narrow, overflow, playing }).toEqual({
        small: [],
        narrow: [],
        overflow: 0,
        playing: 0,
      });
    });
  });
});
