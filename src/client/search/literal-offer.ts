/** The way to search for words as they are written, where they were read as dates or together with others. */
import { literal } from '../../labels/zh-CN/scripts/offers.ts';
import { list } from '../../labels/zh-CN/scripts/results.ts';
import { toAddress, type Asked } from './address.ts';
import { quoted } from './messages.ts';
import type { Offer } from './view.ts';

/** @param read the words of the query that were read otherwise */
export function literalOffer(asked: Asked, read: readonly string[]): Offer | undefined {
  if (read.length === 0) return undefined;
  const terms = [...new Set(read)];
  const query = terms.reduce(inMarks, asked.query);
  const words = [...new Set(terms.map(unmarked))].map(quoted);
  const text = literal(list(words));
  return { text, address: toAddress({ ...asked, query }) };
}

/** The query with a term of it in quotation marks. */
function inMarks(query: string, term: string): string {
  return query
    .split(/(\s+)/u)
    .map((part) => (part === term ? `"${unmarked(part)}"` : part))
    .join('');
}

/** Without a mark whose other one was forgotten: between two more nothing would be in quotation marks. */
const unmarked = (term: string) => term.replace(/["“”＂]/gu, '');
