/**
 * One request to a site as it is deployed, with what went wrong told in a word. Servers may be hostile: what is read, waited for
 * and followed has bounds, and no redirect leads to another host.
 */

export interface Answer {
  /** 0 where there was none. */
  status: number;
  bytes: Uint8Array;
  /** Content-Type as it came; left out where none did. */
  type?: string;
  /** Where redirects led, as far as they were followed. */
  url: string;
  milliseconds: number;
  /** Why there was no answer. */
  failure?: Failure;
  /** Where a redirect leads that is not followed: to another host. */
  elsewhere?: string;
  /** Milliseconds after which the host wants to be asked again. */
  retryAfter?: number;
  /** There was more than was asked for. */
  isCut?: boolean;
}

/** `name`: there is no such host; `loop`: it redirects without an end. */
export type Failure = 'timeout' | 'name' | 'tls' | 'refused' | 'loop' | 'other';

export interface Asking {
  method?: 'GET' | 'HEAD';
  /** Milliseconds for the whole of it. */
  timeout?: number;
  /** Ends it at once, with what else is asked. */
  signal?: AbortSignal | undefined;
  /** Bytes that are read. */
  most?: number;
}

/** Inspectors wait so long. */
export const PATIENCE_MS = 15_000;
/** A page that is longer says nothing more. */
export const MOST_BYTES = 5 * 1024 * 1024;
const AGENT = 'Mozilla/5.0 (compatible; site self-inspection)';
const MOST_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Never throws for what a host does. */
export async function ask(
  address: string,
  { method = 'GET', timeout = PATIENCE_MS, signal: whole, most = MOST_BYTES }: Asking = {},
): Promise<Answer> {
  const begun = performance.now();
  const took = (): number => Math.round(performance.now() - begun);
  const nothing = { status: 0, bytes: new Uint8Array(), url: address };
  const own = AbortSignal.timeout(timeout);
  const signal = whole ? AbortSignal.any([own, whole]) : own;
  let url = address;
  try {
    for (let step = 0; step <= MOST_REDIRECTS; step += 1) {
      const headers = { 'user-agent': AGENT };
      const response = await fetch(url, { method, headers, signal, redirect: 'manual' });
      const { status } = response;
      const next = REDIRECTS.has(status) ? targetOf(response, url) : undefined;
      if (next !== undefined && new URL(next).hostname === new URL(address).hostname) {
        await response.body?.cancel();
        url = next;
        continue;
      }
      const { bytes, isCut } = await bodyOf(response, most);
      return {
        status,
        bytes,
        url,
        milliseconds: took(),
        ...typeOf(response),
        ...(next !== undefined && { elsewhere: next }),
        ...(isCut && { isCut }),
        ...retryOf(response),
      };
    }
    return { ...nothing, url, milliseconds: took(), failure: 'loop' };
  } catch (error) {
    return { ...nothing, url, milliseconds: took(), failure: failureOf(error) };
  }
}

/** Undefined where it leads to nothing that is asked: the answer stands for itself. */
function targetOf(response: Response, url: string): string | undefined {
  const location = response.headers.get('location');
  if (location === null || !URL.canParse(location, url)) return undefined;
  const target = new URL(location, url);
  return /^https?:$/.test(target.protocol) ? target.href : undefined;
}

async function bodyOf(
  response: Response,
  most: number,
): Promise<{ bytes: Uint8Array; isCut: boolean }> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  // What is packed is counted as it is unpacked. Leaving the loop ends the connection.
  for await (const piece of response.body ?? []) {
    pieces.push(piece);
    length += piece.length;
    if (length > most) return { bytes: Buffer.concat(pieces).subarray(0, most), isCut: true };
  }
  return { bytes: Buffer.concat(pieces), isCut: false };
}

function typeOf(response: Response): Pick<Answer, 'type'> {
  const type = response.headers.get('content-type');
  return type === null ? {} : { type };
}

/** `Retry-After` (RFC 9110, 10.2.3): seconds, or a date. */
function retryOf(response: Response): Pick<Answer, 'retryAfter'> {
  const written = response.headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,9}$/.test(written)) return { retryAfter: Number(written) * 1000 };
  const date = Date.parse(written);
  return Number.isNaN(date) ? {} : { retryAfter: Math.max(0, date - Date.now()) };
}

function failureOf(error: unknown): Failure {
  const codes: string[] = [];
  for (let each: unknown = error; each instanceof Error; each = each.cause) {
    codes.push(each.name, 'code' in each ? String(each.code) : '');
  }
  if (codes.includes('TimeoutError') || codes.some((code) => /TIMEDOUT|TIMEOUT/.test(code))) {
    return 'timeout';
  }
  if (codes.some((code) => /^E(?:NOTFOUND|AI_NONAME)$/.test(code))) return 'name';
  if (codes.some((code) => /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code))) return 'tls';
  return codes.some((code) => code.startsWith('ECONN')) ? 'refused' : 'other';
}
