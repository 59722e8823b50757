/** npm run import of the folder that an old system hands over. */
import { spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { aBureau } from '../../support/a-bureau.ts';

const PROJECT = join(import.meta.dirname, '../../..');

function typed(folder: string, words: readonly string[]): { code: number | null; said: string } {
  const args = [join(PROJECT, 'scripts/import.ts'), '--content', join(folder, 'content')];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...args, '--now', '2026-11-25 09:00', ...words],
    { cwd: PROJECT, env: { ...process.env, INIT_CWD: folder }, encoding: 'utf8', input: '' },
  );
  return { code: status, said: `${stderr}${stdout}`.trim() };
}

async function anExport(folder: string): Promise<void> {
  await mkdir(join(folder, 'old/upload/2021'), { recursive: true });
  const photo = await sharp({
    create: { width: 300, height: 200, channels: 3, background: '#393' },
  })
    .jpeg()
    .toBuffer();
  await writeFile(join(folder, 'old/upload/2021/W0201.jpg'), photo);
  await writeFile(join(folder, 'old/upload/2021/申报 表.txt'), '甲');
  // As Excel in Chinese saves it: GBK, a quoted body with line ends.
  const csv = [
    '标题,正文,栏目,发布时间,来源,网址',
    '"会议召开","<p align=""center""><img src=""../upload/2021/W0201.jpg""></p><p align=center>会场。</p>\n<p>见<a href=""/upload/2021/%E7%94%B3%E6%8A%A5%20%E8%A1%A8.txt"">申报表</a>和<a href=""t2.html"">通知</a>。</p>",国内新闻,2021-03-05 10:30:00,办公室,http://old.example.gov.cn/tpxw/t1.html?id=3',
    '通知,<p>正文<img src="/no.jpg"></p>,通知公告,2021/3/6,,/tpxw/t2.html',
    '坏的,<p>正文</p>,通知公告,某日,,',
    '',
  ].join('\n');
  await writeFile(join(folder, 'old/稿件.csv'), gbk(csv));
}

/** GB18030 of what the table holds: an encoder is in no library here, and every character can be looked up. */
function gbk(text: string): Buffer {
  const table = new Map<string, number[]>();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0xa1; lead <= 0xf7; lead += 1) {
    for (let trail = 0xa1; trail <= 0xfe; trail += 1) {
      table.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return Buffer.from([...text].flatMap((letter) => table.get(letter) ?? [letter.charCodeAt(0)]));
}

it('articles come with their old addresses, pictures and files, once', async () => {
  const { folder, read } = await aBureau();
  await anExport(folder);
  const unknown = typed(folder, ['old']);
  expect(unknown).toMatchObject({ code: 2 });
  expect(unknown.said).toContain('国内新闻　1 篇');

  const { code, said } = typed(folder, ['--columns', '国内新闻=通知公告', 'old']);
  expect(code).toBe(1);
  expect(said).toContain('导入了 2 篇，以前导入过的 0 篇没有再导入，不能导入的 1 篇。');
  expect(said).toContain('「坏的」：没有导入，日期“某日”读不懂。');
  const article = join(folder, 'content/articles/2021/20210305-hui-yi-zhao-kai');
  expect((await readdir(article)).toSorted()).toEqual(['1.jpg', 'index.md', '申报-表.txt']);
  expect(await readFile(join(article, 'index.md'), 'utf8')).toBe(`---
title: 会议召开
source: 办公室
date: 2021-03-05 10:30
category: 通知公告
aliases:
  - '/tpxw/t1.html?id=3'
---

![会场。](1.jpg)

见[申报表](申报-表.txt)和[通知](/tpxw/t2.html)。
`);
  const other = await readFile(
    join(folder, 'content/articles/2021/20210306-tong-zhi/index.md'),
    'utf8',
  );
  expect(other).toContain('source: 示例局\n');
  expect(other).toContain('draft: true\n');
  expect(other).toContain('【未导入：图片】');
  const { issues } = await read();
  expect(issues.map(({ rule }) => rule)).not.toContain('link/dead');

  expect(typed(folder, ['--columns', '国内新闻=通知公告', 'old']).said).toContain(
    '导入了 0 篇，以前导入过的 2 篇没有再导入',
  );
});

it.each([
  [{ 'old/a.txt': '' }, '这个文件夹里没有稿件表（.csv 或 .json）。'],
  [{ 'old/a.csv': '标题\n甲', 'old/b.json': '[]' }, '这个文件夹里有 2 个表：a.csv、b.json。'],
  [{ 'old/a.json': '{' }, 'a.json 读不懂：第 1 行不是完整的 JSON。'],
  [{ 'old/a.json': '[]' }, 'a.json 里没有稿件。'],
  [{ 'old/a.csv': '标题,内容\n甲,"乙' }, 'a.csv 读不懂：'],
  [
    { 'old/a.csv': '标题,内容\n甲,乙' },
    'a.csv 里没有这几列：栏目、发布时间。它有的是：标题、内容。',
  ],
])('%j', async (files, message) => {
  const { folder, write } = await aBureau();
  await write(files);
  const { code, said } = typed(folder, ['old']);
  expect(code).toBe(1);
  expect(said).toContain(message);
});
