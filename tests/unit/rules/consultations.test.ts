/** What is said of consultations, word for word. */
import { describe, expect, it } from 'vitest';
import { aBureau, aText } from '../../support/a-bureau.ts';

const BY = ['  by:', '    - 邮箱: a@example.gov.cn'];
const asking = (...lines: readonly string[]): string[] => [
  'consultation:',
  ...lines.map((line) => `  ${line}`),
  ...BY,
];

/** At 09:00 on 25 November 2026; `a` is of October 1, `b` of November 20. */
async function said(fields: Readonly<Record<string, readonly string[]>>): Promise<string[]> {
  const days: Readonly<Record<string, string>> = { a: '2026-10-01', b: '2026-11-20' };
  const { read } = await aBureau(
    Object.fromEntries(
      Object.entries(fields).map(([name, lines]) => {
        const day = days[name] ?? '';
        const file = `content/articles/2026/${day.replaceAll('-', '')}-${name}.md`;
        return [file, aText(day, lines)];
      }),
    ),
  );
  const { issues } = await read();
  return issues.map(({ level, file, line, message, fix }) => {
    const place = file.replace('content/articles/2026/', '');
    return `${level} ${place}:${line} ${message} → ${fix}`;
  });
}

describe('nothing is said', () => {
  it.each([
    ['of one that is open', { a: asking('until: 2026-12-01') }],
    ['of one that is coming', { b: asking('from: 2026-12-01', 'until: 2026-12-31') }],
    ['of a result in words', { a: asking('until: 2026-11-01', 'result: 收到意见3条，采纳2条。') }],
    [
      'of a result that is an article',
      { a: asking('until: 2026-11-01', 'result: 20261120-b'), b: [] },
    ],
    [
      'of a result whose address was copied',
      { a: asking('until: 2026-11-01', 'result: /tz/202611/20261120-b/'), b: [] },
    ],
    ['of a draft without a result', { a: ['draft: true', ...asking('until: 2026-11-01')] }],
    [
      'of one way to answer in one line',
      { a: ['consultation: { until: 2026-12-01, by: 电话0000-1234567 }'] },
    ],
  ])('%s', async (_, fields: Record<string, string[]>) => {
    expect(await said(fields)).toEqual([]);
  });
});

it.each<[string, Record<string, string[]>, string[]]>([
  [
    'it ends before it begins',
    { a: asking('from: 2026-11-10', 'until: 2026-11-09') },
    [
      'stop 20261001-a.md:8 截止时间（until）2026-11-09 不晚于开始时间（from）2026-11-10。 → 核对这两个时间：from 是开始的那一天，until 是接收意见的最后一天。',
      'info 20261001-a.md:8 意见征集 2026-11-09 已经截止，还没有写结果（result）。 → 发布反馈稿件以后，在 consultation 下面加一行「result: 反馈稿件的稿件编号」，也可以写一两句话。',
    ],
  ],
  [
    'it was over when it was published',
    { b: asking('until: 2026-11-10', 'result: 采纳1条。') },
    [
      'stop 20261120-b.md:7 截止时间（until）2026-11-10 早于发布日期（date）2026-11-20，没有写开始时间（from）。 → 核对截止时间；在别处早就开始征集的，加一行「from: 开始的那一天」。',
    ],
  ],
  [
    'it was published late',
    { b: asking('from: 2026-09-01', 'until: 2026-11-10', 'result: 采纳1条。') },
    [
      'warn 20261120-b.md:8 截止时间（until）2026-11-10 早于发布日期（date）2026-11-20：发布的时候，征集已经结束。 → 核对这两个日期；补发以前的征集，可以不改。',
    ],
  ],
  [
    'it is short',
    { b: asking('until: 2026-12-18') },
    [
      'info 20261120-b.md:7 征集意见的时间只有 29 天。 → 规章草案一般不少于 30 日，改 until；其他事项按各自的规定，可以不改。',
    ],
  ],
  [
    'its result is told before its end',
    { a: asking('until: 2026-12-01', 'result: 采纳1条。') },
    [
      'warn 20261001-a.md:8 写了结果（result），征集却要到 2026-12-01 才截止；到那时网页上才显示结果。 → 提前结束的，把 until 改成真正结束的那一天；没有提前的，先删掉 result 这一行。',
    ],
  ],
  [
    'its result is not there',
    { a: asking('until: 2026-11-01', 'result: 20261120-c'), b: [] },
    [
      'stop 20261001-a.md:8 反馈稿件（result）写的是「20261120-c」，没有这篇稿件。 → 是不是「20261120-b」？',
    ],
  ],
  [
    'it is its own result',
    { a: asking('until: 2026-11-01', 'result: 20261001-a') },
    [
      'stop 20261001-a.md:8 反馈稿件（result）写的是这篇稿件自己。 → 写另一篇稿件的编号；没有的，删掉这一行。',
    ],
  ],
  [
    'its result is hidden',
    {
      a: asking('until: 2026-11-01', 'result: 20261120-b'),
      b: ['withdrawn: { date: 2026-11-21, reason: 甲 }'],
    },
    [
      'warn 20261001-a.md:8 反馈稿件（result）《测试》已经撤下，读者打不开，网页上不显示链接。 → 核对 content/articles/2026/20261120-b.md，或者删掉这一行。',
    ],
  ],
  [
    'it has no way to answer',
    { a: ['consultation:', '  until: 2026-12-01'] },
    [
      'stop 20261001-a.md:6 缺少提出意见的方式（by）。 → 加一行「by: …」：每种一行，例如「- 邮箱: yijian@example.gov.cn」「- 电话: 0999-8800012」。',
    ],
  ],
])('something is said where %s', async (_, fields, expected) => {
  expect((await said(fields)).toSorted()).toEqual(expected.toSorted());
});
