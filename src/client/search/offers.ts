/** Other searches that are offered when one found nothing; loaded when that happens. */
import * as labels from '../../labels/zh-CN/scripts/other-searches.ts';
import { list } from '../../labels/zh-CN/scripts/results.ts';
import { nearName } from '../../search/near-name.ts';
import { toAddress, type Asked } from './address.ts';
import { namesWith } from './names-alike.ts';
import { isFiltered, isPartOf, quoted, without } from './messages.ts';
import type { Offer } from './view.ts';

/** Sources that are offered, at most. */
const MOST_SOURCES = 3;
/** What separates nothing in a query, though many write it for that; within a number it belongs to it. */
const MARKS = /[，。、；：？！*|｜]|[,;:?!](?![0-9])/gu;

/**
 * Other searches that may find something.
 * @param names the columns and sources of the site
 * @param sources those of them that are sources: they are found by their whole names only
 */
export function offersFor(
  asked: Asked,
  absent: readonly string[],
  names: readonly string[],
  sources: readonly string[],
): Offer[] {
  const offers: Offer[] = [];
  const offer = (text: string, change: Partial<Asked>) =>
    offers.push({ text, address: toAddress({ ...asked, ...change }) });
  const near = nearName(asked.query, names);
  for (const name of near ? [near] : namesWith(asked.query, sources).slice(0, MOST_SOURCES)) {
    offer(labels.meant(quoted(name)), { query: name });
  }
  const unmarked = asked.query.replace(MARKS, ' ').replace(/\s+/gu, ' ').trim();
  if (unmarked !== '' && unmarked !== asked.query) offer(labels.withoutMarks, { query: unmarked });
  if (isPartOf(absent, asked.query)) {
    const rest = absent.reduce((query, term) => without(query, term), asked.query);
    offer(labels.without(list(absent.map(quoted))), { query: rest });
  }
  if (absent.length === 0 && isFiltered(asked)) {
    offers.push({
      text: labels.withoutFilters,
      address: toAddress({ query: asked.query, order: asked.order }),
    });
  }
  return offers;
}
