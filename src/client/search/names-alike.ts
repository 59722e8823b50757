/** Columns and sources whose names hold what was asked: whoever writes a part of a name may mean all that has it. */
import * as labels from '../../labels/zh-CN/scripts/offers.ts';
import { normalise } from '../../search/normalise.ts';
import { toAddress, type Asked } from './address.ts';
import { quoted } from './messages.ts';
import type { Offer } from './view.ts';

/** Of a single character half of the names have one. */
const FROM_CHARACTERS = 2;
/** Of either kind: many names share a word, and what was found is what was asked for. */
const MOST = 2;

/** Ways to the columns. @param form the search page's, whose choices are the columns, with their addresses */
export function columnOffers({ query }: Asked, form: HTMLFormElement): Offer[] {
  if (!isLongEnough(query)) return [];
  return optionsOf(form, 'column')
    .flatMap(({ value, dataset: { address } }) => {
      const name = value.split('/').at(-1) ?? '';
      const isAlike = address !== undefined && namesWith(query, [name]).length > 0;
      return isAlike ? [{ text: labels.column(quoted(name)), address }] : [];
    })
    .slice(0, MOST);
}

/** Searches for what came from a source. @param form the search page's, whose choices are the sources */
export function sourceOffers({ query, order }: Asked, form: HTMLFormElement): Offer[] {
  if (!isLongEnough(query)) return [];
  const names = optionsOf(form, 'source').map(({ value }) => value);
  return namesWith(query, names)
    .filter((name) => normalise(name) !== normalise(query))
    .slice(0, MOST)
    .map((name) => ({
      text: labels.source(quoted(name)),
      address: toAddress({ query: name, source: name, order }),
    }));
}

const isLongEnough = (query: string) => [...normalise(query)].length >= FROM_CHARACTERS;

/** But the first, which is all of them. */
function optionsOf(form: HTMLFormElement, name: string): HTMLOptionElement[] {
  const select = form.elements.namedItem(name);
  return select instanceof HTMLSelectElement ? [...select.options].slice(1) : [];
}

/** The names that hold it, however either is written. */
export function namesWith(query: string, names: readonly string[]): string[] {
  const part = normalise(query);
  return part === '' ? [] : names.filter((name) => normalise(name).includes(part));
}
