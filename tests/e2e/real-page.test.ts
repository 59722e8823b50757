/**
 * The page that the product was modelled on, made from its text where that is at hand: a reader gets all of it, in
 * order, and a number of views.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from './support/page.ts';
import { serveBuilt } from './support/serve-built.ts';
import type { ServedSite } from './support/serve-built.ts';

const PROJECT = resolve(import.meta.dirname, '../..');
const TEXT = resolve(PROJECT, '../shared/data/press-release-2021-03-05.txt');
const ID = '20210305-video-conference';
const GAP = /^\s{6,}$/;

const open = useBrowser();
let folder = '';
let site: ServedSite;
let text: RealPage;

describe.runIf(existsSync(TEXT))('the real page of 5 March 2021', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'real-page-'));
    text = readRealPage(await readFile(TEXT, 'utf8'));
    await writeBureau(folder, text);
    site = await serveBuilt(folder, folder);
  });
  afterAll(async () => {
    await site.close();
    await rm(folder, { recursive: true });
  });

  it('is what a reader gets', async () => {
    const { page, errors } = await open(`${site.url}xwzx/tpxw/202103/${ID}/`);
    await page.getByText(/^浏览次数：\d+$/).waitFor();
    const lines = [
      '网站支持IPv6',
      `当前所在位置：${text.crumbs}`,
      text.title,
      text.subtitle,
      `来源：${text.source}`,
      `发布日期：${text.date}`,
    ];
    for (const line of lines) {
      expect(await page.getByText(line, { exact: true }).first().isVisible()).toBe(true);
    }
    const body = await page
      .locator('.body > *')
      .evaluateAll((nodes) =>
        nodes.map((node) => (node.tagName === 'FIGURE' ? '(picture)' : node.textContent)),
      );
    expect(body).toEqual(text.blocks.map((block) => block ?? '(picture)'));
    expect(body.filter((block) => block === '(picture)')).toHaveLength(3);
    expect(errors).toEqual([]);
  });

  it('answers at its old address', async () => {
    const old = `${site.url}sgj/tpxw/202103/5fc28c882e344326a51512ae37220a03.shtml`;
    const response = await fetch(old, { redirect: 'manual' });
    expect(response.status).toBe(301);
    expect(response.headers.get('location')).toBe(`/xwzx/tpxw/202103/${ID}/`);
  });
});

interface RealPage {
  crumbs: string;
  title: string;
  subtitle: string;
  source: string;
  date: string;
  /** Paragraphs in order; undefined where a picture stood. */
  blocks: (string | undefined)[];
}

function readRealPage(file: string): RealPage {
  const lines = file.replaceAll('\r', '').split('\n');
  const after = (pattern: RegExp): string =>
    lines.map((line) => pattern.exec(line)?.[1]).find((found) => found !== undefined) ?? '';
  const meta = lines.findIndex((line) => line.startsWith('来源'));
  return {
    crumbs: after(/^当前所在位置[:：](.*)$/),
    title: lines[meta - 2] ?? '',
    subtitle: lines[meta - 1] ?? '',
    source: after(/来源[:：](\S+)/),
    date: after(/发布日期[:：](\S+)/),
    blocks: lines
      .slice(meta + 1)
      .filter((line) => GAP.test(line) || line.trim() !== '')
      .map((line) => (line.trim() === '' ? undefined : line.trim())),
  };
}

const SITE = `name: 自治区机关事务管理局
url: https://www.example.gov.cn/
identifier: "9900000022"
description: 由真实页面的文字制成。
ipv6: true
sponsor: 自治区机关事务管理局
contact: { address: 首府, phone: 0999-8800000 }
home: [{ column: tpxw, style: pictures, count: 5 }]
`;

const COLUMNS = `- { slug: xwzx, name: 新闻资讯 }
- { slug: tpxw, name: 图片新闻, parent: xwzx, style: pictures }
`;

async function writeBureau(bureau: string, page: RealPage): Promise<void> {
  const article = join(bureau, 'content/articles/2021', ID);
  await mkdir(article, { recursive: true });
  await mkdir(join(bureau, 'public'));
  await writeFile(join(bureau, 'content/site.yaml'), SITE);
  await writeFile(join(bureau, 'content/columns.yaml'), COLUMNS);
  let picture = 0;
  const blocks: string[] = [];
  for (const block of page.blocks) {
    if (block !== undefined) {
      blocks.push(block);
      continue;
    }
    picture += 1;
    const background = { r: 60 * picture, g: 90, b: 120 };
    await sharp({ create: { width: 1200, height: 800, channels: 3, background } })
      .jpeg()
      .toFile(join(article, `${picture}.jpg`));
    blocks.push(`![会议现场之${picture}](${picture}.jpg)`);
  }
  const front = [
    `title: ${page.title}`,
    `subtitle: ${page.subtitle}`,
    `source: ${page.source}`,
    `date: ${page.date}`,
    'category: 图片新闻',
    'aliases: [/sgj/tpxw/202103/5fc28c882e344326a51512ae37220a03.shtml]',
  ];
  const text = ['---', ...front, '---', '', blocks.join('\n\n'), ''].join('\n');
  await writeFile(join(article, 'index.md'), text);
}
