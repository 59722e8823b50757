/** Bodies that would take minutes are refused; long ones that staff do write are read. */
import { expect, test } from 'vitest';
import { bodyReport } from './a-body-report.ts';

const FIX = '是不是粘贴错了？删掉多余的符号，或者用空行分成几段，分成几篇。';

test.for([
  ['a closing asterisk', 'a* ', 20_000, '1 这一段里有 20000 个「*」「_」，太密了，读不了。'],
  ['unclosed bold type', '**a ', 20_000, '1 这一段里有 20000 个「*」「_」，太密了，读不了。'],
  ['blanks', '：__甲', 20_000, '1 这一段里有 20000 个「*」「_」，太密了，读不了。'],
  ['unclosed links', '[a](', 19_000, '1 这一段里有 19000 个「[」，太密了，读不了。'],
  ['unclosed pictures', '![a](', 19_000, '1 这一段里有 19000 个「[」，太密了，读不了。'],
  ['links of Chinese signs', '[a](‹', 9_000, '1 这一段里有 9000 个「[」，太密了，读不了。'],
  ['tags', '<b>\n', 15_000, '1 这一段里有 15000 个「<」，太密了，读不了。'],
  ['tags in halves', 'a<b>\n<c\n', 15_000, '1 这一段里有 30000 个「<」，太密了，读不了。'],
] as const)('%s is refused', ([, sign, count, issue]) => {
  expect(bodyReport(sign.repeat(count)).issues).toEqual([`${issue} → ${FIX}`]);
});

test('many paragraphs are refused for what all of them cost', () => {
  const body = `${'a* '.repeat(2_000)}\n\n`.repeat(20);
  expect(bodyReport(body).issues).toEqual([
    `9 这一段里有 2000 个「*」「_」，太密了，读不了。 → ${FIX}`,
  ]);
});

test.for([
  ['a lottery list', '张*，'.repeat(20_000)],
  ['a list of words in bold type', '**甲公司**，'.repeat(1_500)],
  ['a hundred paragraphs of it', `${'**甲公司**，'.repeat(50)}\n\n`.repeat(100)],
  ['quoted lines', '>a\n'.repeat(5_000)],
  ['blanks in many rows', '姓名：____性别：____\n\n'.repeat(2_000)],
] as const)('%s is read', ([, body]) => {
  expect(bodyReport(body).issues).toEqual([]);
});

test.for([
  [
    'a row of one sign',
    '<'.repeat(60_000),
    '正文里有 60000 个「<」，太多了，读不了（最多 50000 个）。',
  ],
  [
    'references',
    '&aaa'.repeat(60_000),
    '正文里有 60000 个「&」，太多了，读不了（最多 50000 个）。',
  ],
  [
    'a row of two signs in turn',
    '*_'.repeat(20_000),
    '这一段里有 39999 个「*」「_」，太密了，读不了。',
  ],
  [
    'a row of bars',
    '|'.repeat(30_000),
    '这里的表格有一行有 30000 个「|」，读不了（最多 20000 个）。',
  ],
] as const)('%s is refused', ([, body, message]) => {
  const { issues } = bodyReport(body);
  expect(issues).toHaveLength(1);
  expect(issues[0]).toContain(message);
});
