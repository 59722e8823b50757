/** The parts of `<search-page>` that a search reads and fills; the page's HTML has them all. */
import type { Asked } from './address.ts';
import type { Facets } from './facets.ts';
import { showCounts } from './filter-choices.ts';
import type { Hit } from './found-page.ts';
import { isQuotedShort } from './messages.ts';
import { resultRow } from './result-row.ts';

/** A link to another search, or to a page where the reader may want to go. */
export interface Offer {
  text: string;
  /** Query string, or an address from the host's root. */
  address: string;
}

export interface SearchView {
  form: HTMLFormElement;
  /** Puts into the form what the address asks. */
  fill(asked: Asked): void;
  /** Takes away the results and what was said of them. */
  clear(): void;
  /** Says something, to screen readers too. */
  say(...message: (string | Element)[]): void;
  /** Says something below the offer that makes it better. */
  sayBelow(offer: Offer, ...message: (string | Element)[]): void;
  /** Shows the telephone number, or does not. */
  tellPhone(isAsked: boolean): void;
  /** A query that is quoted by its beginning alone, at the pointer. */
  tellWhole(query: string): void;
  /** Scrolls, where what is said and found would begin outside of the window. */
  reveal(): void;
  /** Puts away the keyboard that a phone shows over what is found. */
  leaveBox(): void;
  /** How many results there are. */
  shown(): number;
  /** Adds rows and, below others, takes the reader to the first of them. @returns how many there are now. */
  add(hits: readonly Hit[]): number;
  /** Offers more results, once; withdrawn by the signal. */
  offerMore(signal: AbortSignal, next: () => void): void;
  /** The link of an offer. */
  linkTo(offer: Offer): HTMLAnchorElement;
  /** Offers other searches and pages. */
  offer(offers: readonly Offer[]): void;
  /** Writes into the filters how many each choice would leave; undefined when that is not known. */
  count(facets: Facets | undefined): void;
}

/** Pixels below the form in which the first of what is found is seen. */
const ROOM = 150;

/** @throws when a part is missing. */
export function searchView(host: HTMLElement): SearchView {
  const form = part(host, 'form', HTMLFormElement);
  const status = part(host, '[data-status]', HTMLElement);
  const offered = part(host, '[data-offers]', HTMLElement);
  const list = part(host, '[data-results]', HTMLElement);
  const more = part(host, '[data-more]', HTMLButtonElement);
  const template = part(host, '[data-result]', HTMLTemplateElement);
  const phone = host.querySelector<HTMLElement>('[data-phone]');
  const shown = () => list.childElementCount;
  return {
    form,
    shown,
    fill({ query, column = '', year = '', source = '', order }) {
      for (const [name, value] of Object.entries({ q: query, column, year, source, order })) {
        const field = form.elements.namedItem(name);
        if (field instanceof HTMLInputElement) field.value = value;
        if (field instanceof HTMLSelectElement) choose(field, value);
      }
      // What is chosen is seen.
      const fold = form.querySelector('details');
      if (fold && (column || year || source || order === 'date')) fold.open = true;
    },
    clear() {
      for (const filled of [list, status, offered]) filled.replaceChildren();
      more.hidden = true;
      status.title = '';
    },
    say(...message) {
      status.replaceChildren(...message);
    },
    sayBelow(offer, ...message) {
      const link = linkTo(offer);
      link.className = 'first-way';
      status.replaceChildren(link, ...message);
    },
    tellPhone(isAsked) {
      if (phone) phone.hidden = !isAsked;
    },
    tellWhole(query) {
      status.title = isQuotedShort(query) ? query : '';
    },
    reveal() {
      const { top } = status.getBoundingClientRect();
      if (top >= 0 && top + ROOM <= innerHeight) return;
      const hasRoom = form.offsetHeight + ROOM <= innerHeight;
      (hasRoom && top >= 0 ? form : status).scrollIntoView();
    },
    leaveBox() {
      const { activeElement } = document;
      const isTouched = matchMedia('(pointer: coarse)').matches;
      if (isTouched && activeElement instanceof HTMLInputElement) activeElement.blur();
    },
    add(hits) {
      const isBelowOthers = shown() > 0;
      const rows = hits.map((hit) => resultRow(template, hit));
      const first = rows[0]?.querySelector('a');
      list.append(...rows);
      if (isBelowOthers) first?.focus();
      return shown();
    },
    offerMore(signal, next) {
      more.hidden = false;
      const take = () => {
        more.hidden = true;
        next();
      };
      more.addEventListener('click', take, { once: true, signal });
    },
    linkTo,
    offer(offers) {
      offered.replaceChildren(
        ...offers.map((each) => {
          const item = document.createElement('li');
          item.append(linkTo(each));
          return item;
        }),
      );
    },
    count: (facets) => showCounts(form, facets),
  };
}

function linkTo({ text, address }: Offer): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = address.startsWith('/') ? address : location.pathname + address;
  link.textContent = text;
  return link;
}

/** A shared address may name a source that the page does not list. */
function choose(select: HTMLSelectElement, value: string): void {
  if (![...select.options].some((option) => option.value === value)) {
    select.add(new Option(value.split('/').at(-1), value));
  }
  select.value = value;
}

function part<T extends Element>(host: Element, selector: string, type: new () => T): T {
  const found = host.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`<search-page> has no ${selector}.`);
  return found;
}
