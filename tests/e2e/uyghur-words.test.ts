/** What a Uyghur site says: nothing in Chinese but what staff wrote and law demands; and in which language it says it. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Element, Root } from 'hast';
import { rehype } from 'rehype';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildSite } from './support/serve-built.ts';

const BUREAU = resolve(import.meta.dirname, '../fixtures/uyghur-bureau');
const ARTICLE = 'xw/202603/20260305-energy-meeting/';
const CHINESE = 'uq/202604/20260415-chinese-notice/';
const HAN = /\p{Script=Han}+/gu;

let folder = '';
let dist = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'uyghur-words-'));
  dist = join(folder, 'dist');
  await buildSite(BUREAU, dist);
});
afterAll(() => rm(folder, { recursive: true }));

it('is Uyghur on every page and in every feed, but for what staff wrote and the registrations', async () => {
  const written = await textsBelow(join(BUREAU, 'content'), /\.(?:md|yaml)$/);
  const content = written.map(([, text]) => text.replaceAll(/^\s*#.*$/gm, '')).join('\n');
  // Law names it, as it does the numbers of registrations.
  const allowed = new Set(['网站标识码', ...(content.match(HAN) ?? [])]);
  const pages = await textsBelow(dist, /\.(?:html|xml|json|css)$/);
  expect(pages.length).toBeGreaterThan(30);
  const found = pages.flatMap(([path, text]) =>
    (path.endsWith('.html') ? wordsOf(text) : [text])
      .flatMap((words) => words.match(HAN) ?? [])
      .filter((run) => !allowed.has(run))
      .map((run) => `${path}: ${run}`),
  );
  expect(found).toEqual([]);
});

it('is Uyghur in every script', async () => {
  // Those that are left out know Chinese characters, or have a comment.
  const scripts = await textsBelow(join(dist, '_astro'), /\.js$/);
  const small = scripts.filter(
    ([path]) => !/simplify|near-offers|normalise|first-paint|index\.astro/.test(path),
  );
  expect(small.length).toBeGreaterThan(8);
  expect(
    small.flatMap(([path, text]) => text.match(HAN)?.map((run) => `${path}: ${run}`) ?? []),
  ).toEqual([]);
  expect(scripts.some(([, text]) => text.includes('كۆچۈرۈلدى'))).toBe(true);
});

it('names the language to readers’ programs, and the other sites on the home page', async () => {
  const [home = '', article = '', chinese = '', feed = '', json = ''] = await Promise.all(
    ['index.html', `${ARTICLE}index.html`, `${CHINESE}index.html`, 'feed.xml', 'feed.json'].map(
      (path) => readFile(join(dist, path), 'utf8'),
    ),
  );
  for (const page of [home, article]) expect(page).toContain('<html lang="ug" dir="rtl">');
  expect(home.match(/<link rel="alternate" hreflang="[^>]*>/g)).toEqual([
    '<link rel="alternate" hreflang="ug" href="https://ug.example.gov.cn/">',
    '<link rel="alternate" hreflang="zh-CN" href="https://www.example.gov.cn/">',
    '<link rel="alternate" hreflang="en" href="https://en.example.gov.cn/">',
  ]);
  expect(article).not.toContain('rel="alternate" hreflang');
  expect(article).toContain('<meta property="og:locale" content="ug_CN">');
  expect(article).toContain('"inLanguage":"ug"');
  expect(chinese).toContain('"inLanguage":"zh-CN"');
  expect(feed).toContain('<language>ug</language>');
  expect(JSON.parse(json)).toMatchObject({ language: 'ug' });
  for (const link of [
    'hreflang="zh-CN" lang="zh-CN" dir="ltr"',
    'hreflang="en" lang="en" dir="ltr"',
  ])
    expect(home.split(link)).toHaveLength(3);
});

/** Path below the folder, and text, of each file. */
async function textsBelow(root: string, name: RegExp): Promise<(readonly [string, string])[]> {
  const paths = (await readdir(root, { recursive: true })).filter((path) => name.test(path));
  return Promise.all(
    paths.map(async (path) => [path, await readFile(join(root, path), 'utf8')] as const),
  );
}

/** All that a reader or a program reads in a page: its texts, and its attributes but for addresses. */
function wordsOf(html: string): string[] {
  const words: string[] = [];
  visit(rehype().parse(html.replaceAll('<wbr>', '')) as Root, (node) => {
    if (node.type === 'text') words.push(node.value);
    if (node.type !== 'element') return;
    for (const [name, value] of Object.entries((node as Element).properties)) {
      if (!['href', 'src', 'srcSet', 'action'].includes(name)) words.push(String(value));
    }
  });
  return words;
}
