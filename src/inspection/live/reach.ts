/** 站点无法访问: the home page asked for again and again; 5 % of failures are too many. */
import { setTimeout as wait } from 'node:timers/promises';
import { ask } from './ask.ts';
import type { LiveOptions, LiveResult } from './live-site.ts';

const MOST_FAILURES = 0.05;

export async function reachFindings(
  home: URL,
  { visits, between, patience }: LiveOptions,
): Promise<LiveResult> {
  const times: number[] = [];
  let failures = 0;
  for (let visit = 0; visit < visits; visit += 1) {
    if (visit > 0) await wait(between);
    const { status, milliseconds } = await ask(home.href, { timeout: patience });
    if (status >= 200 && status < 300) times.push(milliseconds);
    else failures += 1;
  }
  const [median = 0] = times.toSorted((a, b) => a - b).slice(Math.floor(times.length / 2));
  const seen = [`首页访问 ${visits} 次，打不开 ${failures} 次，通常 ${median} 毫秒。`];
  if (failures === 0) return { findings: [], seen, unchecked: [] };
  const isVeto = failures / visits >= MOST_FAILURES;
  return {
    findings: [
      {
        level: isVeto ? 'stop' : 'warn',
        url: home.href,
        message: `首页访问 ${visits} 次，有 ${failures} 次打不开或者超过 ${patience / 1000} 秒${isVeto ? '：达到单项否决的比例（5%）' : ''}。`,
        fix: '请管理员查服务器、域名解析和网络；检查时按一周的平均数算。',
      },
    ],
    seen,
    unchecked: [],
  };
}
