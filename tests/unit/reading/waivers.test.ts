/** What a bureau lets stand is told and stops nothing; what nobody may let stand, or nobody needs any more, is told. */
import { describe, expect, it } from 'vitest';
import { aBureau, aText } from '../../support/a-bureau.ts';

const ARTICLE = 'content/articles/2026/20261101-a.md';
const BODY = '联系人张某，手机13912345678。会议要求,各单位抓好落实。';
const waiver = (fields: Readonly<Record<string, string>>): string =>
  `- ${Object.entries(fields)
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n  ')}\n`;
const MOBILE = {
  rule: 'personal/mobile',
  article: '20261101-a',
  reason: '值班手机，确需公布',
  words: '"139****5678"',
  person: '张三、李四',
  until: '2026-12-31',
};

async function said(waivers: string, now?: string, body = BODY) {
  const { read } = await aBureau({
    [ARTICLE]: aText('2026-11-01', [], body),
    'content/waivers.yaml': waivers,
  });
  const { current, issues } = await read(now);
  return {
    isBuilt: current !== undefined,
    issues: issues.map(({ rule, level, line, message, fix }) =>
      [level, rule, line, message, fix].join(' | '),
    ),
    waived: issues.map((issue) => issue.waived).filter(Boolean),
  };
}

const COMMA =
  'warn | punctuation/half-width | 8 | 「。会议要求,各单位抓好」里用了半角的「,」。 | 改成「，」。';

describe('a waiver', () => {
  it('lets a finding stand, which is told with who, why and until when', async () => {
    expect(await said(waiver(MOBILE))).toEqual({
      isBuilt: true,
      issues: [
        'info | personal/mobile | 8 | 手机号「139****5678」没有遮挡。（已豁免到 2026-12-31：值班手机，确需公布——张三、李四） | 不用改；到期以前再看一遍。',
        COMMA,
      ],
      waived: [{ reason: '值班手机，确需公布', persons: ['张三', '李四'], until: '2026-12-31' }],
    });
  });

  it('holds on its last day, and stops the site behind it', async () => {
    expect((await said(waiver(MOBILE), '2026-12-31 23:59')).isBuilt).toBe(true);
    const { isBuilt, issues } = await said(waiver(MOBILE), '2027-01-01 00:00');
    expect(isBuilt).toBe(false);
    expect(issues.at(-1)).toBe(
      'stop | waiver/expired | 6 | 「20261101-a」的「personal/mobile」的豁免到 2026-12-31 为止，已经过期。 | 改正稿件，删掉这一条；确实还要留着的，重新批准，改 until。',
    );
    expect(issues.filter((issue) => issue.startsWith('stop | personal/mobile'))).toHaveLength(1);
  });

  it('of a finding that is not there is told', async () => {
    const { isBuilt, issues } = await said(waiver(MOBILE), undefined, '正文。');
    expect(isBuilt).toBe(true);
    expect(issues).toEqual([
      'warn | waiver/unused | 1 | 「20261101-a」的「personal/mobile」没有这样的问题，这一条豁免没有用到。 | 核对规则、稿件编号和原话；问题已经改好的，删掉这一条。',
    ]);
  });

  it('of one finding leaves the others', async () => {
    const two = '手机13912345678。\n\n手机13987654321。';
    const { isBuilt, issues } = await said(
      waiver({ ...MOBILE, words: '139****5678' }),
      undefined,
      two,
    );
    expect(isBuilt).toBe(false);
    expect(issues.map((issue) => issue.split(' | ')[0])).toEqual(['info', 'stop']);
  });

  it('is of no use for what is not written as it must be', async () => {
    const { isBuilt, issues } = await said(
      waiver({ ...MOBILE, rule: 'markdown/bold' }),
      undefined,
      '**重点',
    );
    expect(isBuilt).toBe(false);
    expect(issues).toContain(
      'stop | waiver/rule | 1 | 「markdown/bold」不是可以豁免的规则。 | 规则的编号见 npm run check -- --rules；写法的问题请改正，不能豁免。',
    );
  });

  it.each([
    [
      { person: '张三' },
      '「personal/mobile」要两个人批准，这里只有一个。',
      '请第二个人看过以后，把两个人的姓名都写上，例如 person: 张三、李四。',
    ],
    [
      { person: '张三、张三' },
      '「personal/mobile」要两个人批准，这里只有一个。',
      '请第二个人看过以后，把两个人的姓名都写上，例如 person: 张三、李四。',
    ],
    [
      { person: '张三、张 三' },
      '「personal/mobile」要两个人批准，这里只有一个。',
      '请第二个人看过以后，把两个人的姓名都写上，例如 person: 张三、李四。',
    ],
    [
      { person: '张三13912345678、李四' },
      '这里写着完整的号码「张三139****5678、李四」。',
      '只写姓名。',
    ],
    [{ words: '一三九一二三四五六七八' }, '这里写着完整的号码「139****5678」。', '照提示里'],
    [
      { reason: '号码的 md5 是 d41d8cd98f00b204e9800998ecf8427e' },
      '这里像是号码的散列值（一串字母数字），能反推出号码。',
      '照提示里遮挡后的样子写，例如 138****1234。',
    ],
    [{ words: '13912345678' }, '这里写着完整的号码「139****5678」。', '照提示里遮挡后的样子写。'],
    [
      { words: 'd41d8cd98f00b204e9800998ecf8427e' },
      '这里像是号码的散列值（一串字母数字），能反推出号码。',
      '照提示里遮挡后的样子写，例如 138****1234。',
    ],
    [
      { until: '明年' },
      '日期「明年」读不懂。',
      '请写成 2026-03-05，或带时间的 2026-03-05 10:30（北京时间）。',
    ],
  ])('that is not in order is refused: %j', async (fields, message, fix) => {
    const { isBuilt, issues } = await said(waiver({ ...MOBILE, ...fields }));
    expect(isBuilt).toBe(false);
    expect(issues.find((issue) => issue.includes(message))).toMatch(fix);
  });

  it.each([
    ...['张三、张三同志', '张三、张三（办公室）', '张三、張三', '张三、张三.'].map((person) => [
      person,
      '「personal/mobile」要两个人批准，这里只有一个。 | 请第二个人看过以后，把两个人的姓名都写上，例如 person: 张三、李四。',
    ]),
    ['张三、——', '「——」不是姓名。 | 写批准人的姓名，例如 person: 张三、李四。'],
  ])('is not approved by two where it says %s', async (person, told = '') => {
    const { isBuilt, issues } = await said(waiver({ ...MOBILE, person: person ?? '' }));
    expect(isBuilt).toBe(false);
    expect(issues).toContainEqual(expect.stringContaining(told));
  });

  it.each([
    ...['****', '1', '手机', '1**********', '手机号1234*'].map((words) => [
      words,
      `，「${words}」看不出是哪一个。`,
    ]),
    ['', '，这里没有写 words。'],
  ])('of a number says which: not %j', async (words = '', why = '') => {
    const { words: _, ...others } = MOBILE;
    const fields = words === '' ? others : { ...others, words: `"${words}"` };
    const { isBuilt, issues } = await said(waiver(fields));
    expect(isBuilt).toBe(false);
    expect(issues).toContainEqual(
      expect.stringContaining(
        `「personal/mobile」只能豁免写明的一个号码${why} | 照提示里遮挡后的样子写，至少露出四个数字，例如 words: "138****1234"。`,
      ),
    );
  });
});
