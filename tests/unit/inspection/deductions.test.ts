/** 扣分: by the table that the bureau was given, what was found now, and no more than was looked at. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deductionsOf, readDeductions } from '../../../src/inspection/deductions.ts';
import type { Entry } from '../../../src/inspection/entries.ts';
import type { Inspection } from '../../../src/inspection/inspect-site.ts';
import { deductionNote, deductionRows } from '../../../src/inspection/report/deduction-table.ts';
import { makeReport } from '../../../src/inspection/report/make-report.ts';
import { formatIssues } from '../../../src/model/issue.ts';
import { aBureau } from '../../support/a-bureau.ts';

const HEAD = 'source: 示例省第一季度通报\ndate: 2026-04-10\nrows:\n';
const TABLE = `${HEAD}  - { indicator: 错别字, points: 0.5, most: 1, rules: text/typo }
  - { indicator: 链接, points: 1, rules: link、inspection/page-link }
  - { indicator: 办事指南, points: 2 }
`;

async function read(table: string | undefined, date = '2026-11-25') {
  const files = table === undefined ? {} : { 'content/inspection.yaml': table };
  const bureau = await aBureau(files);
  const told = formatIssues((await bureau.read()).issues);
  return { told, ...(await readDeductions(join(bureau.folder, 'content'), date)) };
}

const inspection = (change: Partial<Inspection> = {}): Inspection => ({
  date: '2026-11-25',
  commit: '',
  name: '示例局',
  url: 'https://bureau.example.gov.cn/',
  vetoes: [],
  columns: [],
  found: [],
  seen: { articles: 1, pages: 1, history: 1, migrated: 0 },
  unchecked: [],
  ...change,
});

const entry = (rule: string, change: Partial<Entry> = {}): Entry => ({
  key: rule,
  rule,
  ruleTitle: '',
  basis: '',
  level: 'stop',
  title: '',
  url: '',
  place: '',
  message: '',
  fix: '',
  bites: '',
  owner: '',
  firstSeen: '',
  state: 'new',
  ...change,
});

describe('points', () => {
  it('are counted by the table, up to the most of a row, for what stands now', async () => {
    const { table: deductions } = await read(TABLE);
    const found = [
      ...[1, 2, 3].map(() => entry('text/typo')),
      entry('link/dead'),
      entry('inspection/page-link', { bites: '2026-12-01' }),
      entry('link/fragment', { waived: { reason: '甲', persons: ['乙'], until: '2026-12-31' } }),
      entry('markdown/bold'),
    ];
    const counted = deductionsOf(inspection({ deductions }), found);
    expect(counted).toMatchObject({ taken: 2, left: 98 });
    expect(counted?.rows.map(({ count, taken }) => [count, taken])).toEqual([
      [3, 1],
      [1, 1],
      [undefined, 0],
    ]);
    const report = { ...makeReport(inspection({ deductions })), deductions: counted };
    expect(deductionRows(report)).toEqual([
      ['错别字', '0.5', '1', '3 处', '1'],
      ['链接', '1', '—', '1 处', '1'],
      ['办事指南', '2', '—', '没有查，要人查', '—'],
    ]);
    expect(deductionNote(report)).toContain('查到的共扣 2 分，100 分最多剩 98 分。');
  });

  it('are a hundred at most', async () => {
    const { table: deductions } = await read(
      `${HEAD}  - { indicator: 甲, points: 80, rules: link }\n  - { indicator: 乙, points: 70, rules: text }\n`,
    );
    const counted = deductionsOf(inspection({ deductions }), [
      entry('link/dead'),
      entry('text/typo'),
    ]);
    expect(counted).toMatchObject({ taken: 100, left: 0 });
  });

  it('of what was not looked at are not said to be none', async () => {
    const { table: deductions } = await read(TABLE);
    const seen = { articles: 1, pages: undefined, history: 1, migrated: 0 };
    const report = makeReport(inspection({ deductions, seen }));
    expect(deductionRows(report)?.map((row) => row[3])).toEqual([
      '0 处',
      '0 处，没有查全',
      '没有查，要人查',
    ]);
  });

  it('are not counted without a table of the day', async () => {
    const none = makeReport(inspection());
    expect([none.deductions, deductionNote(none)]).toEqual([
      undefined,
      '没有算，原因见 report.html 的“没有查的”。',
    ]);
    expect((await read(undefined)).why).toContain('没有 content/inspection.yaml（扣分标准');
    for (const empty of ['# 还没有\n', `${HEAD.trim()} []\n`]) {
      expect((await read(empty)).why).toBe('content/inspection.yaml（扣分标准）里一个指标也没有写');
    }
    expect((await read(TABLE, '2026-04-09')).why).toBe(
      'content/inspection.yaml 里的标准 2026-04-10 才公布',
    );
  });
});

describe('of a table staff are told', () => {
  it('which of its rules there are not', async () => {
    const { issues, told, table } = await read(
      `${HEAD}  - { indicator: 甲, points: 1, rules: txet/typo }\n`,
    );
    expect(told).toBe('');
    const row = deductionsOf(inspection({ deductions: table }), [])?.rows[0];
    expect([row?.count, row?.isWhole]).toEqual([0, false]);
    expect(issues.map(({ line, message, fix }) => [line, message, fix])).toEqual([
      [
        4,
        '没有「txet/typo」这条规则，这一项没有算。',
        '是不是「text/typo」？规则的编号见自查报告的问题台账和 npm run check -- --rules。',
      ],
    ]);
  });

  it('what cannot be right in it', async () => {
    const rows = ['points: 一分, rules: link', 'points: 0, rules: link', 'points: 101'];
    const { told, why } = await read(
      HEAD + rows.map((row) => `  - { indicator: 甲, ${row} }\n`).join(''),
    );
    const fix = '  → 请写大于 0、不超过 100 的数，最多两位小数，例如 0.5。';
    expect(told.split('\n')).toEqual([
      'content/inspection.yaml:4',
      '  （提醒）分值（points）写的是「一分」。',
      fix,
      '',
      'content/inspection.yaml:5',
      '  （提醒）分值（points）写的是「0」。',
      fix,
      '',
      'content/inspection.yaml:6',
      '  （提醒）分值（points）写的是「101」。',
      fix,
    ]);
    expect(why).toBe('content/inspection.yaml 有写错的地方，改好以后再算');
    const twice = `${HEAD}  - { indicator: 甲, points: 1, rules: link }\n  - { indicator: 乙, points: 1, rules: link }\n`;
    expect((await read(twice)).told.split('\n')).toEqual([
      'content/inspection.yaml:5',
      '  （提醒）规则「link」写了两次，同一处问题会扣两次分。',
      '  → 只留在一个指标里。',
    ]);
    const family = twice.replace(/link \}\n$/, 'link/dead }\n');
    expect((await read(family)).told).toContain('规则「link/dead」和「link」有一样的');
  });
});
