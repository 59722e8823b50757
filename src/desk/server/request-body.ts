/** What a request carries, within bounds. */
import { refuse, TOO_LARGE } from './answers.ts';

/** Bytes of a file: what the build can hold. */
const LARGEST_FILE = 100 * 1024 * 1024;
const LARGEST_JSON = 8 * 1024 * 1024;

/** @returns undefined for more than is taken */
export async function bytesOf(
  request: Request,
  most = LARGEST_FILE,
): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  if (!request.body) return new Uint8Array();
  for await (const part of request.body as unknown as AsyncIterable<Uint8Array>) {
    length += part.length;
    if (length > most) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/**
 * The same request with all that it carries: whoever takes turns waits for nobody's line.
 * @returns the answer where it carries too much, or where its sender is gone
 */
export async function received(request: Request): Promise<Request | Response> {
  const { method, headers, url } = request;
  if (method === 'GET' || method === 'HEAD') return request;
  const isFile = headers.get('content-type')?.startsWith('application/octet-stream') ?? false;
  try {
    const bytes = await bytesOf(request, isFile ? LARGEST_FILE : LARGEST_JSON);
    if (bytes) return new Request(url, { method, headers, body: new Uint8Array(bytes) });
    return isFile ? TOO_LARGE() : refuse(413, '内容太长，没有保存。', '请分成几篇。');
  } catch {
    return refuse(400, '没有收完就断开了，没有保存。', '请检查网络，再试一次。');
  }
}

/** @returns undefined for what is no object */
export async function jsonOf(request: Request): Promise<Record<string, unknown> | undefined> {
  const bytes = await bytesOf(request, LARGEST_JSON);
  if (!bytes) return undefined;
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof value === 'object' && value !== null
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** The texts by name that an object holds; what is none is left out. */
export function textsIn(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}
