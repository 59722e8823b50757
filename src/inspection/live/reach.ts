/** 站点无法访问: the home page asked for again and again; 5 % of failures are too many. */
import { setTimeout as wait } from 'node:timers/promises';
import { ask } from './ask.ts';
import type { LiveFinding } from './live-finding.ts';
import type { LiveAsking, LiveResult, Reach } from './live-site.ts';

const MOST_FAILURES = 0.05;

/** Whether so many failures fail the site. */
export function isUnreachable({ visits, failures }: Reach): boolean {
  return visits > 0 && failures / visits >= MOST_FAILURES;
}

export async function reachFindings(
  home: URL,
  { visits: wanted, between, patience, signal }: LiveAsking,
): Promise<LiveResult> {
  const times: number[] = [];
  const elsewhere = new Set<string>();
  let failures = 0;
  let visits = 0;
  while (visits < wanted && !signal.aborted) {
    if (visits > 0) await wait(between, undefined, { signal }).catch(() => undefined);
    const answer = await ask(home.href, { timeout: patience, signal });
    // What the end of all cut off says nothing of the site.
    if (answer.status === 0 && signal.aborted) break;
    visits += 1;
    if (answer.elsewhere !== undefined) elsewhere.add(new URL(answer.elsewhere).host);
    else if (answer.status >= 200 && answer.status < 300) times.push(answer.milliseconds);
    else failures += 1;
  }
  const [median] = times.toSorted((a, b) => a - b).slice(Math.floor(times.length / 2));
  const usual = median === undefined ? '' : `，通常 ${median} 毫秒`;
  const led = visits - failures - times.length;
  const away = led > 0 ? `，转到别的域名 ${led} 次` : '';
  const seen = [`首页访问 ${visits} 次，打不开 ${failures} 次${away}${usual}。`];
  const unchecked = visits < wanted ? [`首页只访问了 ${visits} 次，应当 ${wanted} 次。`] : [];
  // What leads to another site says nothing of whether this one is there.
  const reach = { visits: visits - led, failures };
  const known = reach.visits > 0 ? { reach } : {};
  const findings: LiveFinding[] = [];
  if (elsewhere.size > 0) {
    const message = `首页转到了别的域名（${[...elsewhere].join('、')}），没有跟着去看。`;
    const fix = '是换了域名的，用新的网址再查；不是的，请管理员查服务器是不是被改了。';
    findings.push({ level: 'stop', url: home.href, message, fix });
  }
  if (failures > 0) {
    const isVeto = isUnreachable(reach);
    findings.push({
      level: isVeto ? 'stop' : 'warn',
      url: home.href,
      message: `首页访问 ${visits} 次，有 ${failures} 次打不开或者超过 ${patience / 1000} 秒${isVeto ? '：达到单项否决的比例（5%）' : ''}。`,
      fix: '请管理员查服务器、域名解析和网络；检查时按一周的平均数算。',
      ...(isVeto && { isUnreachable: true }),
    });
  }
  return { findings, seen, unchecked, ...known };
}
