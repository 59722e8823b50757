/** The cases that lie beside the project, each placed in a bureau of its own, and what became of it. */
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { rehype } from 'rehype';
import type { Element, Nodes, Root } from 'hast';
import { siteOptions } from '../../../src/output/options.ts';
import { readSite } from '../../../src/build/read-site.ts';
import { renderMarkdown } from '../../../src/markdown/render-markdown.ts';
import { readFrontMatter } from '../../../src/reading/front-matter.ts';
import { stopping } from '../../../src/model/issue.ts';
import type { Issue } from '../../../src/model/issue.ts';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { aBodyContext } from '../../unit/markdown/a-body-context.ts';

const CASES = resolve(import.meta.dirname, '../../../../shared/cases');
export const areThere = existsSync(CASES);
const NOW = '2026-11-25 09:00';

/** An article's file names; where a case is no article, its own place. */
const PLACES: Readonly<Record<string, string>> = {
  'litter-names': 'content/articles/2026',
  'public-litter': 'public',
  'redirect-loop': 'content',
};

/** A bureau that one case, or all that may be published, is placed in. */
export async function writeCaseBureau(folder: string, cases: readonly string[]): Promise<void> {
  await mkdir(join(folder, 'content/articles/2026'), { recursive: true });
  await mkdir(join(folder, 'public'), { recursive: true });
  await writeFile(join(folder, 'content/site.yaml'), SITE);
  await writeFile(join(folder, 'content/columns.yaml'), COLUMNS);
  for (const name of cases) {
    await cp(join(CASES, name), join(folder, PLACES[name] ?? articleFolder(name)), {
      recursive: true,
    });
  }
}

function articleFolder(name: string): string {
  return `content/articles/2026/20261101-${name}`;
}

/** Names of all the cases that are there. */
export async function caseNames(): Promise<string[]> {
  const entries = await readdir(CASES, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/** What is said of a case when its bureau is checked. */
export async function issuesOf(folder: string): Promise<{ issues: Issue[]; stops: boolean }> {
  const { issues } = await readSite({
    ...siteOptions({ now: NOW }),
    roots: { content: join(folder, 'content'), public: join(folder, 'public') },
    out: join(folder, 'dist'),
  });
  return { issues, stops: stopping(issues).length > 0 };
}

/** An article's page: the whole of it, and the text of each block of its body. */
export interface CasePage {
  html: string;
  body: string;
  blocks: string[];
  title: string;
}

/** The page as built. */
export async function pageOf(dist: string, name: string): Promise<CasePage> {
  const html = await readFile(join(dist, `zwgk/tzgg/202611/20261101-${name}/index.html`), 'utf8');
  return readPage(html);
}

/** The body as it would be, of an article that keeps the site from being built. */
export async function bodyOf(folder: string, name: string): Promise<CasePage | undefined> {
  const path = join(folder, articleFolder(name), 'index.md');
  if (!existsSync(path)) return undefined;
  const { body } = readFrontMatter(await readFile(path, 'utf8'), path);
  return readPage(`<div class="body">${await renderMarkdown(body, aBodyContext())}</div>`);
}

function readPage(html: string): CasePage {
  const tree = rehype().parse(html);
  const blocks: string[] = [];
  let body = '';
  let title = '';
  visit(tree, 'element', (node) => {
    if (node.tagName === 'h1') title = toString(node);
    const { className } = node.properties;
    if (!Array.isArray(className) || !className.includes('body')) return;
    body = toString(node);
    blocks.push(...blocksOf(node));
  });
  return { html, body, blocks, title };
}

const BLOCKS = new Set([
  'p',
  'li',
  'td',
  'th',
  'h2',
  'h3',
  'h4',
  'pre',
  'blockquote',
  'figcaption',
  'caption',
]);

/** The text of the innermost blocks, parted at line breaks. */
function blocksOf(parent: Root | Element): string[] {
  const blocks: string[] = [];
  let own = '';
  const close = (): void => {
    if (own.trim() !== '') blocks.push(own.trim());
    own = '';
  };
  const walk = (node: Nodes): void => {
    if (node.type === 'text') own += node.value;
    if (node.type !== 'element') return;
    if (node.tagName === 'br') return close();
    const isBlock = BLOCKS.has(node.tagName);
    if (isBlock) close();
    for (const child of node.children) walk(child);
    if (isBlock) close();
  };
  for (const child of parent.children) walk(child);
  close();
  return blocks;
}

const SITE = `name: 示例自治区示例局
url: https://www.example.gov.cn/
identifier: "9900000066"
description: 放着各种写法的网站。
sponsor: 示例局
contact: { address: 示例路1号, phone: 0999-8800000 }
home: []
`;
const COLUMNS = `- { slug: zwgk, name: 政务公开 }
- { slug: tzgg, name: 通知公告, parent: zwgk }
`;
