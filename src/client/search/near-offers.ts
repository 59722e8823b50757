/** What is near a query that found nothing: each is offered only where it finds something. */
import * as labels from '../../labels/zh-CN/scripts/near-searches.ts';
import { numberAlone, numberOfNoYear } from '../../search/document-numbers.ts';
import { nearPiece } from '../../search/near-piece.ts';
import { toAddress, type Asked } from './address.ts';
import { isFiltered, quoted } from './messages.ts';
import { pieceRead } from './pinyin.ts';
import type { Offer } from './view.ts';
import { yearApart } from './year-offer.ts';

export interface Nearby {
  /** Of columns and sources, and the site's keywords. */
  names: readonly string[];
  /** Of articles; asked for once. */
  titles(): Promise<readonly string[]>;
  finds(query: string): Promise<boolean>;
}

/** Terms that are looked at. */
const MOST_TERMS = 2;
/** Pinyin of so few letters could be anything. */
const FEWEST_LETTERS = 4;
/** A row of characters that may be several terms. */
const ROW = /^\p{Script=Han}{4,12}$/u;
const MOST_PARTS = 3;

/** @param absent the terms that are in no page */
export async function nearOffers(
  asked: Asked,
  absent: readonly string[],
  { names, titles, finds }: Nearby,
): Promise<Offer[]> {
  const { query, order } = asked;
  const offers: Offer[] = [];
  const offer = async (term: string, other: string, textOf: (changed: string) => string) => {
    const changed = query.replace(term, () => other);
    if (changed === query || !(await finds(changed))) return false;
    offers.push({ text: textOf(changed), address: toAddress({ query: changed, order }) });
    return true;
  };
  const meant = (changed: string) => labels.meant(quoted(changed));
  // Each is in some page, and no page has them all.
  if (absent.length === 0 && !isFiltered(asked) && !/["“”]/u.test(query)) {
    const terms = [...new Set(query.split(/\s+/u).filter(Boolean))];
    for (const term of terms.length > 1 ? terms.slice(0, MOST_PARTS) : []) {
      await offer(query, term, (changed) => labels.only(quoted(changed)));
    }
  }
  for (const term of absent.slice(0, MOST_TERMS)) {
    const number = numberAlone(term) ?? numberOfNoYear(term);
    if (number) await offer(term, number, meant);
    for (const apart of yearApart(term)) {
      if (await offer(term, apart, (changed) => labels.apart(quoted(changed)))) break;
    }
    const letters = term.toLowerCase().replaceAll("'", '').replaceAll('ü', 'v');
    const isPinyin = /^[a-z]+$/.test(letters) && letters.length >= FEWEST_LETTERS;
    if (!isPinyin && !ROW.test(term)) continue;
    const texts = [...names, ...(await titles())];
    const near = isPinyin
      ? texts.map((text) => pieceRead(letters, text)).find(Boolean)
      : nearPiece(term, texts);
    const isMeant = near !== undefined && (await offer(term, near, meant));
    if (isPinyin) continue;
    const parts = await partsOf(term, finds);
    const apart = parts.join(' ');
    if (parts.length > 1 && parts.join('') === term) {
      // What is near may be a piece of other words, as 公区管理 of 办公区管理 is to 公车管理.
      if (await offer(term, apart, (changed) => labels.apart(quoted(changed)))) continue;
    }
    if (isMeant) continue;
    for (const part of parts) await offer(term, part, (changed) => labels.only(quoted(changed)));
  }
  return offers;
}

/** The longest pieces of a row that are in some page, one after the other. */
async function partsOf(row: string, finds: Nearby['finds']): Promise<string[]> {
  const parts: string[] = [];
  for (let at = 0; at + 2 <= row.length && parts.length < MOST_PARTS;) {
    // What begins a piece that is found is found: the end is sought by halving.
    let [found, not] = [1, row.length - at + (at === 0 ? 0 : 1)];
    if (!(await finds(row.slice(at, at + 2)))) not = 2;
    else found = 2;
    while (not - found > 1) {
      const middle = (found + not) >>> 1;
      if (await finds(row.slice(at, at + middle))) found = middle;
      else not = middle;
    }
    if (found > 1) parts.push(row.slice(at, at + found));
    at += found;
  }
  return parts;
}
