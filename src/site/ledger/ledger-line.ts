/**
 * A line of `content/addresses.tsv`: an address that was published once, and whose it is for good. Parted by tabs, sorted by
 * address; nothing but lines stands in the file, so that git joins two branches line by line.
 */
import { join } from 'node:path';
import type { Roots } from '../../model/content.ts';
import { shortDigest } from '../../system/digest.ts';

/** Its name in the content's folder. */
export const LEDGER = 'addresses.tsv';

/** Absolute path of a bureau's ledger. */
export function ledgerPath({ content }: Pick<Roots, 'content'>): string {
  return join(content, LEDGER);
}

export interface LedgerLine {
  /** Below the site's base, from its first slash, decoded: `/xwzx/tpxw/202603/20260305-a/`. */
  address: string;
  /**
   * Whose it is: the first id under which an article was published (`20260305-a`, and by that its views are counted), the
   * first slug of a column (`column:tpxw`; its feed and list pages `list:tpxw`), of a single page (`page:about`) or of a topic
   * (`topic:energy-week`), `file` of the bureau's own, or `withdrawn` for what nothing but a 410 is left of.
   */
  owner: string;
  /** Of a page: by what it is known when somebody renamed it by hand. Empty for all others. */
  mark: string;
}

const OWNER =
  /^(?:\d{8}(?:-[a-z0-9]+)+|(?:column|list|page|topic):[a-z0-9]+(?:-[a-z0-9]+)*|file|withdrawn)$/;
const MARK = /^[\w-]*$/;

/** Undefined for what is no line of a ledger. @param text without the line's end */
export function parseLedgerLine(text: string): LedgerLine | undefined {
  const first = text.indexOf('\t');
  if (first < 1 || !text.startsWith('/')) return undefined;
  const second = text.indexOf('\t', first + 1);
  const address = text.slice(0, first);
  const owner = text.slice(first + 1, second < 0 ? undefined : second);
  const mark = second < 0 ? '' : text.slice(second + 1);
  if (!OWNER.test(owner) || !MARK.test(mark) || !isAddress(address)) return undefined;
  return { address, owner, mark };
}

export function formatLedgerLine({ address, owner, mark }: LedgerLine): string {
  return mark === '' ? `${address}\t${owner}` : `${address}\t${owner}\t${mark}`;
}

/** Whether it can stand in a line, and in a table of redirects. */
export function isAddress(text: string): boolean {
  // By ranges: there may be a hundred thousand, and `\p{Cc}` takes ten times as long.
  // oxlint-disable-next-line no-control-regex
  return /^\/(?!\/)[^\x00-\x1F\\\x7F-\x9F\uFFFD]*$/.test(text);
}

/** Whether an owner is an article: no other begins with a day. */
export function isArticleOwner(owner: string): boolean {
  const first = owner.charCodeAt(0);
  return first >= 0x30 && first <= 0x39;
}

/** `/xwzx/tpxw/` → `tpxw`; undefined for what is no page. */
function pageName(address: string): string | undefined {
  if (!address.endsWith('/')) return undefined;
  return address.slice(address.lastIndexOf('/', address.length - 2) + 1, -1);
}

/** What is unlikely to change when an article's folder, or a column's slug, is renamed. */
export function markOf(...facts: readonly string[]): string {
  return shortDigest(facts.join('\0'), 8, 'base64url');
}

/** The name under which a page had an address: `20260305-a`, `column:tpxw`. */
export function nameAt({ address, owner }: LedgerLine): string | undefined {
  const name = pageName(address);
  if (name === undefined) return undefined;
  const [, kind] = /^(column|page|topic):/.exec(owner) ?? [];
  if (kind !== undefined) return `${kind}:${name}`;
  return isArticleOwner(owner) ? name : undefined;
}
