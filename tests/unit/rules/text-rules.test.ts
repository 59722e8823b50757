/** Each rule of texts finds what it is for, says it in words that help, and is silent of what is right. */
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/reading/apply-edits.ts';
import { inspectText } from '../../../src/reading/inspect-text.ts';
import type { TextToInspect } from '../../../src/reading/inspect-text.ts';
import { fieldBlock } from '../../../src/model/reader-text.ts';
import type { Issue } from '../../../src/model/issue.ts';
import { TEXT_RULES } from '../../../src/rules/text/text-checks.ts';
import { CARD, IDENTITY, TEXT_CASES } from './text-rules.expected.ts';

const FILE = 'content/articles/2026/20260305-a.md';
const BUREAU = {
  wording: [],
  phrases: [],
  own: [],
  units: [
    {
      name: '示例自治区机关事务管理局',
      former: [{ name: '示例自治区接待办公室', until: '2024-05-01' }],
    },
  ],
};

function issuesOf(body: string, more: Partial<TextToInspect> = {}): Issue[] {
  const place = { file: FILE, format: 'md', bodyLine: 7, title: '', titleLine: 2 } as const;
  const facts = { day: '2026-03-05', attachments: 0 };
  return inspectText({ body, ...place, ...facts, ...more }, BUREAU).issues;
}

const rulesOf = (issues: readonly Issue[]): string[] => issues.map(({ rule }) => rule);

describe('a text', () => {
  it.each(TEXT_CASES)('$rule: $wrong', ({ rule, wrong, right, message, fix, mended }) => {
    const [issue, ...others] = issuesOf(`供热工作顺利。\n\n${wrong}`);
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ rule, file: FILE, message, fix });
    expect(issue?.line).toBeGreaterThan(8);
    expect(issuesOf(right)).toEqual([]);
    expect(issue?.edit !== undefined).toBe(mended !== undefined);
    if (mended === undefined || !issue?.edit) return;
    const before = `${'\n'.repeat(6)}供热工作顺利。\n\n`;
    expect(applyEdits(before + wrong, [issue.edit]).text).toBe(before + mended);
    expect(rulesOf(issuesOf(mended))).not.toContain(rule);
  });

  it.each([
    ['`密码：Abc12345`', 'leak/password'],
    ['`13912345678`', 'personal/mobile'],
    [`\`\`\`\n${IDENTITY}\n\`\`\``, 'personal/identity'],
  ])('has what is private found in code: %s', (code, rule) => {
    expect(rulesOf(issuesOf(`供热工作顺利。\n\n${code}`))).toContain(rule);
  });

  it('has a remedy for names of files and addresses that can be followed', () => {
    const [issue] = issuesOf('[电话](tel:13912345678)');
    expect(issue).toMatchObject({
      rule: 'personal/mobile',
      message: '文件名、网址里的手机号「139****5678」没有遮挡。',
    });
    expect(issue?.fix).not.toContain('*');
  });

  it('has no number repeated by rules of other things', () => {
    const issues = issuesOf('- 13912345678\n\n６５０１９９１９９００３０７００７X');
    expect(JSON.stringify(issues.map(({ message, fix }) => message + fix))).not.toMatch(/\d{8}/);
  });

  it('has the phrases of the bureau’s own list looked for, too', () => {
    const bureau = { ...BUREAU, phrases: ['示例州委书记王景行'] };
    const place = { file: FILE, format: 'md', bodyLine: 1, title: '', titleLine: 1 } as const;
    const told = (body: string) => inspectText({ body, ...place }, bureau).issues;
    expect(told('示例州委书记王景行讲话。')).toEqual([]);
    expect(told('示例州委书记王景形讲话。').map(({ level, message }) => [level, message])).toEqual([
      ['stop', '「示例州委书记王景形」和固定表述「示例州委书记王景行」差一个字。'],
    ]);
    expect(inspectText({ body: '示例州委书记王景形讲话。', ...place }, BUREAU).issues).toEqual([]);
  });

  it.each([
    '[此处输入正文内容]',
    '各科室：（此处填写负责人姓名）',
    '【请在此处粘贴照片】',
    '[单位名称]：',
    '单击或点击此处输入文字。',
    'XXXX人民政府',
    'ＸＸ人民政府',
    '关于XXXX的通知',
    '20XX年，能耗有所下降。',
    '会议定于X月5日召开。',
    '〔20XX〕3号',
    '联系人：XXX',
    '{{title}}货物',
  ])('has a place of a template that nobody filled in: %s', (body) => {
    expect(issuesOf(body).map(({ rule, level }) => [rule, level])).toContainEqual([
      'left/unfilled',
      'stop',
    ]);
  });

  it.each(['购置XX型设备三台。', '点击此处下载申请表。', '定制XXL码工装。', 'X射线安检机两台。'])(
    'has what is like one left alone: %s',
    (body) => expect(issuesOf(body)).toEqual([]),
  );

  it('has a mark of an import told once, by its own rule', () => {
    const body = '联系人：【未导入：还没有填写的“单击此处输入文字。”】，XX市';
    expect(rulesOf(issuesOf(body)).filter((rule) => rule === 'left/unfilled')).toHaveLength(1);
  });

  it('has such a place told in a title, too', () => {
    const fields = [fieldBlock('title', '[此处输入文件标题]', 2)];
    const issues = issuesOf('供热工作顺利。', { fields });
    expect(issues).toMatchObject([{ rule: 'left/unfilled', level: 'stop', line: 2 }]);
  });

  it('has a case for each rule', () => {
    const cases = TEXT_CASES.map(({ rule }) => rule);
    expect(TEXT_RULES.map(({ id }) => id).toSorted()).toEqual(cases.toSorted());
  });

  it('has its code, comments and addresses left alone, and links that name a file', () => {
    const body = [
      '`会议要求,各单位`',
      '',
      '<!-- 联系人13912345678 -->',
      '',
      '网址：https://www.example.gov.cn/a,b.html',
      '',
      '```',
      '会议要求,各单位',
      '```',
      '',
      '[图1.jpg](/files/1.jpg)',
    ].join('\n');
    expect(issuesOf(body)).toEqual([]);
  });

  it('is told of on the line of the file, whatever stands in it', () => {
    const body =
      '# 标题\n\n甲\\*乙&amp;丙。**要求,各单位**\n\n| 项目 | 数量 |\n| --- | --- |\n| 供热,供水 | 5 |\n\n![检查,供热](1.jpg)';
    const lines = issuesOf(body).filter(({ rule }) => rule === 'punctuation/half-width');
    expect(lines.map(({ line, edit }) => [line, edit?.line, edit?.column])).toEqual([
      [9, 9, 15],
      [13, 13, 4],
      [15, 15, 4],
    ]);
  });

  it('by others is told of its style for what it is worth, and stopped for numbers of persons', () => {
    const body = '会议要求,各单位联系13912345678。';
    const levels = (isRepost: boolean) =>
      Object.fromEntries(issuesOf(body, { isRepost }).map(({ rule, level }) => [rule, level]));
    expect(levels(false)).toEqual({ 'punctuation/half-width': 'warn', 'personal/mobile': 'stop' });
    expect(levels(true)).toEqual({ 'punctuation/half-width': 'info', 'personal/mobile': 'stop' });
  });

  it('is not told of twice on a line that is not read as it was meant', () => {
    expect(rulesOf(issuesOf('![图](图 1.jpg)'))).toEqual(['markdown/unread-syntax']);
  });

  it.each([
    '修订《〈《节能办法》实施细则〉修正案》。',
    '利率在0—0.1%之间。',
    '全市社区卫生服务中心延长门诊，其中21家社区卫生中心增设床位。',
    '两地同胞共铸中华民族共同体意识。',
    '党的十二大以来的文件，和党的二十大报告一起展出。',
  ])('is left alone where it is right: %s', (body) => {
    expect(issuesOf(body)).toEqual([]);
  });

  it.each([
    ['修订《《《节能办法》实施细则》修正案》。', 'punctuation/nested-title'],
    [
      '公布《关于修改《示例自治区节约能源条例》、〈示例自治区公共机构节能办法〉、《示例自治区供热条例》的决定》。',
      'punctuation/nested-title',
    ],
    ['干部职工学习党的二四大精神。', 'text/protected-phrase'],
    ['通报说，928日供热正常。', 'number/lost-month'],
  ])('has the fault found in %s', (body, rule) => {
    expect(new Set(rulesOf(issuesOf(body)))).toEqual(new Set([rule]));
  });

  it('has no number of a person repeated in any message', () => {
    const body = `联系张某13912345678,身份证${IDENTITY}。联系张某13912345678,身份证${IDENTITY}。卡号${CARD}（`;
    const told = issuesOf(body);
    expect(told.length).toBeGreaterThan(4);
    const said = told.map(({ message, fix }) => message + fix).join('\n');
    expect(said).not.toMatch(/\d{6}/);
  });
});
