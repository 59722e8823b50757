/** A built and served site after an article moved, one was corrected, and one was withdrawn. */
import { isControlFile } from '../../../src/publish/control-files.ts';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aText } from '../../support/a-bureau.ts';
import { writeFiles } from '../../support/a-folder.ts';
import { filesBelow } from '../support/contents.ts';
import { PHONE, useBrowser } from '../support/page.ts';
import { serveBuilt } from '../support/serve-built.ts';
import type { ServedSite } from '../support/serve-built.ts';

const open = useBrowser('again');
let folder = '';
let site: ServedSite;

const NOTE = '“2个”应为“3个”。';
const FILES = {
  'content/site.yaml': `name: 示例局
url: https://bureau.example.gov.cn/
identifier: "0000000000"
description: 示例局网站
sponsor: 示例局
contact: { address: 示例路1号, phone: 000-0000000 }
home: []
`,
  'content/columns.yaml': '- { slug: tz, name: 通知公告 }\n- { slug: xw, name: 新闻 }\n',
  'content/addresses.tsv': [
    '/xw/202601/20260101-was/\t20260101-was',
    '/xw/202601/20260101-was/表.txt\t20260101-was',
    '/xw/202601/20260101-now/\t20260101-was',
    '/tz/202601/20260102-gone/\t20260102-gone',
    '',
  ].join('\n'),
  'content/articles/2026/20260101-now/index.md': aText('2026-01-01', [
    'attachments: [表.txt]',
    `corrections: [{ date: 2026-01-05, note: ${NOTE} }]`,
  ]),
  'content/articles/2026/20260101-now/表.txt': '甲',
  'content/articles/2026/20260102-gone/index.md': aText('2026-01-02', [
    'attachments: [密.txt]',
    'withdrawn: { date: 2026-01-06, reason: 内容有误 }',
  ]).replace('title: 测试', 'title: 不宜公开的标题'),
  'content/articles/2026/20260102-gone/密.txt': '不宜公开的内容',
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lasting-'));
  await writeFiles(folder, FILES);
  site = await serveBuilt(folder, folder);
});
afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true });
});

it('former addresses of a page and its file answer with 301 to where they are', async () => {
  const ask = async (path: string) => {
    const { status, headers } = await fetch(site.url + path, { redirect: 'manual' });
    return [status, headers.get('location')];
  };
  const now = '/tz/202601/20260101-now/';
  expect(await ask('xw/202601/20260101-was/')).toEqual([301, now]);
  expect(await ask(`xw/202601/20260101-was/${encodeURIComponent('表.txt')}`)).toEqual([
    301,
    `${now}%E8%A1%A8.txt`,
  ]);
  expect(await ask(now.slice(1))).toEqual([200, null]);
});

it('its views are counted under the name that it had first', async () => {
  expect(await readFile(join(site.dist, 'views/2026.txt'), 'utf8')).toBe('20260101-was\n');
  const { page } = await open(`${site.url}tz/202601/20260101-now/`, PHONE);
  expect(await page.locator('[data-view-count]').getAttribute('data-view-count')).toBe(
    '20260101-was',
  );
});

it('a correction is told above the text, and in the public record', async () => {
  const { page, errors } = await open(`${site.url}tz/202601/20260101-now/`, PHONE);
  const note = page.getByRole('region', { name: '更正' });
  expect(await note.getByRole('listitem').innerText()).toMatch(new RegExp(`2026-01-05\\s+${NOTE}`));
  await note.getByRole('link', { name: '本站更正记录' }).click();
  await page.getByRole('heading', { name: '更正记录', level: 1 }).waitFor();
  expect(await page.locator('main').getByRole('listitem').last().innerText()).toContain(NOTE);
  await page.getByRole('link', { name: '测试' }).click();
  await page.getByRole('heading', { name: '测试', level: 1 }).waitFor();
  expect(errors).toEqual([]);
});

it('a withdrawn article says so at its address, and nothing of it is anywhere', async () => {
  const { page } = await open(`${site.url}tz/202601/20260102-gone/`, PHONE);
  expect(await page.title()).toBe('稿件已经撤下 - 示例局');
  expect(await page.locator('main').innerText()).toContain('撤下原因：内容有误');
  expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
  const texts = await Promise.all(
    (await filesBelow(site.dist)).map(
      async (file) => [file, await readFile(file, 'utf8')] as const,
    ),
  );
  const holding = (words: string): string[] =>
    texts.flatMap(([file, text]) =>
      text.includes(words) ? [file.slice(site.dist.length + 1)] : [],
    );
  expect(holding('不宜公开')).toEqual([]);
  // Servers are told where to say so.
  const shown = holding('20260102-gone').filter((file) => !isControlFile(file));
  expect(shown).toEqual(['tz/202601/20260102-gone/index.html']);
});
