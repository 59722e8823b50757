/** One request to a site as it is deployed, with what went wrong told in a word. */

export interface Answer {
  /** 0 where there was none. */
  status: number;
  bytes: Uint8Array;
  /** Where redirects led. */
  url: string;
  milliseconds: number;
  /** Why there was no answer. */
  failure?: Failure;
}

/** `name`: there is no such host. */
export type Failure = 'timeout' | 'name' | 'tls' | 'refused' | 'other';

export interface Asking {
  method?: 'GET' | 'HEAD';
  /** Milliseconds for the whole of it. */
  timeout?: number;
}

/** Inspectors wait so long. */
export const PATIENCE_MS = 15_000;
const AGENT = 'Mozilla/5.0 (compatible; site self-inspection)';
/** Pages and files that are longer say nothing more. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Never throws for what a host does. */
export async function ask(
  address: string,
  { method = 'GET', timeout = PATIENCE_MS }: Asking = {},
): Promise<Answer> {
  const begun = performance.now();
  const took = (): number => Math.round(performance.now() - begun);
  try {
    const signal = AbortSignal.timeout(timeout);
    const headers = { 'user-agent': AGENT };
    const response = await fetch(address, { method, headers, signal, redirect: 'follow' });
    const bytes = await bodyOf(response);
    return { status: response.status, bytes, url: response.url, milliseconds: took() };
  } catch (error) {
    const nothing = { status: 0, bytes: new Uint8Array(), url: address };
    return { ...nothing, milliseconds: took(), failure: failureOf(error) };
  }
}

async function bodyOf(response: Response): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of response.body ?? []) {
    pieces.push(piece);
    length += piece.length;
    if (length > MOST_BYTES) break;
  }
  return Buffer.concat(pieces);
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
