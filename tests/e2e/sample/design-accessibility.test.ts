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
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
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
  // The page's own CSP refuses foreign scripts, as it should; axe is the test's.
  const context = useContext({ ...device, bypassCSP: true });
  let plain: Page;
  let elder: Page;
  beforeAll(async () => {
    [plain, elder] = await Promise.all([context.newPage(), context.newPage()]);
    await elder.addInitScript(() => localStorage.setItem('reading-mode', 'elder'));
    await plain.addInitScript(() => localStorage.removeItem('reading-mode'));
  });
  afterAll(() => Promise.all([plain.close(), elder.close()]));

  /** What is shown already stays: to load a page and axe takes longer than to judge it. */
  const shown = new Map<Page, string>();
  async function show(page: Page, url: string): Promise<void> {
    if (shown.get(page) === url) return;
    shown.delete(page);
    await page.goto(url);
    await page.waitForFunction(isReady);
    await page.addScriptTag({ path: axe });
    shown.set(page, url);
  }

  describe.each(PAGES)('%s', (__, url) => {
    it.each(['normal', 'dark', 'elder'] as const)('in %s mode', async (mode) => {
      const page = mode === 'elder' ? elder : plain;
      await page.emulateMedia({ colorScheme: mode === 'dark' ? 'dark' : 'light' });
      await show(page, url);
      expect(await page.locator('html').getAttribute('data-mode')).toBe(
        mode === 'elder' ? 'elder' : null,
      );
      const violations = await page.evaluate<AxeResults['violations']>(
        `axe.run(document, { runOnly: ${JSON.stringify(RULES[mode])}, resultTypes: ['violations'] })
          .then(({ violations }) => violations)`,
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
