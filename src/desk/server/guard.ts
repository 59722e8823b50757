/**
 * Who may ask the desk: browsers that were let in, and in them no page but the desk's own. Any page that is open in a browser can
 * send requests to any machine, and any name can be made to lead here, so that each request is looked at from all sides.
 */
import { timingSafeEqual } from 'node:crypto';
import type { DeskDoor } from './desk-door.ts';
import type { Session, Sessions } from './sessions.ts';

export interface Guard {
  /** Whether a request may be answered, and whose it is; if not, why. */
  judge(request: Request): Verdict | Session;
  /** The same of a page or file of the preview, which no token comes with. */
  judgePreview(request: Request): Verdict | Session;
  /** Whether a request comes from the desk's own form; it may be anybody's. */
  judgeForm(request: Request): Verdict | undefined;
  /** As the browser is to keep it. @param secret empty where it is to be forgotten */
  cookie(secret: string): string;
}

export type Verdict = 'stranger' | 'wrong-host' | 'forged' | 'wrong-type' | 'not-secure';

/** What requests that change something may carry: no form can send it. */
const TYPES = new Set(['application/json', 'application/octet-stream']);

export function openGuard(door: DeskDoor, sessions: Sessions): Guard {
  // Browsers let nobody but this very host set a cookie that is called so.
  const name = door.isSecure ? '__Host-desk' : 'desk';

  function judgeWay({ headers }: Request, mayBeMissing: readonly string[]): Verdict | undefined {
    const host = headers.get('host')?.toLowerCase() ?? '';
    if (!door.isHost(host)) return 'wrong-host';
    if (door.isBehindProxy && headers.get('x-forwarded-proto') !== 'https') return 'not-secure';
    const origin = headers.get('origin');
    if (origin !== null && origin !== `${door.isSecure ? 'https' : 'http'}://${host}`) {
      return 'forged';
    }
    const site = headers.get('sec-fetch-site');
    return site === null || mayBeMissing.includes(site) ? undefined : 'forged';
  }

  const sessionOf = (request: Request): Session | undefined =>
    sessions.find(cookieIn(request.headers, name), !isAskedByItself(request));

  function judge(request: Request): Verdict | Session {
    const { headers, method } = request;
    const { pathname } = new URL(request.url);
    const isApi = pathname.startsWith('/api/');
    const refused = judgeWay(request, isApi ? ['same-origin'] : ANYWHERE);
    if (refused) return refused;
    const session = sessionOf(request);
    if (!session) return 'stranger';
    const isRead = method === 'GET' || method === 'HEAD';
    // A picture beside a text is asked for by the page's own <img>, which can send no header.
    const isPicture = isRead && /^\/api\/articles\/[^/]+\/files\//.test(pathname);
    if (isApi && !isPicture && !isSame(headers.get('x-desk-token') ?? '', session.token)) {
      return 'forged';
    }
    if (isApi && !isRead) {
      const type = (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
      if (!TYPES.has(type)) return 'wrong-type';
    }
    return session;
  }

  return {
    judge,
    judgePreview: (request) =>
      judgeWay(request, ['same-origin', 'same-site', 'none']) ?? sessionOf(request) ?? 'stranger',
    judgeForm: (request) =>
      judgeWay(request, ['same-origin']) ??
      (request.headers.get('origin') === null ? 'forged' : undefined),
    cookie: (secret) =>
      `${name}=${secret}; ${secret === '' ? 'Max-Age=0; ' : ''}HttpOnly; SameSite=Strict; Path=/${door.isSecure ? '; Secure' : ''}`,
  };
}

/** The page itself may be opened from a bookmark or a letter: it shows nothing to who is not let in. */
const ANYWHERE = ['same-origin', 'same-site', 'cross-site', 'none'];

/** What an open page asks now and then, whether anybody is there or not. */
function isAskedByItself({ url }: Request): boolean {
  const { pathname, search } = new URL(url);
  return ASKED_BY_ITSELF.test(pathname + search);
}
const ASKED_BY_ITSELF = /^\/api\/(?:desk\?again=1|articles\/[^/]+\/(?:mark|progress))$/;

function cookieIn(headers: Headers, name: string): string {
  const cookies = (headers.get('cookie') ?? '').split(';').map((cookie) => cookie.trim());
  return cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
