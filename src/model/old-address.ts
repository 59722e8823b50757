/** An address of the old site (旧地址): how it may be written, and what of it a host compares. */
import { z } from 'zod';
import { fail } from './schema-issues.ts';
import type { Words } from './issue.ts';

export interface OldAddress {
  /** From the host's root, percent-decoded where that is UTF-8. */
  path: string;
  /** What stands behind `?`, as written: most old systems tell their pages apart by it. */
  query: string | undefined;
}

/** What file systems hold: a longer part can have no page of its own. */
const LONGEST_PART = 255;
const LONGEST_ADDRESS = 1000;
const EXAMPLE = '例如 /tpxw/202103/123.shtml。';

/** An old address, readable: `%E9…` is what browsers make of Chinese when it is copied. */
export const oldAddress = z.string().transform((value, context) => {
  const written = value.trim().replace(/\?$/, '');
  const problem = problemOf(written);
  if (!problem) return readable(written);
  fail(context, problem.message, problem.fix);
  return z.NEVER;
});

/** @param written as `oldAddress` gives it */
export function readOldAddress(written: string): OldAddress {
  const mark = written.indexOf('?');
  if (mark < 0) return { path: decoded(written), query: undefined };
  return { path: decoded(written.slice(0, mark)), query: written.slice(mark + 1) };
}

function problemOf(written: string): Words | undefined {
  const shown = `旧地址「${written.length > 80 ? `${written.slice(0, 80)}…` : written}」`;
  if (!written.startsWith('/')) return noPath(written, shown);
  if (written.startsWith('//')) {
    return { message: `${shown}开头多了一个「/」。`, fix: `写成 ${written.replace(/^\/+/, '/')}` };
  }
  if (written.includes('#')) {
    const fix = `写成 ${written.replace(/#.*$/s, '')}`;
    return { message: `${shown}里有「#」，它后面的部分浏览器不会发给网站。`, fix };
  }
  const { path } = readOldAddress(written);
  if (/\p{Cc}/u.test(path + written)) {
    return { message: `${shown}里有看不见的控制字符。`, fix: '重新从浏览器的地址栏复制。' };
  }
  if (path.includes('\\')) {
    return { message: `${shown}里有「\\」。`, fix: `写成 ${written.replaceAll('\\', '/')}` };
  }
  const [pattern] = /\*|\/:[a-z]\w*/i.exec(written.replace(/\?.*$/s, '')) ?? [];
  if (pattern) {
    return {
      message: `${shown}里的「${pattern.replace('/', '')}」代表许多地址，这里不能用。`,
      fix: '每个旧地址照原样单独写一行。',
    };
  }
  return partProblem(path, written, shown);
}

function noPath(written: string, shown: string): Words {
  const url = /^https?:/i.test(written) ? URL.parse(written) : null;
  const path = url ? readable(url.pathname + url.search) : '/';
  return {
    message: `${shown}不是以「/」开头的路径。`,
    fix: path === '/' ? EXAMPLE : `只写网站名后面的部分：${path}`,
  };
}

function partProblem(path: string, written: string, shown: string): Words | undefined {
  const parts = path.split('/');
  if (parts.some((part) => part === '.' || part === '..')) {
    const { pathname, search } = new URL(written, 'http://old.site/');
    return { message: `${shown}里有「.」或「..」。`, fix: `写成 ${readable(pathname + search)}` };
  }
  const hidden = parts.find((part) => part.startsWith('.') && part !== '.well-known');
  if (hidden) {
    return {
      message: `${shown}里的「${hidden}」以点开头，网站从不打开这样的地址。`,
      fix: '删掉这个旧地址。',
    };
  }
  const longest = Math.max(...parts.map((part) => Buffer.byteLength(part)));
  if (longest > LONGEST_PART || Buffer.byteLength(written) > LONGEST_ADDRESS) {
    return {
      message: `${shown}太长：两个「/」之间最多 ${LONGEST_PART} 个字节，整个地址最多 ${LONGEST_ADDRESS} 个字节，一个汉字算 3 个。`,
      fix: '核对是不是粘贴错了；确实这样长的，删掉这个旧地址。',
    };
  }
  return undefined;
}

/** Decoded for people, and still one address: what would read as another one stays encoded. */
function readable(address: string): string {
  const [path = '', ...query] = address.replaceAll(/%25/g, '%2525').split('?');
  return [path, ...query].map(decodedBut).join('?');
}

function decodedBut(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text.replaceAll('%2525', '%25');
  }
}

/** As it is where it is no UTF-8: old systems encoded GBK, and hosts cannot read that either. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
