/** Other searches that are offered when one found nothing; loaded when that happens. */
import { nearName } from '../../search/near-name.ts';
import { toAddress, type Asked } from './address.ts';
import { isFiltered, isPartOf, quoted, without } from './messages.ts';

/** A link to another search. */
export interface Offer {
  text: string;
  /** Query string. */
  address: string;
}

/**
 * Other searches that may find something.
 * @param names the columns and sources of the site
 */
export function offersFor(
  asked: Asked,
  absent: readonly string[],
  names: readonly string[],
): Offer[] {
  const offers: Offer[] = [];
  const offer = (text: string, change: Partial<Asked>) =>
    offers.push({ text, address: toAddress({ ...asked, ...change }) });
  const near = nearName(asked.query, names);
  if (near) offer(`是不是要找“${near}”？`, { query: near });
  if (isPartOf(absent, asked.query)) {
    const rest = absent.reduce((query, term) => without(query, term), asked.query);
    offer(`去掉${absent.map(quoted).join('、')}再搜`, { query: rest });
  }
  if (absent.length === 0 && isFiltered(asked)) {
    offers.push({
      text: '不限栏目、年份和来源再搜',
      address: toAddress({ query: asked.query, order: asked.order }),
    });
  }
  return offers;
}
