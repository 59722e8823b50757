/** Old addresses → new ones as the servers compare them that bureaus run themselves: nginx and Caddy. */
import { isUndecoded } from '../site/moved-page.ts';
import type { OldAddress } from '../model/old-address.ts';
import { requestAddress } from './redirects.ts';

export type Line = [key: string, to: string];

/** An old address, and what a server is to make of it. */
export type Answered = OldAddress & { to: string };

/** What a server decodes before it compares, and what it has to compare as it was sent. */
export function parted(moved: readonly Answered[]): { byRequest: Line[]; byPath: Line[] } {
  const byRequest: Line[] = [];
  const byPath: Line[] = [];
  for (const each of moved) {
    const { path, query, to } = each;
    // nginx joins slashes in the decoded path.
    if (query !== undefined || path.includes('//') || isUndecoded(path)) {
      byRequest.push([requestAddress(each), to]);
    } else byPath.push([path, to]);
  }
  return { byRequest, byPath };
}

/**
 * An old address is found in any case of its letters A to Z, as the server that it came from most likely did (IIS), and
 * nginx does; so does `src/server`. Those that differ in nothing else and lead elsewhere are found as they are written only.
 */
export function inAnyCase(lines: readonly Line[]): { folded: Line[]; exact: Line[] } {
  const folded: Line[] = [];
  const exact: Line[] = [];
  for (const alike of Map.groupBy(lines, ([key]) => foldLetters(key)).values()) {
    const [first] = alike;
    if (alike.every(([, to]) => to === first?.[1])) folded.push(...alike.slice(0, 1));
    else exact.push(...alike);
  }
  return { folded, exact };
}

/** Other letters that have a case (Greek, full-width) are compared as they are. */
export function foldLetters(text: string): string {
  return text.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

export function escapedExpression(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
