/** What an address written in a body is: decided once, for `inspect-body.ts` and `rehype-resolve.ts` alike. */

export type LinkKind =
  /** `#s-2` */
  | 'fragment'
  /** `附件1.docx`, `./a/b.pdf`, `/files/map.pdf`: a file of the article's folder or of `public/` */
  | 'file'
  /** `/tzgg/`: a page of this site */
  | 'page'
  /** `https://…`, `//…` */
  | 'web'
  /** `mailto:`, `tel:` */
  | 'contact'
  /** `file:///C:/…`, `C:\…`, `\\server\…`: a path of somebody's computer */
  | 'computer'
  /** `www.gov.cn/a`: a web address that lost its `https://` */
  | 'bare-host'
  /** `javascript:`, `data:` and every other scheme */
  | 'forbidden';

const SCHEME = /^([a-z][a-z\d+.-]*):/i;
const PAGE_ENDINGS = new Set('html htm shtml jhtml jsp do action php asp aspx'.split(' '));

/** The kind of a link or picture address as it was written. */
export function linkKind(address: string): LinkKind {
  // Browsers skip control characters and spaces, which `java&#10;script:` is made of.
  // oxlint-disable-next-line no-control-regex
  const target = address.replaceAll(/[\u0000-\u0020]/g, '');
  if (target === '' || target.startsWith('#') || target.startsWith('?')) return 'fragment';
  if (/^(?:file:|[a-z]:[\\/]|\\\\)/i.test(target)) return 'computer';
  const scheme = SCHEME.exec(target)?.[1]?.toLowerCase();
  if (scheme === 'http' || scheme === 'https' || scheme === 'ftp') return 'web';
  if (scheme === 'mailto' || scheme === 'tel') return 'contact';
  if (scheme !== undefined) return 'forbidden';
  if (target.startsWith('//')) return 'web';
  if (/^(?:www\.|(?:[\w-]+\.)+(?:cn|com|org|net)(?:[/:]|$))/i.test(target)) return 'bare-host';
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
