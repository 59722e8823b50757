/**
 * What an address is, decided once for all places where one can be written: links and pictures of a body, components, front
 * matter, site.yaml, columns.yaml, redirects.yaml.
 */

export type LinkKind =
  /** nothing, or nothing but spaces */
  | 'empty'
  /** `#s-2`, `?page=2` */
  | 'fragment'
  /** `附件1.docx`, `./a/b.pdf`, `/files/map.pdf`: a file of the article's folder or of `public/` */
  | 'file'
  /** `/tzgg/`: a page of this site */
  | 'page'
  /** `https://…`, complete and plain: what the reader sees before the first slash is where a browser goes */
  | 'web'
  /** `mailto:`, `tel:`, with somebody to write to or to call */
  | 'contact'
  /** `file:///C:/…`, `C:\…`, `\\server\…`: a path of somebody's computer */
  | 'computer'
  /** `www.gov.cn/a`: a web address that lost its `https://` */
  | 'bare-host'
  /** `a@example.gov.cn`: a mail address that lost its `mailto:` */
  | 'bare-mail'
  /** `index.md`, `.env`: the text or the settings that the site is made of, which are not published */
  | 'source'
  /** `https:evil.com`, `//evil.com`, `/\evil.com`, `https://www.gov.cn@evil.com`: leads elsewhere than it seems to, or nowhere */
  | 'malformed'
  /** holds a character that nobody sees */
  | 'invisible'
  /** `javascript:`, `data:`, `ftp:` and every other scheme */
  | 'forbidden';

const SCHEME = /^([a-z][a-z\d+.-]*):/i;
const BARE_HOST = /^(?:www\.[\w-]|(?:[\w-]+\.)+(?:cn|com|org|net)(?:[/:]|$))/i;
const BARE_MAIL = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/;
/** `https：//`, `http:／／`: typed with a Chinese keyboard. */
const CHINESE_SIGNS = /^https?(?:：|:／)/i;
const PAGE_ENDINGS = new Set('html htm shtml jhtml jsp do action php asp aspx'.split(' '));
/** Controls, zero-width characters, marks of direction, line separators. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
/** Spaces that only look like spaces: a file may be named with one, an address of the web is dead with one. */
const WIDE_SPACE = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/;

/** `https://https://www.gov.cn/`, `http://a.cnhttp://a.cn/`: pasted behind what was typed already. */
const TWICE = /^https?:\/\/(?:https?:?|[^/?#]+https?:)(?:\/|$)/i;

const PUBLISHABLE: ReadonlySet<LinkKind> = new Set(['fragment', 'file', 'page', 'web', 'contact']);

/** Whether such an address may stand on a page. */
export function mayBePublished(kind: LinkKind): boolean {
  return PUBLISHABLE.has(kind);
}

/** The kind of an address as it was written, entities of the text around it decoded. */
export function linkKind(address: string): LinkKind {
  // oxlint-disable-next-line no-control-regex
  const written = address.replaceAll(/^[\u0000-\u0020]+|[\u0000-\u0020]+$/g, '');
  // Browsers skip these wherever they stand, which `java&#10;script:` is made of.
  // oxlint-disable-next-line no-control-regex
  const target = written.replaceAll(/[\u0000-\u0020]/g, '');
  if (target.trim() === '') return 'empty';
  const scheme = SCHEME.exec(target)?.[1]?.toLowerCase();
  if (/^(?:file:|[a-z]:[\\/]|\\\\)/i.test(target)) return 'computer';
  const hasHost = scheme === 'http' || scheme === 'https';
  const isKnown = hasHost || scheme === 'mailto' || scheme === 'tel';
  if (scheme !== undefined && !isKnown && !BARE_HOST.test(target)) return 'forbidden';
  if (INVISIBLE.test(written)) return 'invisible';
  if (target.startsWith('#') || target.startsWith('?')) return 'fragment';
  if (hasHost && WIDE_SPACE.test(written)) return 'invisible';
  if (hasHost) return isPlainWebAddress(written) ? 'web' : 'malformed';
  if (isKnown) return holdsContact(target) ? 'contact' : 'malformed';
  if (CHINESE_SIGNS.test(target) || /^\/[/\\]/.test(target)) return 'malformed';
  if (BARE_HOST.test(target)) return 'bare-host';
  if (BARE_MAIL.test(target)) return 'bare-mail';
  return pathKind(target);
}

function isPlainWebAddress(address: string): boolean {
  const authority = /^https?:\/\/([^/?#\\\s]+)(?:[/?#]|$)/i.exec(address)?.[1];
  if (authority === undefined || authority.includes('@') || !isAddress(address)) return false;
  return !TWICE.test(address);
}

/** `URL.canParse`, which not every browser of an office has. */
function isAddress(written: string): boolean {
  try {
    return new URL(written).href !== '';
  } catch {
    return false;
  }
}

/** A mail address, a number that can be dialled. */
function holdsContact(address: string): boolean {
  if (/^mailto:/i.test(address)) return /^mailto:[^@?]+@[^@?]+/i.test(address);
  return /^tel:\D{0,3}\d/i.test(address) && /(?:\d\D*){3}/.test(address);
}

function pathKind(target: string): LinkKind {
  const path = splitFileAddress(target).target;
  const parts = path.split(/[\\/]/).filter((part) => part !== '.' && part !== '..');
  if (parts.some((part) => part.startsWith('.')) || /\.(?:mdx?|markdown)$/i.test(path))
    return 'source';
  if (!target.startsWith('/')) return 'file';
  const ending = /\.([\w]+)(?:[?#]|$)/.exec(target)?.[1]?.toLowerCase();
  return ending !== undefined && !PAGE_ENDINGS.has(ending) ? 'file' : 'page';
}

/** `附件%201.docx#page=2` → the file's name as it stands on disk, and the fragment. */
export function splitFileAddress(address: string): { target: string; fragment: string } {
  const [, path = '', fragment = ''] = /^([^?#]*)\??[^#]*(#.*)?$/s.exec(address) ?? [];
  return { target: decodePath(path), fragment };
}

/** Percent-decoded, or as written where it is no valid encoding (`完成50%.jpg`). */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
