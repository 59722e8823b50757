/** What `to` in redirects.yaml may be: an article's id, an address of this site, or a full one elsewhere. */
import { belowBase } from '../model/base-path.ts';
import type { Words } from '../model/issue.ts';
import { href } from './addresses.ts';
import type { Site } from './site.ts';

/** An address on this host. */
export interface HostAddress {
  /** From the host's root, with the base; decoded. */
  path: string;
  /** As written, without `?`; '' where there is none. */
  query: string;
  /** With its `#`. */
  fragment: string;
}

export type RedirectTarget =
  { article: string } | { here: HostAddress } | { elsewhere: string } | { problem: Words };

/** @param to as written */
export function readTarget(site: Site, to: string): RedirectTarget {
  const problem = (message: string, fix: string): RedirectTarget => ({ problem: { message, fix } });
  if (/\p{Cc}|\\/u.test(to)) {
    return problem(`新地址「${to}」里有「\\」或看不见的控制字符。`, '重新从浏览器的地址栏复制。');
  }
  if (to.startsWith('//')) {
    return problem(
      `新地址「${to}」以 // 开头。`,
      `本站的页面只写一个「/」；别的网站写 https:${to}`,
    );
  }
  if (to.startsWith('/')) return { here: hostAddress(site, to) };
  if (!/^[a-z][a-z\d+.-]*:/i.test(to)) return { article: to };
  const url = /^https?:\/\/[^/]/i.test(to) ? URL.parse(to) : null;
  if (!url || url.username !== '' || url.password !== '') {
    return problem(
      `新地址「${to}」不能用。`,
      '只能是 https:// 或 http:// 开头的完整网址，例如 https://www.gov.cn/。',
    );
  }
  if (url.host !== new URL(site.origin).host) return { elsewhere: url.href };
  const { pathname, search, hash } = url;
  return { here: { path: decoded(pathname), query: search.slice(1), fragment: hash } };
}

/** `Location` and `_redirects` may hold ASCII only, and no sign that a host reads as a pattern. */
export function encodedAddress({ path, query, fragment }: HostAddress): string {
  const search = query === '' ? '' : `?${query}`;
  const url = new URL(`http://host${encodedPath(path)}${search}${fragment}`);
  return withoutPatterns(url.pathname + url.search) + url.hash;
}

/** A decoded path in the one percent form that every host compares. */
export function encodedPath(path: string): string {
  // Where old systems encoded GBK, it could not be decoded and stays as it is.
  const isRaw = /%[\da-f]{2}/i.test(path) && decoded(path) === path;
  const parts = path.split('/').map((part) => (isRaw ? encodeRaw(part) : encodePart(part)));
  return withoutPatterns(parts.join('/'));
}

/** As browsers write it: the signs that an address may hold stay. */
function encodePart(part: string): string {
  return encodeURIComponent(part).replaceAll(/%(?:2C|3B|3D|40|2B|26)/g, decodeURIComponent);
}

function encodeRaw(part: string): string {
  return part.replaceAll(/%[\da-f]{2}|[^%]+|%/gi, (piece) =>
    piece.length === 3 && piece.startsWith('%') ? piece.toUpperCase() : encodePart(piece),
  );
}

function withoutPatterns(address: string): string {
  return address.replaceAll(
    /[*:$]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Staff write `/zwgk/`, or copy the whole path from the address bar, where the base is in it already. */
function hostAddress(site: Site, to: string): HostAddress {
  const { pathname, search, hash } = new URL(to, 'http://host');
  const path = decoded(pathname);
  const whole = belowBase(site.base, path) === undefined ? href(site, path.slice(1)) : path;
  return { path: whole, query: search.slice(1), fragment: hash };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
