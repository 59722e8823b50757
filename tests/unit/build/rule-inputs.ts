/** For each rule that no fixture breaks, what breaks it. */
import { aText } from '../../support/a-bureau.ts';
import { TEXT_CASES } from '../rules/text-rules.expected.ts';
import { KINDS } from './kind-inputs.ts';
import { LET_PASS } from './let-pass-inputs.ts';

/** Bodies by rule; those of .mdx are apart. */
export const BODIES: readonly (readonly [rule: string, body: string, format?: 'mdx'])[] = [
  ['address/in-text', '[甲](甲.md)'],
  ['address/misleading', '[甲](https://www.gov.cn@evil.example/)'],
  ['address/scheme', '[甲](javascript:x)'],
  ['article/empty-body', ''],
  ['link/fragment', '[甲](#乙)'],
  ['markdown/attribute-list', '甲{.red}'],
  ['markdown/bold', '**重点内容'],
  ['markdown/bold-or-mask', '由**学院承办，由**医院协办'],
  ['markdown/break-tag', '甲<br>乙', 'mdx'],
  ['markdown/character-reference', '甲&#x202e;乙'],
  ['markdown/code', '```\n甲'],
  ['markdown/comment', '甲<!-- 乙'],
  ['markdown/html', '<div>甲</div>'],
  ['markdown/italics', '各单位要：*高度重视*。'],
  [
    'markdown/line-end',
    '示例自治区机关事务管理局关于印发办法的通知\n各级机关事务管理局和自治区各部门单位',
  ],
  ['markdown/list-mark', '- 5 度'],
  ['markdown/list-number', '1. 甲\n1. 乙\n\n正文。\n\n1. 丙\n1. 丁'],
  ['markdown/lost-text', '</div>\n第二行'],
  ['markdown/note', '甲[^1]\n\n[^2]: 乙'],
  ['markdown/picture-caption', '![](1.jpg)'],
  ['markdown/row-sign', '> 50 人以上'],
  ['markdown/shown-sign', '甲 ``` 乙'],
  ['markdown/size', `${'>'.repeat(200)}甲`],
  ['markdown/tilde', '~~甲'],
  ['markdown/typed-address', '见 http：//www。x。gov。cn'],
  ['markdown/unread-heading', '#标题'],
  ['markdown/unread-syntax', '![图](图 1.jpg)'],
  ['mdx/component', '{process.exit(1)}', 'mdx'],
  ['mdx/syntax', '<Video src="a.mp4">', 'mdx'],
  ['paste/contents', '第一章 总则........1\n第二章 职责........3\n第三章 附则........9'],
  ['paste/not-imported', '能耗按【未导入：公式：E=mc】计算。'],
  ['paste/symbol-font', '甲\uF0FC乙'],
  ['paste/tab-cells', '姓名\t电话\n甲\t1\n乙\t2'],
  ['paste/word-code', '甲<o:p></o:p>'],
  ['paste/word-mark', '<![if !supportLists]>1.<![endif]>甲'],
  ['video/captions', '<Video src="1.mp4" poster="1.jpg" title="甲" />', 'mdx'],
  ['video/kind', '<Video src="1.mov" poster="1.jpg" title="甲" />', 'mdx'],
  ['table/bar', '| 甲 | 乙 |\n| - | - |\n| 1 ｜ 2 |'],
  ['table/cells', '| 甲 | 乙 |\n| - | - |\n| 1 | 2 | 3 |'],
  ['table/unread', '| 甲 | 乙 |\n| 1 | 2 |'],
];

const ARTICLE = 'content/articles/2026/20261101-a';
const text = (fields: readonly string[] = [], body?: string): string =>
  aText('2026-11-01', fields, body);
const alone = (fields: readonly string[] = [], body?: string) => ({
  [`${ARTICLE}.md`]: text(fields, body),
});
const beside = (files: Readonly<Record<string, string>>, fields: readonly string[] = []) => ({
  [`${ARTICLE}/index.md`]: text(fields),
  ...Object.fromEntries(
    Object.entries(files).map(([name, words]) => [`${ARTICLE}/${name}`, words]),
  ),
});
const ledger = (...lines: readonly string[]) => ({
  'content/addresses.tsv': `${lines.join('\n')}\n`,
});
const topic = (section: string, fields: readonly string[] = [], body = '') => ({
  'content/topics/a.md': [
    '---',
    'title: 甲',
    'summary: 甲的安排。',
    'date: 2026-11-01',
    ...fields,
    'sections:',
    `  - { title: 乙, ${section} }`,
    '---',
    body,
  ].join('\n'),
});
const redirect = (from: string, to: string) => ({
  'content/redirects.yaml': `- from: ${from}\n  to: ${to}\n`,
});

const units = {
  'content/units.yaml':
    '- name: 示例自治区机关事务管理局\n  former: [{ name: 示例自治区接待办公室, until: 2024-05-01 }]\n',
};
const aDocument = (...fields: readonly string[]): string =>
  ['issuer: 示例局', 'signed: 2026-11-01', ...fields].join(', ');
const issued = (...fields: readonly string[]) => alone([`document: { ${aDocument(...fields)} }`]);

/** Files of a small bureau by rule. */
export const FILES: readonly (readonly [rule: string, files: Readonly<Record<string, string>>])[] =
  [
    ...KINDS,
    ...LET_PASS,
    ...TEXT_CASES.map(({ rule, wrong }) => [rule, { ...alone([], wrong), ...units }] as const),
    ['address/attachment', beside({ 'INDEX.html': '甲' }, ['attachments: [INDEX.html]'])],
    ['address/inside', alone([], '[甲](http://10.0.0.1/)')],
    ['address/lost', ledger('/tz/202611/20261109-gone/\t20261109-gone')],
    ['address/reserved-name', { 'public/con.txt': '甲' }],
    [
      'address/reused',
      {
        ...ledger('/tz/202611/20261101-a/\t20261101-b', '/tz/202611/20261101-b/\t20261101-b'),
        ...alone(),
        'content/articles/2026/20261101-b.md': text(),
      },
    ],
    [
      'address/taken-back',
      { ...ledger('/tz/202611/20261101-a/\t20261101-a'), ...alone(['draft: true']) },
    ],
    ['address/taken', { 'public/tz/index.html': '甲' }],
    ['article/id-twice', { ...alone(), ...beside({}) }],
    ['article/missing-text', { [`${ARTICLE}/a.txt`]: '甲' }],
    ['article/name', { 'content/articles/2026/甲.md': text() }],
    ['article/not-an-article', { 'content/articles/2026/a.pdf': '甲' }],
    ['article/place', { 'content/articles/甲.md': text() }],
    ['article/repeated-title', alone([], '测试\n\n正文。')],
    ['article/two-texts', beside({ 'index.mdx': '甲' })],
    ['column/none', { 'content/columns.yaml': '[]\n' }],
    ['column/page', { 'content/columns.yaml': '- { slug: tz, name: 甲, kind: page, page: b }\n' }],
    [
      'column/picture-news',
      { ...alone(), 'content/columns.yaml': '- { slug: tz, name: 通知公告, style: pictures }\n' },
    ],
    ['date/change', alone(['corrections: [{ date: 2026-10-31, note: 甲改乙 }]'])],
    ['date/expires', alone(['expires: 2026-10-01'])],
    ['date/in-name', { 'content/articles/2026/20261102-a.md': text() }],
    ['document/dates', alone(['document: { issuer: 示例局, signed: 2026-11-02 }'])],
    ['document/ended', issued('status: 废止', 'ended: 2026-12-01')],
    ['document/named', alone(['explains: 20261109-gone'])],
    ['document/number', issued('number: 示局发(2026)1号')],
    [
      'document/number-twice',
      {
        ...issued('number: 示局发〔2026〕1号'),
        'content/articles/2026/20261101-b.md': text([
          `document: { ${aDocument('number: 示局发〔2026〕1号')} }`,
        ]),
      },
    ],
    [
      'document/passing',
      {
        ...alone(['explains: 20261101-b']),
        'content/articles/2026/20261101-b.md': text(['draft: true']),
      },
    ],
    ['document/state', issued('replacedBy: 示局发〔2026〕2号')],
    ['field/kind', alone(['subtitle: [甲, 乙]'])],
    ['file/broken', beside({ 'a.pdf': '' }, ['attachments: [a.pdf]'])],
    ['file/copy', { ...alone(), 'content/articles/2026/20261101-a - 副本.md': text() }],
    ['file/looks-like-litter', { 'content/articles/2026/20261101-a.bak/index.md': text() }],
    ['file/not-what-it-says', beside({ 'a.docx': '%PDF-1.4 %%EOF' }, ['attachments: [a.docx]'])],
    ['file/refused-kind', beside({ 'a.exe': 'MZ' }, ['attachments: [a.exe]'])],
    ['file/unnamed', beside({ 'a.txt': '甲' })],
    ['front-matter/form', { [`${ARTICLE}.md`]: '---\n{ title: 甲, date: 2026-11-01 }\n---\n乙\n' }],
    ['front-matter/none', { [`${ARTICLE}.md`]: '---\n---\n甲\n' }],
    ['front-matter/second', alone([], '---\ntitle: 甲\ndraft: true\n---\n\n正文。')],
    ['ledger/conflict', ledger('<<<<<<< HEAD')],
    ['ledger/form', ledger('/tz/\tcolumn:tz\r')],
    ['ledger/line', ledger('甲')],
    ['ledger/twice', ledger('/tz/\tcolumn:tz', '/tz/\tcolumn:dt')],
    ['link/dead', alone([], '[甲](/gone/)')],
    [
      'link/passing',
      {
        ...alone([], '[甲](/tz/202611/20261102-b/)'),
        'content/articles/2026/20261102-b.md': aText('2026-11-02', ['expires: 2027-01-01']),
      },
    ],
    [
      'old-address/loop',
      { 'content/redirects.yaml': '- { from: /a, to: /b }\n- { from: /b, to: /a }\n' },
    ],
    [
      'old-address/not-yet',
      {
        ...redirect('/a.html', '20261102-b'),
        'content/articles/2026/20261102-b.md': aText('2026-11-02', ['draft: true']),
      },
    ],
    ['old-address/taken', redirect('/tz/', 'https://www.example.cn/')],
    ['old-address/target', redirect('/a.html', '/gone/')],
    [
      'old-address/twice',
      { 'content/redirects.yaml': '- { from: /a, to: /tz/ }\n- { from: /a, to: / }\n' },
    ],
    ['personal/name', { 'content/articles/2026/20261101-13912345678.md': text() }],
    [
      'personal/setting',
      { 'content/columns.yaml': '- { slug: tz, name: 通知公告, description: 值班13912345678 }\n' },
    ],
    ['page/name', { 'content/pages/联系.md': '甲' }],
    ['public/contents', { 'public/a.txt': 'DB_PASSWORD=abc' }],
    ['public/dot-file', { 'public/.htaccess': '甲' }],
    [
      'public/picture',
      { 'public/a.jpg': 'version https://git-lfs.github.com/spec/v1\noid sha256:' },
    ],
    ['public/suspect-name', { 'public/通知（草稿）.pdf': '%PDF-1.4 %%EOF' }],
    ['public/unfit', { 'public/a.sql': '甲' }],
    ['settings/line', { 'content/columns.yaml': '- slug：tz\n  name: 通知公告\n' }],
    ['settings/remark', { 'content/columns.yaml': '- slug: tz\n  name: 通知 #公告\n' }],
    [
      'settings/too-long',
      {
        'content/redirects.yaml': `${`# ${'a'.repeat(400)}\n`.repeat(21_000)}- from: '/a'x\n  to: /tz/\n`,
      },
    ],
    [
      'table/csv',
      {
        [`${ARTICLE}/index.mdx`]: text([], '<CsvTable file="a.csv" caption="甲" />'),
        [`${ARTICLE}/a.csv`]: '甲,乙\n1,2,3\n',
      },
    ],
    ['text/conflict', alone([], '<<<<<<< HEAD\n甲\n=======\n乙\n>>>>>>> b')],
    ['text/lost-character', alone([], '甲\uFFFD乙')],
    ['text/not-text', { [`${ARTICLE}.md`]: '%PDF-1.4 %%EOF' }],
    ['text/override', alone([], '甲\u202E乙')],
    ['text/too-large', alone([], '字'.repeat(700_000))],
    [
      'text/wrong-word',
      { ...alone([], '帐号'), 'content/wording.yaml': '- { wrong: 帐号, right: 账号 }\n' },
    ],
    ['topic/article', topic('articles: [20261101-b]')],
    ['topic/column', topic('category: 没有的栏目')],
    ['topic/dates', topic('category: 通知公告', ['until: 2026-10-01'])],
    ['topic/empty', topic('keywords: 丙')],
    ['topic/file', topic('category: 通知公告', [], '[表](表.docx)')],
    ['topic/name', { 'content/topics/专题.md': '甲' }],
    ['topic/passing', { ...alone(['draft: true']), ...topic('articles: [20261101-a]') }],
    ['topic/section', topic('count: 5')],
    [
      'topic/too-many',
      Object.fromEntries(
        Array.from({ length: 201 }, (_, number) => [
          `content/topics/a${number}.md`,
          topic('category: 通知公告')['content/topics/a.md'],
        ]),
      ),
    ],
    ['yaml/several-documents', { 'content/columns.yaml': '- { slug: tz, name: 甲 }\n---\n- b\n' }],
  ];
