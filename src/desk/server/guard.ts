/**
 * Who may ask the desk: the one browser on this machine to which its address was given. Any page that is open in it can
 * send requests to this machine, and any name can be made to lead here, so that each request is looked at from all sides.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';

export interface Guard {
  /** What the page sends with each request. */
  token: string;
  /** What the next address holds that is printed: good once. The one before it is good no more. */
  newTicket(): string;
  /** Whether a request may be answered; if not, why. */
  judge(request: Request): Verdict;
  /** The cookie of whoever brought the ticket; undefined where it is not the one, or was used. */
  admit(ticket: string): string | undefined;
}

export type Verdict = 'good' | 'stranger' | 'wrong-host' | 'forged' | 'wrong-type';

const COOKIE = 'desk';
/** What requests that change something may carry: no form can send it. */
const TYPES = new Set(['application/json', 'application/octet-stream']);

/** @param port of the desk, known once it listens */
export function openGuard(port: () => number): Guard {
  const secret = randomBytes(32).toString('base64url');
  const token = randomBytes(32).toString('base64url');
  let ticket: string | undefined;
  const hosts = (): string[] => [`127.0.0.1:${port()}`, `localhost:${port()}`];

  function judge(request: Request): Verdict {
    const { headers, method } = request;
    const { pathname } = new URL(request.url);
    const host = headers.get('host')?.toLowerCase() ?? '';
    if (!hosts().includes(host)) return 'wrong-host';
    const origin = headers.get('origin');
    if (origin !== null && origin !== `http://${host}`) return 'forged';
    const site = headers.get('sec-fetch-site');
    const isApi = pathname.startsWith('/api/');
    if (isApi && site !== null && site !== 'same-origin') return 'forged';
    if (!isSame(cookieIn(headers), secret)) return 'stranger';
    const isRead = method === 'GET' || method === 'HEAD';
    // A picture beside a text is asked for by the page's own <img>, which can send no header.
    const isPicture = isRead && /^\/api\/articles\/[^/]+\/files\//.test(pathname);
    if (isApi && !isPicture && !isSame(headers.get('x-desk-token') ?? '', token)) return 'forged';
    if (isApi && !isRead) {
      const type = (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
      if (!TYPES.has(type)) return 'wrong-type';
    }
    return 'good';
  }

  return {
    token,
    judge,
    newTicket: () => (ticket = randomBytes(24).toString('base64url')),
    admit(written) {
      if (ticket === undefined || !isSame(written, ticket)) return undefined;
      ticket = undefined;
      return `${COOKIE}=${secret}; HttpOnly; SameSite=Strict; Path=/`;
    },
  };
}

function cookieIn(headers: Headers): string {
  const cookies = (headers.get('cookie') ?? '').split(';').map((cookie) => cookie.trim());
  return cookies.find((cookie) => cookie.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1) ?? '';
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
