/** 站点无法访问 is a row of the judgement: what visits of the home page say in each file of the report. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { describeInspection } from '../../../scripts/inspection-report.ts';
import type { Inspection } from '../../../src/inspection/inspect-site.ts';
import { reachFindings } from '../../../src/inspection/live/reach.ts';
import { makeReport, reportFiles } from '../../../src/inspection/report/make-report.ts';
import { anInspection, textOf } from '../../support/an-inspection.ts';

describe('the site seen from outside', () => {
  const good = async (): Promise<Inspection> => {
    const inspection = await anInspection();
    return { ...inspection, vetoes: inspection.vetoes.map((veto) => ({ ...veto, count: 0 })) };
  };
  const live = ['首页访问 20 次。'];

  it.each([
    [20, 'fails', '不合格', '发现，单项否决（20 次里 20 次打不开）'],
    [1, 'fails', '不合格', '发现，单项否决（20 次里 1 次打不开）'],
    [0, 'good', '合格', '未发现（20 次里 0 次打不开）'],
  ])('with %i of 20 visits in vain %s', async (failures, state, verdict, said) => {
    const inspection = await good();
    const seen = { ...inspection.seen, live, reach: { visits: 20, failures } };
    const report = makeReport({ ...inspection, seen });
    expect(report.judgement.vetoes[0]).toMatchObject({ title: '站点无法访问', state });
    const files = reportFiles(report);
    expect(files['report.html']).toContain(`<b>${verdict}</b>`);
    expect(files['report.html']).toContain(`20 次里 ${failures} 次打不开`);
    expect(textOf(files, 'report.xlsx')).toContain(said);
    expect(textOf(files, 'self-check.docx')).toContain(said);
    expect(describeInspection(report, '')).toContain(`站点无法访问 20 次里 ${failures} 次打不开`);
  });

  it('is said not to be looked at where nobody did', async () => {
    const report = makeReport(await good());
    expect(report.judgement).toMatchObject({
      verdict: 'passes',
      vetoes: [{ state: 'unchecked' }, {}, {}, {}, {}, {}, {}, {}],
    });
    expect(reportFiles(report)['report.html']).toContain(
      '<td>站点无法访问</td><td class="number">没有查</td>',
    );
  });
});

it('visits that lead to another site say nothing of whether this one is there', async () => {
  const server = createServer(
    (_, response) => void response.writeHead(302, { location: 'http://localhost:1/' }).end(),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const home = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const { signal } = new AbortController();
  const now = new Date('2026-11-26T01:00:00Z');
  const asking = { visits: 2, between: 0, patience: 2000, pages: 1, now, signal };
  const { reach, findings, seen } = await reachFindings(home, asking);
  server.close();
  expect(reach).toBeUndefined();
  expect(findings[0]?.message).toContain('首页转到了别的域名');
  expect(seen).toEqual(['首页访问 2 次，打不开 0 次，转到别的域名 2 次。']);
});
