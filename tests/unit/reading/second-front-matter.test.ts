import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, test } from 'vitest';
import { NO_WORDS } from '../../../src/model/bureau-words.ts';
import { readArticle } from '../../../src/reading/read-article.ts';
import { readPages } from '../../../src/reading/read-pages.ts';
import { secondFrontMatter } from '../../../src/reading/second-front-matter.ts';
import { cpuMsOf } from '../../support/cpu-time.ts';

const FILE = 'content/articles/2026/20260301-a/index.md';
const KEEP =
  '要用的，并到文件最前面的稿件信息里，再从正文里删掉；不用的，连同上下的「---」之类一起删掉；';
const FIX = `${KEEP}真是给读者看的，在它上面先写一段话，再在它的上一行和下一行各写「\`\`\`」。`;
const FIX_IN_CODE = `${KEEP}真是给读者看的例子，在它上面先写一段话。`;

const words = (line: number, written: string, fix = FIX, where = '正文的开头'): string =>
  `${line} ${where}又有一段稿件信息（「${written}」），会显示在网页上，里面写的（例如草稿、日期）不起作用。 → ${fix}`;

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
  // As the remedy says.
  expect(said(`各单位：\n\n\`\`\`\n${body}\n\`\`\`\n\n正文`)).toEqual([]);
});

test.for([
  [
    'a comment',
    '<!-- 供内部 -->\n---\ntitle: 内部标题\ndraft: true\n---\n\n正文',
    9,
    'title: 内部标题',
  ],
  ['a comment of lines', '<!--\n供内部\n-->\n\ndraft: true\n', 12, 'draft: true'],
  ['a comment of MDX', '{/* 供内部 */}\n---\nexpires: 2026-12-01\n---', 9, 'expires: 2026-12-01'],
  ['a comment in its line', '<!-- 甲 --> title: 乙\ndraft: true', 8, '<!-- 甲 --> title: 乙'],
  ['a heading', '# 通知\n\n---\ntitle: 甲\n---\n正文', 10, 'title: 甲'],
  ['a heading, without signs', '## 通知\n\ntitle: 甲\ncategory: 乙', 10, 'title: 甲'],
  ['a quotation', '> 摘自内网\n\n---\ndraft: true\n---', 10, 'draft: true'],
  ['in a quotation', '> ---\n> title: 甲\n> draft: true\n> ---', 9, '> title: 甲'],
  ['in a list', '- title: 甲\n- draft: true', 8, '- title: 甲'],
  ['a picture', '![图](1.jpg)\n\n---\ntitle: 甲\ndate: 2026-01-02\n---', 10, 'title: 甲'],
  ['asterisks', '***\ntitle: 甲\n***', 8, 'title: 甲'],
  ['lines', '___\ndraft: true\n___', 8, 'draft: true'],
  ['TOML', '+++\ntitle = "甲"\ndraft = true\n+++\n\n正文', 8, 'title = "甲"'],
  ['TOML without signs', 'title = "甲"\ndraft = true', 8, 'title = "甲"'],
  ['JSON', '{\n  "title": "甲",\n  "draft": true\n}', 8, '"title": "甲",'],
  ['a language', '---yaml\ntitle: 甲\n---', 8, 'title: 甲'],
  ['blank lines', '---\n\n\ntitle: 甲\n\ndraft: true\n\n---', 8, 'title: 甲'],
  ['wide signs', '－－－\ntitle：甲\n－－－', 8, 'title：甲'],
  ['wide plus signs', '＋＋＋\ntitle＝甲\ndraft＝true\n＋＋＋', 8, 'title＝甲'],
  ['wide letters', 'ｔｉｔｌｅ：甲\nｄｒａｆｔ：是', 8, 'ｔｉｔｌｅ：甲'],
  ['bold', '**title**: 甲\n**draft**: true', 8, '**title**: 甲'],
  ['another generator', '---\nlayout: post\npublished: false\n---', 8, 'layout: post'],
] as const)('%s does not hide it', ([, body, line, written]) => {
  expect(said(body)).toEqual([words(line, written)]);
  expect(said(`各单位：\n\n\`\`\`\n${body}\n\`\`\`\n\n正文`)).toEqual([]);
});

test.for([
  ['```yaml\n---\ntitle: 甲\ndraft: true\n---\n```\n\n正文', 9, 'title: 甲'],
  ['# 通知\n\n~~~\ntitle: 甲\nexpires: 2026-12-01\n~~~', 11, 'title: 甲'],
  ['```\ndraft: true\n```\n\n正文', 9, 'draft: true'],
] as const)('code at the beginning does not hide it: %j', ([body, line, written]) => {
  expect(said(body)).toEqual([words(line, written, FIX_IN_CODE)]);
  expect(said(`稿件信息这样写。\n\n${body}`)).toEqual([]);
});

test.for([
  ['正文。\n\n---\ntitle: 第二篇\ndate: 2026-03-05\n---\n\n正文。', 10, 'title: 第二篇'],
  ['正文。\n\n+++\ntitle = "乙"\ndate = 2026-03-05\n+++', 10, 'title = "乙"'],
  ['正文。\n\n---\ndraft: true\n---', 10, 'draft: true'],
  ['正文。\n\ntitle: 乙\ndraft: true\n', 10, 'title: 乙'],
  ['正文。\ntitle: 乙\ndraft: true\n', 9, 'title: 乙'],
  ['正文。\n\n---\n标题：乙\n草稿：是\n---', 10, '标题：乙'],
  ['正文。\n\ntitle: 乙\nsource: 丙\ndate: 2026-03-05\n---', 10, 'title: 乙'],
] as const)('a text above does not hide it: %j', ([body, line, written]) => {
  expect(said(body)).toEqual([words(line, written, FIX, '正文里')]);
  const place = body.split('\n').slice(line - 8);
  const above = body.split('\n').slice(0, line - 8);
  expect(said([...above, '```', ...place, '```'].join('\n'))).toEqual([]);
});

it('names each of several', () => {
  const body = '---\ntitle: 甲\n---\n\n---\ntitle: 乙\ndraft: true\n---\n\n正文';
  expect(said(body)).toEqual([words(8, 'title: 甲'), words(12, 'title: 乙')]);
});

it('reads a long text at once', async () => {
  const body = `${'= '.repeat(50_000)}\n${'> '.repeat(50_000)}\n${'来源：甲\n\n'.repeat(10_000)}${'---\n'.repeat(10_000)}`;
  expect(await cpuMsOf(() => expect(said(body)).toEqual([]))).toBeLessThan(1_500);
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
  '```js\nconst draft = true;\n```',
  '# 通知\n\n来源：样例省水利厅\n时间：2026年3月5日\n\n正文',
  '# Notice\n\nDate: 5 March 2026\n\n正文',
  '正文。\n\n---\n\nTitle: Director\nDate: 5 March\nSource: Xinhua\n\n---\n\n正文',
  '正文。\n\n来源：样例省水利厅\n编辑：张三\n审核：李四\n',
  '正文。\n\n---\n来源：样例省水利厅\n编辑：张三\n---',
  '配置文件这样写：\n\n```yaml\ntitle: 甲\ndraft: true\n```',
  '正文。\n\nDraft: the bill of 5 March\n',
  '日期 = 2026 - 年龄\n\n正文',
  '<!-- title: 内部\ndraft: true -->\n正文',
  '- 时间：3月5日\n- 来源：样例省水利厅\n\n正文',
] as const)('%j is a text', (body) => {
  expect(said(body)).toEqual([]);
});

it('stops an article and a single page, and names the line of the file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'second-front-matter-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'lxwm.md');
  await writeFile(path, '---\ntitle: 甲\n---\n\n---\ndraft: true\n---\n正文\n');
  const article = { id: '20260301-a', path, file: FILE, folder: undefined, format: 'md' as const };
  const ofArticle = readArticle(article, readFileSync(path), NO_WORDS).issues.map(
    ({ line, message }) => `${line} ${message}`,
  );
  const ofPage = (await readPages(folder, () => FILE, NO_WORDS)).issues;
  const [wanted] = words(5, 'draft: true').split(' → ');
  expect(ofArticle).toContain(wanted);
  expect(ofPage.map(({ line, message }) => `${line} ${message}`)).toEqual([wanted]);
});
