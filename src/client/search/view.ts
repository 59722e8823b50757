/** The parts of `<search-page>` that a search reads and fills; the page's HTML has them all. */
import type { Asked } from './address.ts';
import type { Hit } from './engine.ts';
import { resultRow } from './result-row.ts';

export interface SearchView {
  form: HTMLFormElement;
  /** Puts into the form what the address asks. */
  fill(asked: Asked): void;
  /** Takes away the results and what was said of them. */
  clear(): void;
  /** Says something, to screen readers too. */
  say(...message: (string | Element)[]): void;
  /** Adds rows and, below others, takes the reader to the first of them. @returns how many there are now. */
  add(hits: readonly Hit[]): number;
  /** Offers more results, once; withdrawn by the signal. */
  offerMore(signal: AbortSignal, next: () => void): void;
}

/** @throws when a part is missing. */
export function searchView(host: HTMLElement): SearchView {
  const form = part(host, 'form', HTMLFormElement);
  const status = part(host, '[data-status]', HTMLElement);
  const list = part(host, '[data-results]', HTMLElement);
  const more = part(host, '[data-more]', HTMLButtonElement);
  const template = part(host, '[data-result]', HTMLTemplateElement);
  return {
    form,
    fill({ query, column = '', year = '', order }) {
      for (const [name, value] of Object.entries({ q: query, column, year, order })) {
        const field = form.elements.namedItem(name);
        if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement)
          field.value = value;
      }
    },
    clear() {
      list.replaceChildren();
      status.replaceChildren();
      more.hidden = true;
    },
    say(...message) {
      status.replaceChildren(...message);
    },
    add(hits) {
      const before = list.childElementCount;
      list.append(...hits.map((hit) => resultRow(template, hit)));
      if (before > 0) list.children[before]?.querySelector('a')?.focus();
      return list.childElementCount;
    },
    offerMore(signal, next) {
      more.hidden = false;
      const take = () => {
        more.hidden = true;
        next();
      };
      more.addEventListener('click', take, { once: true, signal });
    },
  };
}

function part<T extends Element>(host: Element, selector: string, type: new () => T): T {
  const found = host.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`<search-page> has no ${selector}.`);
  return found;
}
