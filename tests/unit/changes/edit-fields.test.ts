/** A field in whatever form it is written: changed in its place, or left alone and said how to write it. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { editFields } from '../../../src/changes/edit-fields.ts';
import type { FieldEdit } from '../../../src/changes/edit-fields.ts';
import { aBureau, aText } from '../../support/a-bureau.ts';
import { aFolder } from '../../support/a-folder.ts';

const ADDED = { date: '2026-11-20', note: "甲, 乙: 'x' {丙} #1" };
const ITEM = "{ date: 2026-11-20, note: '甲, 乙: ''x'' {丙} #1' }";
const CORRECT: FieldEdit = { field: 'corrections', value: ADDED };
const NUMBER: FieldEdit = { field: 'document.number', value: '示机管发〔2026〕1号' };
const NO_NUMBER: FieldEdit = { field: 'document.number', value: undefined };
const MOVE: FieldEdit = { field: 'category', value: '新闻' };

async function edited(fields: string, edit: FieldEdit): Promise<string> {
  const path = join(await aFolder(), 'a.md');
  await writeFile(path, `---\ntitle: 测试\n${fields}\n---\n\n正文。\n`);
  const file = 'content/articles/2026/20261101-a.md';
  const place = { id: '20261101-a', path, file, folder: undefined, format: 'md' as const };
  const done = await editFields(place, [edit]);
  if ('problem' in done) return done.problem;
  expect(done.text).toMatch(/^---\ntitle: 测试\n.*\n---\n\n正文。\n$/s);
  return done.text.slice('---\ntitle: 测试\n'.length, -'\n---\n\n正文。\n'.length);
}

it.each([
  ['category: 通知公告', MOVE, 'category: 新闻'],
  ["category: '通知公告' # 备注", MOVE, "category: '新闻' # 备注"],
  ['category:   "a/b"', MOVE, 'category:   "新闻"'],
  ['category: [通知公告]', MOVE, 'category: 新闻'],
  ['category: a\ncorrections: []', CORRECT, `category: a\ncorrections: [${ITEM}]`],
  [
    'corrections: [{ date: a, note: b }]\npinned: true',
    CORRECT,
    `corrections: [{ date: a, note: b }, ${ITEM}]\npinned: true`,
  ],
  [
    'corrections:\n- date: a\n  note: b\npinned: true',
    CORRECT,
    `corrections:\n- date: a\n  note: b\n- ${ITEM}\npinned: true`,
  ],
  [
    'corrections:\n    - { date: a, note: b }',
    CORRECT,
    `corrections:\n    - { date: a, note: b }\n    - ${ITEM}`,
  ],
  ['draft: true\npinned: true', { field: 'draft', value: undefined } as const, 'pinned: true'],
  ['category: a', NUMBER, 'category: a\ndocument:\n  number: 示机管发〔2026〕1号'],
  [
    'document:\n    issuer: 甲局 # 全称\n    signed: 2026-03-01\npinned: true',
    NUMBER,
    'document:\n    issuer: 甲局 # 全称\n    signed: 2026-03-01\n    number: 示机管发〔2026〕1号\npinned: true',
  ],
  [
    "document:\n  number: '旧号' # 核\n  issuer: 甲局",
    NUMBER,
    "document:\n  number: '示机管发〔2026〕1号' # 核\n  issuer: 甲局",
  ],
  ['document:\n  issuer: 甲局\n  number: 旧号', NO_NUMBER, 'document:\n  issuer: 甲局'],
  ['category: a\ndocument:\n  number: 旧号\ndraft: true', NO_NUMBER, 'category: a\ndraft: true'],
  ['category: a', NO_NUMBER, 'category: a'],
])('%j', async (fields, edit, text) => {
  expect(await edited(fields, edit)).toBe(text);
});

it.each([
  ['document: { issuer: 甲局 }', NUMBER, ' document 这一项里写上「number: 示机管发〔2026〕1号」。'],
  ['document: 甲', NUMBER, ' document 这一项里写上「number: 示机管发〔2026〕1号」。'],
  [
    'document:\n  issuer: 甲局\n  number: >\n    旧号',
    NUMBER,
    ' document 这一项里写上「number: 示机管发〔2026〕1号」。',
  ],
  ['category: >\n  通知公告', MOVE, '写上「category: 新闻」。'],
  [
    'corrections: [\n  { date: a, note: b }\n]',
    CORRECT,
    `写上「corrections: { date: 2026-11-20, note: ${ADDED.note} }」。`,
  ],
])('%j is left to staff', async (fields, edit, words) => {
  expect(await edited(fields, edit)).toBe(
    `content/articles/2026/20261101-a.md 的写法比较特殊，程序没有改动。请在两行「---」之间${words}`,
  );
});

it.each([
  "withdrawn: { date: 2026-11-03, reason: '乙' }\neditor: 丙",
  'withdrawn:\n  date: 2026-11-03\n  reason: 乙\neditor: 丙',
])('%j: what was withdrawn is so no more, and nothing else goes with it', async (fields) => {
  expect(await edited(fields, { field: 'withdrawn', value: undefined })).toBe(
    await edited('editor: 丙', { field: 'withdrawn', value: undefined }),
  );
});

it('what is corrected and withdrawn may be written on several lines', async () => {
  const fields =
    'corrections:\n  - date: 2026-11-02\n    note: 甲\nwithdrawn:\n  date: 2026-11-03\n  reason: 乙';
  const { read } = await aBureau({
    'content/articles/2026/20261101-a.md': aText('2026-11-01', fields.split('\n')),
  });
  const { current, issues } = await read();
  expect(issues).toEqual([]);
  expect(current?.site.article('20261101-a')).toMatchObject({
    corrections: [{ date: '2026-11-02', note: '甲' }],
    withdrawn: { date: '2026-11-03', reason: '乙' },
  });
});
