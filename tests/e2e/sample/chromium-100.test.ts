/** Chromium 100 (March 2022) and the browsers made of it, in which many offices read: what is later only adds to a page. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transform } from 'esbuild';
import ts from 'typescript';
import { describe, expect, inject, it } from 'vitest';
import { forgetLater, LATER } from '../support/chromium-100.ts';
import { useBrowser } from '../support/page.ts';
import { ARTICLE, DOCUMENT, isReady } from '../support/site-pages.ts';

const sample = inject('sample');
const open = useBrowser();
const SEARCH = `search/?q=${encodeURIComponent('节能')}`;
const STYLES = join(import.meta.dirname, '../../../src/styles');

/** What style sheets use of later versions, and what is seen without it. */
const ADDED: Readonly<Record<string, string>> = {
  ':has() (105)': 'picture news in a list instead of a row; a second search box on the search page',
  '@container (105)': 'text that is not justified',
  '@page margin boxes (131)': 'paper without numbers of its sheets',
  'container-type (105)': 'as @container',
  'dvh, svh, lvh (108)': 'vh',
  'text-autospace (140)': 'as it is: the browser makes no space by itself',
  'text-spacing-trim (123)': 'marks as wide as they are',
  'text-wrap (114)': 'lines that are not made even',
};

const visibleLinks = `[...document.querySelectorAll('main a, main button, main h1')]
  .filter((it) => it.checkVisibility({ visibilityProperty: true }) && it.getClientRects().length > 0)
  .map((it) => it.textContent.trim() || it.getAttribute('aria-label'))`;

describe('style sheets', () => {
  it('are read without ranges in media queries, and know what each later feature adds', async () => {
    const { page } = await open(sample);
    expect(await page.evaluate(forgetLater, LATER)).toEqual(Object.keys(ADDED).toSorted());
  });

  it('say a height of the window in vh first', async () => {
    for (const name of await readdir(STYLES)) {
      const text = await readFile(join(STYLES, name), 'utf8');
      for (const [, property = '', value = ''] of text.matchAll(/([\w-]+): ([\d.]+)dvh;/g))
        expect(text, name).toMatch(
          new RegExp(`${property}: ${value}vh;\\s+${property}: ${value}dvh;`),
        );
    }
  });

  it.each([
    ['home', ''],
    ['an article', ARTICLE],
    ['a document', DOCUMENT],
    ['the search', SEARCH],
    ['elder home', 'elder/'],
    ['a list', 'xwzx/gzdt/'],
  ])('without it %s shows all that it has, within the window', async (_, path) => {
    for (const width of [360, 1440]) {
      const { page } = await open(sample + path, { viewport: { width, height: 900 } });
      await expect.poll(() => page.evaluate(`Boolean(${isReady})`)).toBe(true);
      const before = await page.evaluate<string[]>(visibleLinks);
      await page.evaluate(forgetLater, LATER);
      const after = await page.evaluate<string[]>(visibleLinks);
      expect(before.filter((name) => !after.includes(name))).toEqual([]);
      const [over, layout] = await page.evaluate<[number, string]>(
        `[document.documentElement.scrollWidth - document.documentElement.clientWidth,
          getComputedStyle(document.querySelector('.menu')).display]`,
      );
      expect(over).toBeLessThanOrEqual(0);
      // The columns are a bar on a desktop, and a menu on a phone: that is what the media queries are for.
      expect(layout === 'none').toBe(width === 1440);
    }
  });
});

/** Names of what came later, as they stand in a program, with the version. */
const LATER_NAMES: Readonly<Record<string, number>> = {
  'AbortSignal.any': 116,
  'AbortSignal.timeout': 103,
  'Array.fromAsync': 121,
  'Map.groupBy': 117,
  'Object.groupBy': 117,
  'Promise.try': 128,
  'Promise.withResolvers': 119,
  'RegExp.escape': 136,
  'URL.canParse': 120,
  'URL.parse': 126,
  checkVisibility: 105,
  getOrInsert: 144,
  inert: 102,
  intersection: 122,
  isSubsetOf: 122,
  isWellFormed: 111,
  moveBefore: 133,
  navigation: 102,
  requestClose: 134,
  role: 103,
  setHTML: 146,
  showPopover: 114,
  startViewTransition: 111,
  symmetricDifference: 122,
  toArray: 122,
  toReversed: 110,
  toSorted: 110,
  toSpliced: 110,
  toWellFormed: 111,
  union: 122,
};

describe('scripts', () => {
  const dist = inject('sampleDist');

  async function scripts(): Promise<[string, string][]> {
    const folder = join(dist, '_astro');
    const names = (await readdir(folder)).filter((name) => name.endsWith('.js'));
    return Promise.all(
      names.map(
        async (name) => [name, await readFile(join(folder, name), 'utf8')] as [string, string],
      ),
    );
  }

  it('have no syntax that came later', async () => {
    for (const [name, code] of [
      ...(await scripts()),
      ['sw.js', await readFile(join(dist, 'sw.js'), 'utf8')] as const,
    ]) {
      const options = { loader: 'js', minifyWhitespace: true } as const;
      const [asItIs, older] = await Promise.all(
        ['esnext', 'chrome100'].map((target) =>
          // Names of scripts in patterns were known from version 64 on; the tool is careful with the letters that they stand for.
          transform(code, {
            ...options,
            target,
            supported: { 'regexp-unicode-property-escapes': true },
          }),
        ),
      );
      expect(older?.code, name).toBe(asItIs?.code);
    }
  });

  it('call nothing that came later but what the search stands in for', async () => {
    const used = new Set<string>();
    for (const [name, code] of await scripts()) {
      const file = ts.createSourceFile(name, code, ts.ScriptTarget.ESNext);
      const visit = (node: ts.Node): void => {
        if (ts.isPropertyAccessExpression(node)) {
          const member = node.name.text;
          const of = ts.isIdentifier(node.expression) ? node.expression.text : '';
          for (const known of [member, `${of}.${member}`])
            if (Object.hasOwn(LATER_NAMES, known)) used.add(known);
        }
        ts.forEachChild(node, visit);
      };
      visit(file);
    }
    // `older-browsers.ts` has both.
    expect([...used].toSorted()).toEqual(['toReversed', 'toSorted']);
  });
});
