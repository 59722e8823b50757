/** Decides how a file answers a request: status, headers and which bytes, before any is read. */
import { CACHE } from '../../answers/answers.ts';
import { isCompressible } from '../../answers/file-types.ts';
import { parseRange, type ByteRange } from './byte-range.ts';
import { chooseCoding, type Coding } from './compression.ts';
import { isNotModified, isRangeValid } from './conditions.ts';
import { typeOf } from '../../answers/content-type.ts';

/** Below this, compression saves no packet. */
const MIN_COMPRESSED = 1024;
/** Above this, it takes too long while someone waits. */
const MAX_COMPRESSED = 10 * 1024 * 1024;

export interface FileState {
  size: number;
  mtime: Date;
}

export type Answer = { headers: Headers } & (
  | { status: 304 | 416; send: 'nothing' }
  | { status: 200 | 206; send: ByteRange }
  | { status: 200; send: Coding }
);

/**
 * How `file` answers a GET or HEAD request. The ETag changes with the file's size or time, and is
 * another one for each coding, as RFC 9110 §8.8.3.3 asks. A part is always of the plain bytes.
 */
export function planAnswer(request: Request, file: string, { size, mtime }: FileState): Answer {
  const { type, isShown } = typeOf(file);
  const compresses = isCompressible(type.split(';')[0] ?? '');
  const range = request.method === 'GET' ? request.headers.get('Range') : null;
  const isWorthIt = compresses && size >= MIN_COMPRESSED && size <= MAX_COMPRESSED;
  const coding =
    isWorthIt && range === null
      ? chooseCoding(request.headers.get('Accept-Encoding') ?? '')
      : undefined;

  const state = `${size.toString(36)}-${mtime.getTime().toString(36)}`;
  const etag = coding === undefined ? `"${state}"` : `"${state}-${coding}"`;
  const validators = { etag, lastModified: mtime.toUTCString() };
  const headers = new Headers({
    'Cache-Control': CACHE.file,
    ETag: etag,
    'Last-Modified': validators.lastModified,
  });
  if (compresses) headers.set('Vary', 'Accept-Encoding');
  if (isNotModified(request.headers, validators)) return { status: 304, headers, send: 'nothing' };

  headers.set('Content-Type', type);
  if (!isShown) headers.set('Content-Disposition', 'attachment');
  if (coding !== undefined) {
    headers.set('Content-Encoding', coding);
    return { status: 200, headers, send: coding };
  }

  headers.set('Accept-Ranges', 'bytes');
  const part =
    range !== null && isRangeValid(request.headers, validators)
      ? parseRange(range, size)
      : undefined;
  if (part === 'unsatisfiable') {
    headers.set('Content-Range', `bytes */${size}`);
    return { status: 416, headers, send: 'nothing' };
  }
  const { start, end } = part ?? { start: 0, end: size - 1 };
  headers.set('Content-Length', String(end - start + 1));
  if (part) headers.set('Content-Range', `bytes ${start}-${end}/${size}`);
  return { status: part ? 206 : 200, headers, send: { start, end } };
}
