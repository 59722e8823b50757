import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, test } from 'vitest';
import { readArticle } from '../../../src/model/read-article.ts';
import { readPages } from '../../../src/model/read-pages.ts';
import { secondFrontMatter } from '../../../src/model/second-front-matter.ts';

const FILE = 'content/articles/2026/20260301-a/index.md';
const FIX =
  '要用的，并到文件最前面的稿件信息里，再从正文里删掉；不用的，连同上下的「---」一起删掉；真是正文的，在它上面先写一段话。';

const words = (line: number, written: string): string =>
  `${line} 正文的开头又有一段稿件信息（「${written}」），会显示在网页上，里面写的（例如草稿、日期）不起作用。 → ${FIX}`;

const said = (body: string): string[] =>
  secondFrontMatter(body, 8, FILE).map(({ line, message, fix }) => `${line} ${message} → ${fix}`);

test.for([
  [
    '\n---\ntitle: 内部标题\ndraft: true\nreviewers: 王处长\n---\n\n正文',
    words(9, 'title: 内部标题'),
  ],
  ['\ntitle: 内部标题\ndraft: true\n---\n\n正文', words(9, 'title: 内部标题')],
  ['\n---\ndraft: true\n\n正文', words(9, 'draft: true')],
  ['Draft: true\n正文', words(8, 'Draft: true')],
  ['title：内部标题\ndraft：是\n\n正文', words(8, 'title：内部标题')],
  ['———\n# 模板\n\ntitle: 甲\n———\n正文', words(8, 'title: 甲')],
  ['---\n---\n"title": 甲\n---\n正文', words(8, '"title": 甲')],
  ['\u200B---\n\u00A0\ndarft: true\n---\n正文', words(8, 'darft: true')],
  ['---\n标题：甲\n草稿：是\n---\n正文', words(8, '标题：甲')],
  ['标题：甲\n来源：乙\n---\n正文', words(8, '标题：甲')],
] as const)('%j is reported', ([body, issue]) => {
  expect(said(body)).toEqual([issue]);
  expect(said(`各单位：\n\n${body}`)).toEqual([]);
});

it('is content with a body of which the block was taken away', () => {
  expect(said('\n\n正文')).toEqual([]);
});

test.for([
  '',
  '\n\n',
  '---\n\n正文\n\n---\n\n尾',
  '---',
  '时间：2026年3月5日\n地点：三楼会议室\n\n正文',
  '来源：样例省水利厅\n\n正文',
  '日期：3月5日\n时间：10时\n\n---\n\n正文',
  'https://www.gov.cn/\n\n正文',
  '---\n\nTel: 0471\n\n正文',
  '一、标题: 甲\n\ntitle: 乙',
  '记者：title: 甲',
  '```yaml\ntitle: 甲\n```',
] as const)('%j is a text', (body) => {
  expect(said(body)).toEqual([]);
});

it('stops an article and a single page, and names the line of the file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'second-front-matter-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'lxwm.md');
  await writeFile(path, '---\ntitle: 甲\n---\n\n---\ndraft: true\n---\n正文\n');
  const article = { id: '20260301-a', path, file: FILE, folder: undefined, format: 'md' as const };
  const ofArticle = readArticle(article).issues.map(({ line, message }) => `${line} ${message}`);
  const ofPage = (await readPages(folder, () => FILE)).issues;
  const [wanted] = words(5, 'draft: true').split(' → ');
  expect(ofArticle).toContain(wanted);
  expect(ofPage.map(({ line, message }) => `${line} ${message}`)).toEqual([wanted]);
});
