import { expect, it } from 'vitest';
import { articleSchema } from '../../../src/model/article.ts';
import { readFrontMatter } from '../../../src/reading/front-matter.ts';
import { newArticle } from '../../../src/reading/new-article.ts';

const FIELDS = { source: '示例局办公室', date: '2026-03-05 10:30', category: '政务/通知' };

it.each([
  '春季安全检查',
  '"三新"要求落实到位',
  '“三新”要求落实到位',
  '#1号楼改造完成',
  '机关 #1号楼改造完成',
  '通知: 关于放假',
  '通知：关于放假',
  '[图]春季检查',
  '{图}春季检查',
  '- 通知',
  '!重要 通知',
  '&重点',
  '*重点*',
  '| 表',
  '> 引',
  '@全体',
  '%5',
  '`甲`',
  '? 问',
  "It's: ok",
  "'引'用",
  '065',
  'true',
  '~',
  '库尔班江·萨迪克会见客人',
  '3月5日 9:30开会',
  '通知:',
  String.raw`C:\图片\1`,
  '😀平安',
  '---',
  '！？',
  '长'.repeat(120),
])('the article begun with the title %s has it in order', (title) => {
  const { data, body, issues } = readFrontMatter(newArticle({ title, ...FIELDS }), 'index.md');
  expect(issues).toEqual([]);
  expect(articleSchema.parse(data)).toEqual({ title, ...FIELDS });
  expect(body).toBe('\n');
});

it('every other field is named in a comment with its label and help', () => {
  const comments = newArticle({ title: '标题', ...FIELDS })
    .split('\n')
    .filter((line) => /^# \w+:/.test(line));
  const others = Object.keys(articleSchema.shape).filter(
    (key) => !['title', 'source', 'date', 'category'].includes(key),
  );
  expect(comments.map((line) => /^# (\w+):/.exec(line)?.[1])).toEqual(others);
  expect(comments).toContain('# editor:   责任编辑，责任编辑的姓名。');
});

it('in a column of policy documents the fields of one are named, and are in order once the signs are gone', () => {
  const begun = newArticle({ title: '办法', ...FIELDS }, 'policy');
  const written = begun
    .replace(/^# (document:|\s+(?:number|issuer|signed|status):)/gm, '$1')
    .replace(/^( +number:) .*/m, '$1 示机管发〔2026〕12号')
    .replace(/^( +issuer:) .*/m, '$1 示例局、示例厅')
    .replace(/^( +signed:) .*/m, '$1 2026-03-01')
    .replace(/^( +status:) .*/m, '$1 有效');
  const { data, issues } = readFrontMatter(written, 'index.md');
  expect(issues).toEqual([]);
  expect(articleSchema.parse(data).document).toEqual({
    number: '示机管发〔2026〕12号',
    issuer: ['示例局', '示例厅'],
    signed: '2026-03-01',
    status: '有效',
  });
});

it('in a column of consultations the fields of one are named, and are in order once the signs are gone', () => {
  const written = newArticle({ title: '公告', ...FIELDS }, 'consultation')
    .replace(/^# (consultation:|\s+(?:until|by):)/gm, '$1')
    .replace(/^( +until:) .*/m, '$1 2026-04-05')
    .replace(/^( +by:) .*/m, '$1 电话：0000-1234567');
  const { data, issues } = readFrontMatter(written, 'index.md');
  expect(issues).toEqual([]);
  expect(articleSchema.parse(data).consultation).toEqual({
    until: '2026-04-05',
    by: ['电话：0000-1234567'],
  });
});
