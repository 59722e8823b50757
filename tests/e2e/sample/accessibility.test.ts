/** axe-core on every kind of page, on a phone and on a desktop, light and dark: no violation. */
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { describe, expect, inject, it } from 'vitest';
import { DESKTOP, PHONE, useBrowser } from '../support/page.ts';

const sample = inject('sample');
const other = inject('other');
const open = useBrowser();
const axe = createRequire(import.meta.url).resolve('axe-core');

const PAGES: readonly (readonly [string, string])[] = [
  ['home', sample],
  ['column', `${sample}xwzx/gzdt/`],
  ['picture news', `${sample}xwzx/tpxw/`],
  ['article', `${sample}xwzx/tpxw/202603/20260305-video-conference/`],
  ['article with attachments', `${sample}zwgk/tzgg/202610/20261014-model-unit-application/`],
  ['article with tables and footnotes', `${sample}zwgk/zcfg/202409/20240911-fuel-quota-rules/`],
  ['MDX article', `${sample}ywgz/ggjn/202606/20260610-energy-week/`],
  ['single page', `${sample}zwgk/jgzn/`],
  ['search', `${sample}search/?q=${encodeURIComponent('节能')}`],
  ['site map', `${sample}sitemap/`],
  ['404', `${sample}no/such/page/`],
  ['another bureau', other],
];

describe.each([
  ['phone', PHONE],
  ['desktop', DESKTOP],
] as const)('on a %s', (_, device) => {
  describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
    it.each(PAGES)('%s', async (__, url) => {
      // The page's own CSP refuses foreign scripts, as it should; axe is the test's.
      const { page } = await open(url, { ...device, colorScheme, bypassCSP: true });
      await page.addScriptTag({ path: axe });
      const { violations } = await page.evaluate<AxeResults>('axe.run(document)');
      const found = violations.map(({ id, nodes }) => ({
        id,
        nodes: nodes.slice(0, 5).map((node) => `${node.target.join(' ')}: ${node.failureSummary}`),
      }));
      expect(found).toEqual([]);
    });

    it.each(PAGES)('%s does not scroll sideways', async (__, url) => {
      const { page } = await open(url, { ...device, colorScheme });
      const [content, window] = await page.evaluate<[number, number]>(
        '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
      );
      expect(content).toBeLessThanOrEqual(window);
    });
  });
});
