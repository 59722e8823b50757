/** Addresses that only this machine or the office network knows: copied from the preview, or from a system of the office. */
import type { Issue, Words } from './issue.ts';
import { shortened } from './shortened.ts';

type Problem = Words & Pick<Issue, 'level'>;

const LOOPBACK = /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\])$/;
const OFFICE =
  /^(?:10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|169\.254(?:\.\d+){2}|\[(?:f[cd]|fe[89ab])[\da-f]{0,2}:.*\]|.+\.(?:local|lan)|[^.[\]:]+)$/;

/** Whether a web address leads to a host that readers cannot reach; judged as browsers read it (`http://2130706433/`). */
export function isInside(address: string): boolean {
  const host = insideHost(address);
  return host !== undefined && (LOOPBACK.test(host) || OFFICE.test(host));
}

function insideHost(address: string): string | undefined {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  return url.hostname.replace(/\.$/, '');
}

/** @param what 链接, 网址, 新地址: what it was written as */
export function insideProblem(what: string, address: string): Problem {
  const where = LOOPBACK.test(insideHost(address) ?? '') ? '指向自己的电脑' : '在单位内部的网络里';
  const instead = what === '链接' ? '；没有公开网址的，删掉链接，只留文字' : '';
  const own = what.endsWith('网址')
    ? ''
    : '；是本站的页面，只写网站名后面的部分，例如 /tzgg/202603/20260305-a/';
  return {
    level: 'warn',
    message: `${what}「${shortened(address)}」${where}，读者打不开。`,
    fix: `换成公开的网址，例如 https://www.gov.cn/${own}${instead}。`,
  };
}
