/** Findings of links to other sites, from what the last runs found. */
import { finding } from '../found.ts';
import type { Found } from '../found.ts';
import {
  outboundDeadRule,
  outboundHostRule,
  outboundMovedRule,
  outboundRefusedRule,
} from '../inspection-rules.ts';
import type { OutboundLink } from './outbound-links.ts';
import { maskedAddress } from '../../model/private-words.ts';
import { goneSince, isDead, linkNames } from './link-state.ts';
import type { LinkState } from './link-state.ts';

/** @param date the day of the inspection: a host that was met first on it is told */
export function linkIssues(
  links: readonly OutboundLink[],
  { links: known, hosts }: LinkState,
  date: string,
): Found[] {
  const newHosts = new Set<string>();
  const names = linkNames(links.map(({ url }) => url));
  return links.flatMap(({ url, count, ...facts }) => {
    const state = known[names.get(url) ?? ''];
    const where = count > 1 ? `（共 ${count} 个网页）` : '';
    const found: Found[] = [];
    if (state && isDead(state)) {
      found.push(
        finding(outboundDeadRule, {
          ...facts,
          level: facts.isHome ? 'stop' : 'warn',
          message: `外部链接「${url}」打不开（${state.answer}），从 ${goneSince(state)} 起两次以上都是这样${where}。`,
          fix: '改成现在的地址，或去掉链接。',
        }),
      );
    }
    if (state?.outcome === 'refused') {
      found.push(
        finding(outboundRefusedRule, {
          ...facts,
          message: `外部链接「${url}」查不了（${state.answer}）：对方不回答机器的访问${where}。`,
          fix: '请人工点一下；能打开就不用改。',
        }),
      );
    }
    if (state?.leads) {
      const { to, isPermanent } = state.leads;
      found.push(
        finding(outboundMovedRule, {
          ...facts,
          message: `外部链接「${url}」${isPermanent ? '已经搬到' : '转到了'}别的网站：「${to}」${where}。`,
          fix: isPermanent
            ? `请打开看一看：还是原来的内容，改成「${to}」；不是的，去掉链接。`
            : '请打开看一看：还是原来的内容，不用改；不是的，去掉链接。',
        }),
      );
    }
    const host = maskedAddress(new URL(url).host);
    if (hosts[host] === date && !newHosts.has(host)) {
      newHosts.add(host);
      found.push(
        finding(outboundHostRule, {
          ...facts,
          message: `第一次链接到 ${host}。`,
          fix: '请人打开看一看：域名是不是已经换了主人，内容合不合适。',
        }),
      );
    }
    return found;
  });
}
