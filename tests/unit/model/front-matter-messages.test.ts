/** What is said of each field, word for word; and the remedy, done as told, leaves nothing to say. */
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/reading/apply-edits.ts';
import { NO_WORDS } from '../../../src/model/bureau-words.ts';
import { readArticle } from '../../../src/reading/read-article.ts';
import { EXPECTED } from './front-matter-messages.expected.ts';

const REQUIRED = ['title: 测试', 'source: 示例局办公室', 'date: 2026-11-01', 'category: 通知公告'];
const FIRST_FIELD = /^[\s]*([^\s:：]+?)[:：]/u;
const MEANT: Readonly<Record<string, string>> = {
  来源: 'source',
  sorce: 'source',
  Source: 'source',
  ｓｏｕｒｃｅ: 'source',
  's\u043Eurce': 'source',
};

describe('a field that is written wrong', () => {
  it.each(EXPECTED)('%j', async (lines, issue, told) => {
    const wrong = withLines(lines);
    const issues = await issuesOf(wrong);
    expect(issues.map(({ line, message, fix }) => [line, message, fix])).toEqual([issue]);
    const edits = issues.flatMap(({ edit }) => edit ?? []);
    expect(edits).toHaveLength(told === undefined ? 1 : 0);
    const right = told === undefined ? applyEdits(wrong, edits).text : withLines(told);
    expect((await issuesOf(right)).map(({ message }) => message)).toEqual([]);
  });
});

describe('what is written otherwise, and can mean one thing only, is read:', () => {
  it.each([
    ['title: 关于&ldquo;十四五&rdquo;规划&nbsp;的通知', { title: '关于“十四五”规划 的通知' }],
    ['title: &#8220;十四五&#x201D;规划', { title: '“十四五”规划' }],
    ['source: 示例局&amp;中心', { source: '示例局&中心' }],
    ['title: AT&T 与 R&D; 及 &nosuch;', { title: 'AT&T 与 R&D; 及 &nosuch;' }],
    ['title: 库尔班e\u0301江', { title: '库尔班é江' }],
    ['title: 关于\u200B检查\uFEFF的\u00AD通知\u200E', { title: '关于检查的通知' }],
    ['title: 👨\u200D👩\u200D👧 家庭日', { title: '👨\u200D👩\u200D👧 家庭日' }],
    ['title: نۇر\u200Cبەكرى', { title: 'نۇر\u200Cبەكرى' }],
    ['title: 甲 | 乙', { title: '甲 | 乙' }],
    ['title: 关于#1号机组检修的通知', { title: '关于#1号机组检修的通知' }],
    ['title: 😀平安', { title: '😀平安' }],
    ['title: |\n  关于印发办法的\n  通知', { title: '关于印发办法的通知' }],
    ['title: 关于\u000B印发的\u2028通知', { title: '关于印发的通知' }],
    ['title: |\n  Annual\n  report', { title: 'Annual report' }],
    ['title: 张**、李**同志', { title: '张**、李**同志' }],
    ['category: 通知\u200B公告', { category: '通知公告' }],
    ['cate\u200Bgory: 通知公告', { category: '通知公告' }],
    ['category: [通知公告]', { category: '通知公告' }],
    ['category:\n  - 通知公告', { category: '通知公告' }],
    ['date: 2026-11-01 8:00', { date: '2026-11-01 08:00' }],
    ['date: 2026-11-01 # 已定', { date: '2026-11-01' }],
    ['attachments: 附件.docx', { attachments: [{ file: '附件.docx' }] }],
    ['attachments: 甲、乙.docx', { attachments: [{ file: '甲、乙.docx' }] }],
    ['attachments: 1.docx、2.xlsx', { attachments: [{ file: '1.docx' }, { file: '2.xlsx' }] }],
    [
      'attachments: { file: 1.docx, title: 表 }',
      { attachments: [{ file: '1.docx', title: '表' }] },
    ],
    ['aliases: /old/1.html', { aliases: ['/old/1.html'] }],
    ...[
      '示例网 2026-10-24 https://www.example.gov.cn/a',
      'https://www.example.gov.cn/a，2026年10月24日，示例网',
      '2026-10-24、示例网、https://www.example.gov.cn/a',
      '[示例网, 2026-10-24, https://www.example.gov.cn/a]',
    ].map((line): [string, object] => [
      `repost: ${line}`,
      { repost: { site: '示例网', time: '2026-10-24', url: 'https://www.example.gov.cn/a' } },
    ]),
  ])('%j', async (lines, fields) => {
    const { text, issues } = await read(withLines(lines));
    expect(issues).toEqual([]);
    expect(text).toMatchObject(fields);
  });
});

/** An article in order, but for these lines: in the place of a field that is required, or behind them. */
function withLines(lines: string): string {
  const written = FIRST_FIELD.exec(lines.replaceAll(/[\u200B\u00AD]/g, ''))?.[1] ?? '';
  const key = MEANT[written] ?? written;
  const place = REQUIRED.findIndex((line) => line.startsWith(`${key}:`));
  const fields = place < 0 ? [...REQUIRED, lines] : REQUIRED.with(place, lines);
  return ['---', ...fields.filter(Boolean), '---', '', '正文。', ''].join('\n');
}

async function read(text: string) {
  const file = 'content/articles/2026/20261101-a.md';
  const place = {
    id: '20261101-a',
    path: `/${file}`,
    file,
    folder: undefined,
    format: 'md',
  } as const;
  return readArticle(place, Buffer.from(text), NO_WORDS);
}

async function issuesOf(text: string) {
  return (await read(text)).issues;
}
