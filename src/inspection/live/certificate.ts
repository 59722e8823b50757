/** The certificate (证书) of the site: whether it holds, and until when. */
import { connect } from 'node:tls';
import type { LiveOptions, LiveResult } from './live-site.ts';
import type { LiveFinding } from './live-finding.ts';

/** Days before the end from which on it is told, and from which on it is urgent. */
const SOON = 30;
const URGENT = 7;
const DAY_MS = 86_400_000;

interface Certificate {
  until: Date;
  /** Why a browser would not accept it. */
  problem: string | undefined;
}

export async function certificateFindings(
  home: URL,
  { patience, now }: LiveOptions,
): Promise<LiveResult> {
  const { href } = home;
  const told = (finding: Omit<LiveFinding, 'url'>): LiveResult => ({
    findings: [{ url: href, ...finding }],
    seen: [],
    unchecked: [],
  });
  if (home.protocol !== 'https:') {
    return told({ level: 'warn', message: '网站没有用 https。', fix: '请管理员装上证书。' });
  }
  const certificate = await certificateOf(home, patience);
  if (!certificate) return { findings: [], seen: [], unchecked: ['证书：服务器没有给出。'] };
  const { until, problem } = certificate;
  const day = until.toISOString().slice(0, 10);
  const left = Math.floor((until.getTime() - now.getTime()) / DAY_MS);
  if (left < 0) {
    return told({ level: 'stop', message: `证书 ${day} 已经过期。`, fix: '请管理员马上换证书。' });
  }
  if (problem !== undefined) {
    return told({
      level: 'stop',
      message: `浏览器不认这个证书（${problem}）。`,
      fix: '请管理员换成公开机构签发的、写着这个域名的证书，中间证书要一起装。',
    });
  }
  if (left <= SOON) {
    return told({
      level: left <= URGENT ? 'stop' : 'warn',
      message: `证书 ${day} 到期，还有 ${left} 天。`,
      fix: '请管理员换证书，并查一查自动续期。',
    });
  }
  return { findings: [], seen: [`证书有效，${day} 到期。`], unchecked: [] };
}

function certificateOf({ hostname, port }: URL, timeout: number): Promise<Certificate | undefined> {
  return new Promise((resolve) => {
    const host = hostname.replaceAll(/^\[|\]$/g, '');
    const socket = connect({
      host,
      port: Number(port || 443),
      servername: /^[\d.]+$|:/.test(host) ? '' : host,
      rejectUnauthorized: false,
    });
    // For the whole of it: a server may send a byte now and then.
    const timer = setTimeout(() => end(), timeout);
    const end = (found?: Certificate): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(found);
    };
    socket.once('secureConnect', () => {
      const until = new Date(socket.getPeerCertificate().valid_to);
      const problem = socket.authorized ? undefined : String(socket.authorizationError);
      end(Number.isNaN(until.getTime()) ? undefined : { until, problem });
    });
    socket.once('error', () => end());
  });
}
