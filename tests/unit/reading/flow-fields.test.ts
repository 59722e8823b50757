import { describe, expect, it } from 'vitest';
import { flowTrap } from '../../../src/reading/flow-fields.ts';
import { parseYamlText } from '../../../src/model/yaml-text.ts';

const MEANT = '- { file: 附件1.docx, title: 申报表 }';

describe('braces with the signs of a Chinese keyboard are named once, and mended:', () => {
  it.each([
    ['- { file：附件1.docx，title：申报表 }', MEANT],
    ['  - {file：附件1.docx，title：申报表}', `  ${MEANT}`],
    ['- ｛file：附件1.docx，title：申报表｝', MEANT],
    ['- { file: 附件1.docx，title: 申报表 }', MEANT],
    ['- { file: 附件1.docx、title: 申报表 }', MEANT],
    ['- { file: 附件1.docx, title：申报表 }', MEANT],
    ['- { file： 附件1.docx }', '- { file: 附件1.docx }'],
    ['- { 文件：附件1.docx，名称：甲，乙 }', '- { 文件: 附件1.docx, 名称: 甲，乙 }'],
    [
      "- { file：'附件，title：1.docx'，title：甲 }",
      "- { file: '附件，title：1.docx', title: 甲 }",
    ],
    ['- { file：附件1.docx，title：甲, 乙 }', "- { file: 附件1.docx, title: '甲, 乙' }"],
    [
      'attachments: [{ file：a.docx }, { file：b.docx }]',
      'attachments: [{ file: a.docx }, { file: b.docx }]',
    ],
    [
      '- { date：2026-11-20，note：甲误为乙，原因：笔误 }',
      '- { date: 2026-11-20, note: 甲误为乙，原因：笔误 }',
    ],
    [
      'withdrawn: { date：2026-11-20 10:30，reason：有误 }',
      'withdrawn: { date: 2026-11-20 10:30, reason: 有误 }',
    ],
    [
      'repost: { site：甲网，url：https://www.gov.cn/ }',
      'repost: { site: 甲网, url: https://www.gov.cn/ }',
    ],
  ])('%s', (line, becomes) => {
    expect(flowTrap(line)).toEqual({
      message: `花括号里用了中文的标点，读不懂：「${line.trim()}」。`,
      fix: `冒号、逗号要用英文的，写成 ${becomes.trim()}`,
      becomes,
    });
    expect(flowTrap(becomes)).toBeUndefined();
    expect(parseYamlText(becomes, 'index.md').issues).toEqual([]);
  });
});

it('a colon without a space is named, and mended', () => {
  expect(flowTrap('- { file:附件1.docx,title:申报表 }')).toEqual({
    message: '花括号里的冒号后面没有空格，读不懂：「- { file:附件1.docx,title:申报表 }」。',
    fix: `冒号后面空一格，写成 ${MEANT}`,
    becomes: MEANT,
  });
});

it.each([
  MEANT,
  '- {file: 附件1.docx,title: 申报表}',
  '- { file: 附件1.docx, title: 甲：乙，丙 }',
  '- { "file":"附件1.docx" }',
  "- { file: '甲，title：乙.docx' }",
  '- { file: 附件1.docx, url：x }x',
  'title: {文件：甲}检查',
  '- 附件{file：a}.docx',
  'attachments: []',
  `- { file：${'甲，title'.repeat(10_000)} }`,
])('%.60s is left as it is', (line) => {
  expect(flowTrap(line)).toBeUndefined();
});
