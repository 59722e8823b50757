/** 找错台账: what staff are told of the file, and how far each message is from its day. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  distanceOf,
  readReported,
  reportedIssues,
} from '../../../src/inspection/reported-errors.ts';
import { workingDayAfter } from '../../../src/inspection/working-days.ts';
import { formatIssues } from '../../../src/model/issue.ts';
import { aBureau } from '../../support/a-bureau.ts';

/** Received on a Thursday: the third working day is a Tuesday. */
const message = (...lines: string[]): string => {
  const all = ['page: 机构职能', 'said: 电话少一位', 'received: 2026-11-19', ...lines];
  return `- ${all.join('\n  ')}\n`;
};
const ANSWERED = ['answered: 2026-11-24', 'done: 已改正'];

async function rowsOf(ledger: string | undefined, date: string) {
  const files = ledger === undefined ? {} : { 'content/reported.yaml': ledger };
  const { folder } = await aBureau(files);
  return readReported(join(folder, 'content'), date);
}

describe('a message of a reader', () => {
  it.each([
    ['answered on the third working day', '2026-11-30', ANSWERED, 'in time', '按时', []],
    [
      'answered a day later',
      '2026-11-30',
      ['answered: 2026-11-25', 'done: 已改正'],
      'late',
      '超 1 天',
      [
        '找错留言「电话少一位」（机构职能）2026-11-19 收到，2026-11-25 答复，超过 3 个工作日。 → 不用改；以后请按时答复。',
      ],
    ],
    [
      'of which the answer is still to come on the day',
      '2026-11-23',
      ANSWERED,
      'open',
      '还有 1 天',
      [
        '找错留言「电话少一位」（机构职能）2026-11-19 收到，最迟 11月24日答复。 → 核实、改正，在平台上答复；答复以后在这里写上 answered（答复日期）和 done（处理结果）。',
      ],
    ],
    [
      'not answered',
      '2026-11-27',
      [],
      'overdue',
      '超 3 天，还没有答复',
      [
        '找错留言「电话少一位」（机构职能）2026-11-19 收到，还没有答复，超过 3 个工作日。 → 马上核实、改正，在平台上答复；答复以后在这里写上 answered（答复日期）和 done（处理结果）。',
      ],
    ],
  ] as const)('%s', async (_, date, lines, state, distance, said) => {
    const read = await rowsOf(message(...lines), date);
    if (!('rows' in read)) throw new Error(read.why);
    const [row] = read.rows;
    if (!row) throw new Error('no row');
    expect([row.due, row.state, distanceOf(row, date)]).toEqual(['2026-11-24', state, distance]);
    const issues = reportedIssues(read.rows, date);
    expect(issues.map((issue) => `${issue.message} → ${issue.fix}`)).toEqual(said);
    expect(issues.every(({ line }) => line === 3)).toBe(true);
  });

  /** Of a Tuesday: the third working day is a Friday. */
  it.each([
    ['on the last day', '2026-11-20', [], 'open', '还有 0 天'],
    ['on the day off behind it', '2026-11-21', [], 'overdue', '超 1 天，还没有答复'],
    [
      'answered on that day',
      '2026-11-30',
      ['answered: 2026-11-21', 'done: 已改正'],
      'late',
      '超 1 天',
    ],
  ])('%s is judged by its last day', async (_, date, lines, state, distance) => {
    const ledger = message(...lines).replace('2026-11-19', '2026-11-17');
    const read = await rowsOf(ledger, date);
    if (!('rows' in read) || !read.rows[0]) throw new Error('no row');
    expect([read.rows[0].state, distanceOf(read.rows[0], date)]).toEqual([state, distance]);
  });

  it('that comes after the day is not known on it', async () => {
    expect(await rowsOf(message(), '2026-11-18')).toEqual({ rows: [], later: 1 });
  });

  it('of a year whose holidays are not known is for people', async () => {
    const read = await rowsOf(message().replace('2026-11-19', '2028-05-01'), '2028-05-10');
    expect(read).toMatchObject({ rows: [{ state: 'unknown', due: '' }] });
    expect('rows' in read && reportedIssues(read.rows, '2028-05-10')).toEqual([]);
  });
});

describe('the ledger', () => {
  it('that is not there is not looked at; an empty one holds nothing', async () => {
    const why = '没有 content/reported.yaml（找错台账）';
    expect(await rowsOf(undefined, '2026-11-25')).toEqual({ why });
    expect(await rowsOf('# 还没有留言\n', '2026-11-25')).toEqual({ rows: [], later: 0 });
  });

  it('that is not in order is told by check, and not looked at', async () => {
    const wrong =
      message('answered: 2026-11-18') + message('answerd: 2026-11-24', 'done: 电话13912345678');
    const { read } = await aBureau({ 'content/reported.yaml': wrong });
    expect(formatIssues((await read()).issues).split('\n')).toEqual([
      'content/reported.yaml:4',
      '  （提醒）答复日期 2026-11-18 早于收到日期 2026-11-19。',
      '  → 核对两个日期，改正写错的那一个。',
      '',
      'content/reported.yaml:4',
      '  （提醒）写了答复日期，没有写怎么处理的。',
      '  → 加一行 done，写改了什么。',
      '',
      'content/reported.yaml:8',
      '  （提醒）不认识的字段「answerd」。',
      '  → 是不是「answered」？',
      '',
      'content/reported.yaml:9',
      '  （提醒）这里写着完整的号码「电话139****5678」。',
      '  → 照遮挡后的样子写，例如 138****1234，或者不写。',
    ]);
    expect(await rowsOf(wrong, '2026-11-25')).toEqual({
      why: 'content/reported.yaml 有写错的地方，改好以后再查',
    });
  });
});

it('a working day is counted over holidays and the days that are worked for them', () => {
  expect(workingDayAfter('2026-09-30', 3)).toBe('2026-10-10');
  expect(workingDayAfter('2026-12-30', 3)).toBeUndefined();
});
