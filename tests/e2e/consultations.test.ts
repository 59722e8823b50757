/** A consultation (意见征集) from its first day until its result is told, as readers meet it: built anew as time goes by. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeFiles } from '../support/a-folder.ts';
import { SMALL_SITE } from './support/a-small-bureau.ts';
import { contentsOf } from './support/contents.ts';
import { useBrowser } from './support/page.ts';
import { buildSite, serveBuilt } from './support/serve-built.ts';
import type { ServedSite } from './support/serve-built.ts';

const FIELDS = 'source: 示例局\ncategory: 意见征集';
const ASKING = `---
title: 关于《示例办法》征求意见的公告
date: 2026-11-02
${FIELDS}
consultation:
  until: 2026-11-27
  by:
    - 邮箱: yijian@example.gov.cn
    - 电话: 0999-8800012
    - 传真: 0999-8800013
  result: 20261210-result
---

请提出意见。
`;
const RESULT = `---
title: 《示例办法》意见采纳情况
date: 2026-12-10
${FIELDS}
---

收到意见3条，采纳2条。
`;
const OTHER = `---
title: 关于食堂征求意见的公告
date: 2026-11-20
${FIELDS}
consultation: { from: 2026-11-26, until: 2026-12-31, by: 来信请寄示例路1号 }
---

请提出意见。
`;

let folder = '';
let site: ServedSite;
const open = useBrowser();
const rebuild = (now: string): Promise<string> =>
  buildSite(folder, site.dist, { flags: ['--now', now] });
const ASKED = 'yj/202611/20261102-asking/';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'consultations-'));
  await writeFiles(folder, {
    'content/site.yaml': SMALL_SITE,
    'content/columns.yaml':
      '- { slug: tz, name: 通知 }\n- { slug: yj, name: 意见征集, style: consultation }\n',
    'content/articles/2026/20261102-asking.md': ASKING,
    'content/articles/2026/20261120-other.md': OTHER,
    'content/articles/2026/20261210-result.md': RESULT,
    'public/robots.txt': 'User-agent: *\nAllow: /\n',
  });
  site = await serveBuilt(folder, folder);
});
afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true });
});

/** What the home page asks, in normal and in 长者模式. */
async function asked(): Promise<string[][]> {
  const { page } = await open(site.url, { javaScriptEnabled: false });
  const lists: string[][] = [];
  for (const path of ['', 'elder/']) {
    await page.goto(site.url + path);
    const block = page.locator('.block-consultations:visible');
    lists.push((await block.locator('a').allInnerTexts()).map((words) => words.trim()));
  }
  return lists;
}

/** What the list and the page say of it. */
async function shown(): Promise<{ list: string[]; head: string; facts: string[] }> {
  const { page } = await open(`${site.url}yj/`, { javaScriptEnabled: false });
  const rows = page.locator('.headlines > li');
  const list = await rows.evaluateAll((items) =>
    items.map((item) =>
      [item.querySelector('a')?.textContent, item.querySelector('.validity')?.textContent]
        .map((words) => words?.trim() ?? '')
        .join(' '),
    ),
  );
  await page.goto(site.url + ASKED);
  const facts = await page
    .locator('.document-facts > div')
    .evaluateAll((pairs) => pairs.map((pair) => (pair.textContent ?? '').replaceAll(/\s+/g, '')));
  const head = await page.getByRole('region', { name: '意见征集' }).innerText();
  return { list, head: head.replaceAll(/\s+/g, ''), facts };
}

const PERIOD = '征集时间2026年11月2日至2026年11月27日';
const TITLE = '关于《示例办法》征求意见的公告';
const CANTEEN = '关于食堂征求意见的公告';
const HEAD = ['意见征集', '更多'];

describe('in the course of time', () => {
  it('it is open, with the days that are left and the ways to answer', async () => {
    await rebuild('2026-11-25 09:00');
    expect(await shown()).toEqual({
      list: [`${TITLE} 征集中，还有2天`, `${CANTEEN} 尚未开始`],
      head: '征集中，还有2天',
      facts: [PERIOD, '邮箱yijian@example.gov.cn', '电话0999-8800012', '传真0999-8800013'],
    });
    const { page } = await open(site.url + ASKED);
    const links = page.locator('.document-facts a');
    expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual([
      'mailto:yijian@example.gov.cn',
      'tel:09998800012',
    ]);
    expect(await asked()).toEqual([
      [...HEAD, TITLE],
      [...HEAD, TITLE],
    ]);
  });

  it('on the next day one day less, and another one has begun', async () => {
    await rebuild('2026-11-26 00:00');
    const { list, head } = await shown();
    expect(list).toEqual([`${TITLE} 征集中，还有1天`, `${CANTEEN} 征集中，还有35天`]);
    expect(head).toBe('征集中，还有1天');
    expect(await asked()).toEqual([
      [...HEAD, TITLE, CANTEEN],
      [...HEAD, TITLE, CANTEEN],
    ]);
  });

  it('on its last day it ends today', async () => {
    await rebuild('2026-11-27 23:59');
    expect((await shown()).head).toBe('征集中，今天截止');
  });

  it('then it is over, below what is still open, without ways to answer in vain', async () => {
    await rebuild('2026-11-28 00:00');
    expect(await shown()).toEqual({
      list: [`${CANTEEN} 征集中，还有33天`, `${TITLE} 已结束`],
      head: '已结束，结果待反馈',
      facts: [PERIOD],
    });
  });

  it('until the article that tells the result appears: each leads to the other', async () => {
    await rebuild('2026-12-10 00:00');
    const { list, head } = await shown();
    expect(list.at(-1)).toBe(`${TITLE} 结果已反馈`);
    expect(head).toBe('已结束，结果已反馈：《示例办法》意见采纳情况');
    const { page } = await open(site.url + ASKED);
    await page.getByRole('link', { name: '《示例办法》意见采纳情况' }).first().click();
    await page.waitForURL('**/yj/202612/20261210-result/');
    await page
      .locator('.original-note')
      .getByRole('link', { name: '2026年11月2日的意见征集' })
      .click();
    await page.waitForURL(`**/${ASKED}`);
  });

  it('while none is open the home page asks nothing', async () => {
    await rebuild('2027-01-01 00:00');
    expect(await asked()).toEqual([[], []]);
    await rebuild('2026-12-10 00:00');
  });

  it('and what was built step by step is what is built at once', async () => {
    const fresh = join(folder, 'fresh');
    await buildSite(folder, fresh, { flags: ['--now', '2026-12-10 00:00'] });
    expect(await contentsOf(site.dist)).toEqual(await contentsOf(fresh));
  });
});
