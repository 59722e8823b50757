/** How one gets in: by the printed address on one's own machine, by name and password in an office. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Reviewer } from '../../review/may-review.ts';
import { answerText } from './answers.ts';
import type { Guard } from './guard.ts';
import type { Session, Sessions } from './sessions.ts';

/** Whoever asks, once they are let in. */
export interface Visitor {
  session: Session;
  /** Undefined on one's own machine, where nobody signs in. */
  person: Reviewer | undefined;
  /** Where this browser finds the preview, with a slash at its end. */
  previewUrl: string;
}

export interface Entrance {
  /** What is said to who asks for the page and is not let in yet. */
  door(request: Request): Promise<Response>;
  /** The answer to a form of the door's; undefined for an address that is none of its. */
  form(request: Request): Promise<Response> | undefined;
  /** Who is at this browser; `gone` where that person may sign in no more, `unknown` while the list of people cannot be read. */
  personOf(session: Session): Promise<Reviewer | undefined | 'gone' | 'unknown'>;
}

export function redirectHome(headers: Record<string, string> = {}): Response {
  return answerText('', 'text/plain; charset=utf-8', {
    status: 303,
    headers: { ...headers, Location: '/' },
  });
}

const DOOR = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>写稿台</title>
<h1>请用终端里的地址打开写稿台</h1><p>为了不让别的网页进来，写稿台的地址只能用一次。终端里已经打印了一个新的地址，请复制它来打开。</p></html>`;
/** How often strangers may have a new address printed. */
const STRANGER_MS = 10_000;

/** One's own machine: whoever opens the printed address first is let in; it is good once, and the one before it no more. */
export function localEntrance(
  guard: Guard,
  sessions: Sessions,
  address: (ticket: string) => string,
  onStranger: (address: string) => void,
): Entrance & { newAddress(): string } {
  let ticket: string | undefined;
  let toldAt = 0;
  const newAddress = (): string => address((ticket = randomBytes(24).toString('base64url')));
  return {
    newAddress,
    door(request) {
      const written = new URL(request.url).searchParams.get('ticket') ?? '';
      if (ticket !== undefined && isSame(written, ticket)) {
        ticket = undefined;
        const { secret } = sessions.open(undefined);
        return Promise.resolve(redirectHome({ 'Set-Cookie': guard.cookie(secret) }));
      }
      if (Date.now() - toldAt > STRANGER_MS) {
        toldAt = Date.now();
        onStranger(newAddress());
      }
      return Promise.resolve(answerText(DOOR, 'text/html; charset=utf-8', { status: 403 }));
    },
    form: () => undefined,
    personOf: () => Promise.resolve(undefined),
  };
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
