/** What breaks the rules of those who let texts pass: reviews and waivers. */
import { aText } from '../../support/a-bureau.ts';

const article = (body = '正文。') => ({
  'content/articles/2026/20261101-a.md': `${aText('2026-11-01')}\n${body}\n`,
});
const review = (column: string) => ({
  'content/review.yaml': `- { ${column}, reviews: 一审, since: 2026-11-01 }\n`,
});
const waived = (rule: string, until: string) => ({
  ...article('手机13912345678。'),
  'content/waivers.yaml': `- { rule: ${rule}, article: 20261101-a, words: '139****5678', reason: 甲, person: 乙、丙, until: ${until} }\n`,
});

/** Files of a small bureau by rule. */
export const LET_PASS: readonly (readonly [
  rule: string,
  files: Readonly<Record<string, string>>,
])[] = [
  ['review/column', review('column: 没有的栏目')],
  ['review/missing', { ...article(), ...review('column: 通知公告') }],
  [
    'review/never-shown',
    {
      'content/articles/2026/20261101-a.md': aText('2026-11-01', [
        'withdrawn: { date: 2026-11-02, reason: 甲 }',
      ]),
      ...review('column: 通知公告'),
    },
  ],
  [
    'review/no-settings',
    {
      ...article(),
      'content/review/2026/20261101-a.yaml':
        '- { "at": "2026-11-01 09:00:00", "by": "李若谷", "did": "通过", "role": "一审" }\n',
    },
  ],
  ['review/orphan', { 'content/review/2026/20261109-gone.yaml': '' }],
  [
    'review/record',
    { ...article(), 'content/review/2026/20261101-a.yaml': '- { "at": "2026-11-01" }\n' },
  ],
  ['waiver/expired', waived('personal/mobile', '2026-11-01')],
  ['waiver/long', waived('personal/mobile', '2099-12-31')],
  ['waiver/rule', waived('markdown/bold', '2026-12-31')],
  ['waiver/unused', waived('personal/identity', '2026-12-31')],
];
