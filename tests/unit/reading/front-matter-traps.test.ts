import { describe, expect, it } from 'vitest';
import { findTraps } from '../../../src/reading/front-matter-traps.ts';
import { parseYamlText } from '../../../src/model/yaml-text.ts';

const FILE = 'content/articles/2026/20260305-a.md';

/** The value that the repaired line gives. */
function titleOf(line: string): unknown {
  return parseYamlText(findTraps(line, FILE, 2).text, FILE).value;
}

describe('a line that YAML would misread is named, and read as it was meant:', () => {
  it.each([
    ['title：标题', '「title」后面用了中文冒号「：」。', '标题'],
    ['title ： 标题', '「title」后面用了中文冒号「：」。', '标题'],
    ['标题：关于: 放假', '「标题」后面用了中文冒号「：」。', '关于: 放假'],
    ['title:标题', '「title:」的冒号后面没有空格。', '标题'],
    ['title:"标题"', '「title:」的冒号后面没有空格。', '"标题"'],
    ['title: "三新"要求', '「title」的内容以英文引号开头，引号后面还有字，读不懂。', '"三新"要求'],
    ["title: '三新'要求", '「title」的内容以英文引号开头，引号后面还有字，读不懂。', "'三新'要求"],
    ['title: [图]检查', '「title」的内容以「[」开头，会被当成列表。', '[图]检查'],
    ['title: #1号', '「title」的内容以「#」开头，「#」和后面的字都会丢掉。', '#1号'],
    ['title: 机关 #1号', '「title」的内容里有「 #」，「#」和后面的字都会丢掉。', '机关 #1号'],
    ['title: 机关3 # 楼', '「title」的内容里有「 #」，「#」和后面的字都会丢掉。', '机关3 # 楼'],
    ['title: 通知:', '「title」的内容里有英文冒号加空格，会被当成另一个字段。', '通知:'],
    ['title: *重点*工作', '「title」的内容以「*」开头，读不懂。', '*重点*工作'],
    ['title: &重点 工作', '「title」的内容以「&」开头，读不懂。', '&重点 工作'],
    ['title: !重要 通知', '「title」的内容以「!」开头，读不懂。', '!重要 通知'],
    ['title: - 通知', '「title」的内容以「-」开头，读不懂。', '- 通知'],
    ['title: | 表', '「title」的内容以「|」开头，读不懂。', '| 表'],
    ['title: > 引', '「title」的内容以「>」开头，读不懂。', '> 引'],
    ['title: {图}检查', '「title」的内容以「{」开头，会被当成几项。', '{图}检查'],
    ['title: "三新', '「title」的内容以英文引号开头，后面没有另一半引号「"」。', '"三新'],
    ['title: 通知: 放假', '「title」的内容里有英文冒号加空格，会被当成另一个字段。', '通知: 放假'],
    ['title: @全体', '「title」的内容以「@」开头，读不懂。', '@全体'],
    ['title: `甲`', '「title」的内容以「`」开头，读不懂。', '`甲`'],
    ['title: %5', '「title」的内容以「%」开头，读不懂。', '%5'],
  ])('%s', (line, message, meant) => {
    expect(findTraps(line, FILE, 2).issues.map((issue) => issue.message)).toEqual([message]);
    expect(Object.values(titleOf(line) as object)).toEqual([meant]);
  });
});

it.each([
  ['title：标题', '改成英文冒号，后面空一格：title: 标题'],
  ['title:标题', '冒号后面空一格：title: 标题'],
  ['title: #1号', "把整个内容用英文单引号括起来：title: '#1号'"],
  ["title: 'A'级: 通知", "引号改用中文的“ ”，把整个内容用英文单引号括起来：title: '''A''级: 通知'"],
  [
    'title: "三新"和"四风"',
    "引号改用中文的“ ”，把整个内容用英文单引号括起来：title: '“三新”和“四风”'",
  ],
])('the remedy of %s can be copied', (line, fix) => {
  expect(findTraps(line, FILE, 2).issues.map((issue) => issue.fix)).toEqual([fix]);
});

describe('a line in order is left as it is:', () => {
  it.each([
    'title: 标题',
    'title: "三新要求"',
    'title: "三新要求" # 说明',
    String.raw`title: "他说\"好\"了"`,
    "title: 'it''s'",
    "title: '通知: 放假'",
    'date: 2026-03-05 # 说明',
    'date: 2026-03-05 10:30 #说明',
    'pinned: true # 置顶一周',
    '- 附件1.docx',
    '  site: 示例网',
    'title: 关于47号文',
    'date: 2026-03-05 10:30',
    'title: 上午9:30开会',
    'keywords: [机关, 节能]',
    'attachments: []',
    'title: 网址 https://www.gov.cn/',
    'summary: |',
    'summary: >',
    '  第一行: 第二行',
    '  - file: 附件1.docx',
    '- { file: 附件1.docx, title: 甲：乙 }',
    '# title：标题',
    'title:',
    '',
  ])('%j', (line) => {
    expect(findTraps(line, FILE, 2)).toEqual({ text: line, issues: [] });
  });
});

it('each issue has the line of the file', () => {
  const { text, issues } = findTraps('title：甲\nsource: 乙\ndate:2026-03-05', FILE, 4);
  expect(issues.map(({ file, line }) => [file, line])).toEqual([
    [FILE, 4],
    [FILE, 6],
  ]);
  expect(text).toBe("title: '甲'\nsource: 乙\ndate: '2026-03-05'");
});
