/** Paths of the table as regular expressions that nginx (PCRE) and Caddy (RE2) read alike. */
import { CONTROL_NAME, DOWNLOADED_TEXTS, HASHED_PATHS, WELL_KNOWN } from '../answers/answers.ts';
import { FILE_TYPES } from '../answers/file-types.ts';
import { escapedExpression } from './moved-lines.ts';

/** `pagefind/:folder/*` → `pagefind/[^/]+/.*` */
export function pathExpression(pattern: string): string {
  return pattern
    .split(/(\*|:[A-Za-z]\w*)/)
    .map((part) => {
      if (part === '*') return '.*';
      return /^:[A-Za-z]/.test(part) ? '[^/]+' : escapedExpression(part);
    })
    .join('');
}

/** Below the base; to be put between `^…/` and `$`. */
export const HASHED = HASHED_PATHS.map(pathExpression).join('|');
export const DOWNLOADED = pathExpression(DOWNLOADED_TEXTS);

/** The ending of a file that browsers may show, with its dot; in any case. @param pages further endings that are pages here */
export function shownEnding(pages: readonly string[]): string {
  const shown = FILE_TYPES.flatMap(({ isShown, endings }) => (isShown ? endings : []));
  return String.raw`\.(?:${[...shown, ...pages].join('|')})$`;
}

/** A part of a path that must not be found: it tells servers what to do. In any case. */
export const CONTROL_PART = `/(?:${CONTROL_NAME})(?:/|$)`;
/** What begins with a dot is hidden, but for this. */
export const PUBLIC_DOT = `${WELL_KNOWN.slice(1)}/[^.]`;

/** Each type with its expression for endings; `pages` are HTML too. */
export function typeEndings(pages: readonly string[]): { type: string; endings: string[] }[] {
  return FILE_TYPES.map(({ type, endings }) => ({
    type,
    endings: [...endings, ...(type === 'text/html' ? pages : [])],
  }));
}
