import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/reading/apply-edits.ts';
import { articleFieldNames } from '../../../src/model/article.ts';
import { readFrontMatter } from '../../../src/reading/front-matter.ts';

const FIELDS = ['title: 甲', 'source: 乙', 'date: 2026-11-26', 'category: 通知公告'];
const FILE = 'content/articles/2026/20261126-a/index.md';

/** What is said of a text, and what becomes of it when all certain remedies are made until nothing changes. */
function mended(fields: readonly string[], below: readonly string[]) {
  let text = ['---', ...fields, ...below, ''].join('\n');
  const { issues: first } = readFrontMatter(text, FILE, articleFieldNames);
  for (let round = 0; round < 5; round += 1) {
    const { issues } = readFrontMatter(text, FILE, articleFieldNames);
    text = applyEdits(
      text,
      issues.flatMap(({ edit }) => edit ?? []),
    ).text;
  }
  return { said: first.map(({ line, message, fix }) => [line, message, fix]), text };
}

const missing = (line: number, words: string) => [
  [
    1,
    '稿件信息没有结束：缺少第二个「---」。',
    `在第 ${line} 行「${words}」下面加一行「---」，再往下是正文。`,
  ],
];

describe('without a second marker the fields end above the body, which --fix leaves as it is:', () => {
  it.each([
    ['a salutation below a gap', FIELDS, ['', '各单位：', '', '正文内容。']],
    ['a salutation without a gap', FIELDS, ['各单位：', '', '正文内容。']],
    ['an indented salutation', FIELDS, ['　　各单位：', '　　正文内容。']],
    ['one that spaces indent', FIELDS, ['  各单位：', '', '正文内容。']],
    ['a time of an event', FIELDS, ['', '时间：11月30日上午9时', '地点：三楼会议室']],
    ['a time of an event without a gap', FIELDS, ['各单位：', '时间：11月30日', '附件：1.申报表']],
    ['a list of files in the body', FIELDS, ['', '附件：1.申报表', '- 说明']],
    ['indented paragraphs and a rule', FIELDS, ['', '　　第一段。', '', '---', '', '说明']],
    ['a heading', FIELDS, ['', '# 一、总体要求', '', '- 一条', '']],
    ['a list', FIELDS, ['', '- 一条', '- 两条']],
    ['an address', FIELDS, ['https://www.gov.cn/ 网站', '正文']],
    ['a field of the wrong name', [...FIELDS, 'edtor: 李'], ['', '各单位：']],
    ['fields apart from each other', ['title: 甲', '', 'source: 乙', ''], ['各单位：', '']],
    [
      'Chinese names',
      ['标题：甲', '来源：乙', '日期：2026-11-26', '栏目：通知公告'],
      ['', '各处：'],
    ],
    ['a list of attachments', [...FIELDS, 'attachments:', '  - 附件1.docx'], ['', '各单位：']],
  ])('%s', (_, fields, body) => {
    const last = fields.findLastIndex((line) => line !== '');
    const { said, text } = mended(fields, body);
    expect(said).toEqual(missing(last + 2, (fields[last] ?? '').trim()));
    const read = readFrontMatter(text, FILE, articleFieldNames);
    expect(read.body.trimEnd().endsWith(body.join('\n').trimEnd())).toBe(true);
    expect(read.issues.filter(({ message }) => message.includes('---'))).toEqual([]);
  });
});

it.each([
  ['a field of another name', FIELDS, ['文号：国管〔2026〕1号', '', '正文']],
  ['a remark', FIELDS, ['# 一、总体要求', '', '正文']],
  ['a second line of a field', [...FIELDS.slice(0, 3), 'summary: 甲', '  乙'], ['', '正文']],
  ['a list below a gap', [...FIELDS, 'attachments:', '', '- 附件1.docx'], ['', '正文']],
])('%s is not decided unasked', (_, fields, body) => {
  const { said, text } = mended(fields, body);
  expect(said).toEqual(missing(fields.length + 1, (fields.at(-1) ?? '').trim()));
  expect(text).toBe(['---', ...fields, ...body, ''].join('\n'));
});

it('a line of the body above the marker is not rewritten', () => {
  const { said, text } = mended(FIELDS, ['各单位：', '---', '', '正文']);
  expect(said).toEqual([]);
  expect(text).toBe(['---', ...FIELDS, '各单位：', '---', '', '正文', ''].join('\n'));
});
