/** The short names that addresses are made of, and what an article's name says of it. */

/** Of a column or a single page: small Latin letters and digits, single hyphens between them. */
const SHORT_NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const ARTICLE_NAME = /^\d{8}(?:-[a-z0-9]+)+$/;

/** Of what follows the day in an article's name. */
export const LONGEST_SHORT_NAME = 80;
const LONGEST_NAME = '20260305-'.length + LONGEST_SHORT_NAME;

/** Whether a column or a single page may be called so: `tpxw`. */
export function isShortName(name: string): boolean {
  return SHORT_NAME.test(name);
}

/** `20260305-video-conference`: a day, and a short name. `src/views/article-id.ts` knows the same form. */
export function isArticleName(id: string): boolean {
  return ARTICLE_NAME.test(id) && id.length <= LONGEST_NAME;
}

/** Of `/tz/202611/20261101-a/`, `https://…/20261101-a/` and `content/articles/2026/20261101-a/index.md` the last name. */
export function nameInAddress(written: string): string {
  const path = written
    .replaceAll('\\', '/')
    .replace(/[?#].*$/s, '')
    .replace(/(?:\/index)?\.(?:mdx?|html)$|\/+$/, '');
  return path.slice(path.lastIndexOf('/') + 1);
}

/** `20260305-video-conference` → `2026`, the folder that it lies in. */
export function yearOf(id: string): string {
  return id.slice(0, 4);
}

/** `20260305-video-conference` → `202603`, as it stands in the address. */
export function monthOf(id: string): string {
  return id.slice(0, 6);
}
