/** Whether the site has an IPv6 address. */
import { resolve6 as askDns } from 'node:dns/promises';
import type { LiveOptions, LiveResult } from './live-site.ts';

export type Resolve6 = (host: string) => Promise<readonly string[]>;

export async function ipv6Findings(
  { hostname, href }: URL,
  { resolve6 = askDns, ipv6 }: LiveOptions,
): Promise<LiveResult> {
  const addresses = await resolve6(hostname).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return code === 'ENODATA' || code === 'ENOTFOUND' ? [] : undefined;
  });
  if (!addresses) {
    return { findings: [], seen: [], unchecked: ['IPv6：域名服务器没有回答。'] };
  }
  if (addresses.length > 0) {
    return { findings: [], seen: [`域名有 IPv6 地址 ${addresses.length} 个。`], unchecked: [] };
  }
  const message = ipv6
    ? `域名 ${hostname} 没有 IPv6 地址，site.yaml 里却写着支持。`
    : `域名 ${hostname} 没有 IPv6 地址。`;
  const fix = '请域名管理员加 AAAA 记录；暂时做不到的，site.yaml 里写 ipv6: false。';
  return {
    findings: [{ level: ipv6 ? 'stop' : 'info', url: href, message, fix }],
    seen: [],
    unchecked: [],
  };
}
