/** The files of a report: the same bytes for the same inspection, read back by the project's own readers. */
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Found } from '../../../src/inspection/found.ts';
import { makeReport, reportFiles } from '../../../src/inspection/report/make-report.ts';
import { describeInspection } from '../../../scripts/inspection-report.ts';
import { readEarlier } from '../../../src/inspection/trend.ts';
import { anInspection, DATE, textOf } from '../../support/an-inspection.ts';

/** Numbers that nobody may find in a report. */
const PLANTED = [
  '13812345678',
  '650102198203142500',
  '6222021234567890123',
  '１３９００００１１１１',
];

const finding = (message: string, facts: Partial<Found> = {}): Found => ({
  rule: 'text/wrong-word',
  level: 'stop',
  file: 'content/articles/2026/20261112-a.md',
  line: 8,
  message,
  fix: '请改。',
  ...facts,
});

describe('a report', () => {
  it('has the same bytes each time', async () => {
    const make = async () => reportFiles(makeReport(await anInspection([finding('错。')])));
    expect(await make()).toEqual(await make());
  });

  it('repeats no personal number, in any file', async () => {
    const found = PLANTED.flatMap((number) => [
      finding(`“联系人${number}”没有遮挡。`, { title: `名单${number}`, fix: `去掉${number}。` }),
      finding('附件名。', {
        file: `content/articles/2026/20261112-a/${number}.xlsx`,
        owner: number,
      }),
      finding('网址。', { url: `https://bureau.example.gov.cn/tz/${number}/` }),
    ]);
    const waived = { reason: PLANTED.join('、'), persons: PLANTED, until: '2026-12-31' };
    const all = [...found, finding('错。', { waived })];
    const inspection = await anInspection(all, DATE, `办公室${PLANTED[0]}`);
    const seen = { ...inspection.seen, live: [...PLANTED] };
    const report = makeReport({ ...inspection, seen, unchecked: [...PLANTED] });
    const files = { ...reportFiles(report), terminal: describeInspection(report, '') };
    for (const content of Object.values(files)) {
      const parts =
        typeof content === 'string'
          ? [content]
          : Object.values(unzipSync(content)).map((part) => Buffer.from(part).toString());
      for (const part of parts) {
        const plain = part.normalize('NFKC');
        for (const number of PLANTED.map((each) => each.normalize('NFKC'))) {
          for (let at = 0; at + 8 <= number.length; at += 1) {
            expect(plain).not.toContain(number.slice(at, at + 8));
          }
        }
      }
    }
    expect(textOf(files, 'report.xlsx')).toContain('138****5678');
  });

  it('is read by the project’s own readers, whatever staff wrote', async () => {
    const words = '“<b>&amp;”和\u0001=1+1、]]>、\uD800';
    const files = reportFiles(makeReport(await anInspection([finding(words)])));
    expect(textOf(files, 'report.xlsx')).toContain('“<b>&amp;”和=1+1、]]>、\uFFFD');
    expect(textOf(files, 'report.xlsx')).toContain('通知公告');
    expect(textOf(files, 'self-check.docx')).toContain('示例局网站自查表');
    expect(textOf(files, 'self-check.docx')).toContain('未发现');
    expect(textOf(files, 'self-check.docx').split('政府网站')).toHaveLength(2);
    expect(files['report.html']).not.toContain('<b>&amp;');
  });

  it('has rows as high as their text in the workbook, and no higher than Excel takes', async () => {
    const heights = async (words: string) => {
      const { 'report.xlsx': book } = reportFiles(makeReport(await anInspection([finding(words)])));
      const sheet = unzipSync(book as Uint8Array)['xl/worksheets/sheet3.xml'];
      const rows = Buffer.from(sheet ?? '').toString();
      return [...rows.matchAll(/<row r="2" ht="(\d+)" customHeight="1">/g)].map(([, ht]) => ht);
    };
    // Ten lines of 31 digits' width.
    expect(await heights('字'.repeat(150))).toEqual(['150']);
    expect(await heights('字'.repeat(9000))).toEqual(['409']);
  });

  it('names every article that has no date of git in the workbook and for programs', async () => {
    const uncommitted = [1, 2, 3, 4, 5, 6, 7].map((nth) => ({
      title: `第${nth}篇${PLANTED[0]}`,
      url: '',
      file: `content/articles/2026/2026112${nth}-a.md`,
    }));
    const files = reportFiles(makeReport({ ...(await anInspection()), uncommitted }));
    for (const name of ['report.xlsx', 'report.json']) {
      expect(textOf(files, name)).toContain('第7篇138****5678');
      expect(textOf(files, name)).toContain('20261127-a.md');
    }
  });

  it('needs nothing beside it and runs nothing', async () => {
    const page = String(reportFiles(makeReport(await anInspection()))['report.html']);
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script|<link|style="|src=/);
  });
});

describe('the first page', () => {
  it('says how far each veto is, and who does what by when', async () => {
    const page = String(reportFiles(makeReport(await anInspection()))['report.html']);
    const [first = ''] = page.split('</main>');
    expect(first).toContain('不合格');
    expect(first).toContain('14/14 天');
    expect(first).toContain('单项否决：咨询渠道。');
    expect(first).toContain('在「通知公告」发布一篇');
    expect(first).toContain('示例局办公室');
  });

  it('has what is private taken away before anything is published', async () => {
    const found = [finding('手机号没有遮挡。', { rule: 'personal/mobile' }), finding('错字。')];
    const { tasks } = makeReport(await anInspection(found, '2026-12-20'));
    expect(tasks[0]?.what).toContain('手机号');
    expect(tasks[1]?.what).not.toContain('错字');
  });

  it('asks of a site that has failed for what is to be published now, first', async () => {
    const inspection = await anInspection([], '2026-12-31');
    const report = makeReport(inspection);
    expect(report.tasks[0]).toMatchObject({ isLate: true, what: '在首页的任一栏目发布一篇' });
    const later = { ...report.judgement, failsOn: '2027-01-12' };
    expect(describeInspection({ ...report, judgement: later }, '')).not.toContain('最迟');
  });

  it('asks for an article on the home page before that fails', async () => {
    const { tasks } = makeReport(await anInspection([], '2026-11-20'));
    expect(tasks[1]).toMatchObject({ by: '2026-11-26', what: '在首页的任一栏目发布一篇' });
  });

  it('leaves it to people whether a leak fails the site', async () => {
    const found = [finding('“机密”', { rule: 'leak/secret' })];
    const { judgement } = makeReport(await anInspection(found));
    expect(judgement.vetoes.find(({ id }) => id === 'veto/severe')).toMatchObject({
      state: 'near',
      distance: '1 处，要人判断',
    });
  });

  it('does not call good what was not looked at', async () => {
    const inspection = await anInspection();
    const vetoes = inspection.vetoes.map((veto) => ({ ...veto, count: 0 }));
    const seen = { ...inspection.seen, history: undefined };
    const { judgement } = makeReport({ ...inspection, vetoes, seen });
    expect(judgement.verdict).toBe('unknown');
    expect(judgement.vetoes.at(-1)).toMatchObject({ state: 'unchecked', distance: '没有查' });
  });
});

describe('messages of readers', () => {
  const row = {
    page: '机构职能',
    said: `电话少一位，问${PLANTED[0]}`,
    received: '2026-11-19',
    answered: '',
    done: '',
    due: '2026-11-24',
    state: 'overdue',
    line: 3,
  } as const;

  it('stand in the page, the workbook and the tasks, masked', async () => {
    const report = makeReport({ ...(await anInspection()), reported: [row] });
    const files = reportFiles(report);
    for (const name of ['report.html', 'report.xlsx']) {
      const text = textOf(files, name);
      expect(text).toContain('超 2 天，还没有答复');
      expect(text).toContain('138****5678');
      expect(text).not.toContain(PLANTED[0]);
    }
    expect(report.tasks).toContainEqual(
      expect.objectContaining({ isLate: true, what: '答复找错留言：机构职能' }),
    );
  });

  it('that nobody wrote down are not said not to be there', async () => {
    const said = async (reported?: []) =>
      String(reportFiles(makeReport({ ...(await anInspection()), reported }))['report.html']);
    expect(await said()).toContain('找错”</h2><p>没有查');
    expect(await said([])).toContain('找错”</h2><p>台账里没有');
  });
});

describe('an earlier report', () => {
  it('says since when a finding is known, though its days have changed, and what is mended', async () => {
    const before = makeReport(await anInspection([finding('错一处。')], '2026-11-24'));
    const earlier = readEarlier(String(reportFiles(before)['report.json']));
    const now = makeReport(await anInspection([finding('错两处。')]), earlier);
    const states = now.entries.map(({ rule, firstSeen, state }) => [rule, firstSeen, state]);
    expect(states).toEqual([
      ['text/wrong-word', '2026-11-26', 'new'],
      ['inspection/column-stale', '2026-11-24', 'open'],
    ]);
    expect(now.trend?.mended.map(({ message }) => message)).toEqual(['错一处。']);
    expect(now.trend?.added.map(({ message }) => message)).toEqual(['错两处。']);
    const files = reportFiles(now);
    expect(textOf(files, 'report.xlsx')).toContain('首页不更新 12/14 天 14/14 天');
  });

  it('of another program is none', () => {
    expect(readEarlier('{"form":1}')).toBeUndefined();
    expect(readEarlier('甲')).toBeUndefined();
  });
});
