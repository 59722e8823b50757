/** An answer as a page: by what the server says it is, and in the encoding in which it is written. */
import type { Answer } from './ask.ts';
import type { LivePage } from './live-pages.ts';

const PAGE_TYPE = /^(?:text\/html|application\/xhtml\+xml)\b/i;
/** Comments may stand before it; in a script nothing of this stands at its beginning. */
const PAGE_BEGINNING = /^\uFEFF?\s*(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html)\b/is;

/** Undefined for what is no page: a script whose comment speaks of one is none. */
export function pageOf({ type, bytes, url }: Answer): LivePage | undefined {
  if (type !== undefined && !PAGE_TYPE.test(type)) return undefined;
  const said = /charset\s*=\s*["']?([\w-]+)/i.exec(type ?? '')?.[1];
  const read = decoded(bytes, said);
  if (type === undefined && !PAGE_BEGINNING.test(read.html)) return undefined;
  return { url, ...read };
}

function decoded(bytes: Uint8Array, said: string | undefined): Omit<LivePage, 'url'> {
  const isOther = said !== undefined && !/^utf-?8$/i.test(said);
  const plain = new TextDecoder().decode(bytes);
  if (!isOther) return { html: plain };
  // The last character of what was cut says nothing of the encoding.
  const isUtf8 = !plain.slice(0, -3).includes('\uFFFD');
  if (isUtf8 && /[^\p{ASCII}]/u.test(plain)) return { html: plain, wrongCharset: said };
  try {
    return { html: new TextDecoder(said).decode(bytes) };
  } catch {
    return { html: plain };
  }
}
