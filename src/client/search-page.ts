/** The search page: query and filters live in the address; the index is loaded with the first query. */
import { readAddress, readForm, toAddress, type Asked } from './search/address.ts';
import { createSearch, type Answer, type Search } from './search/engine.ts';
import { BROKEN, foundMessage, LOADING, noneMessage, RETRY } from './search/messages.ts';
import { searchView, type SearchView } from './search/view.ts';

/** Hits shown at once. */
const PAGE = 10;
/** Hits verified ahead of those shown, so that the number of hits is exact up to there. */
const COUNTED = 100;
/** Milliseconds before a search says that it is at work: a quick answer should not flash a message. */
const LOADING_AFTER = 300;

class SearchPage extends HTMLElement {
  #search: Search | undefined;
  #running = new AbortController();

  connectedCallback() {
    const view = searchView(this);
    view.form.addEventListener('submit', (event) => {
      event.preventDefault();
      const asked = readForm(view.form);
      const address = toAddress(asked);
      if (address !== location.search) history.pushState(null, '', address || location.pathname);
      void this.#run(view, asked);
    });
    view.form.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLSelectElement) view.form.requestSubmit();
    });
    const showAddress = () => {
      const asked = readAddress(location.search);
      view.fill(asked);
      void this.#run(view, asked);
    };
    addEventListener('popstate', showAddress);
    showAddress();
  }

  async #run(view: SearchView, asked: Asked) {
    this.#running.abort();
    this.#running = new AbortController();
    const { signal } = this.#running;
    view.clear();
    if (asked.query === '') return;
    await this.#attempt(view, asked, signal, async () => {
      // A site without articles has no index.
      const { bundle } = this.dataset;
      this.#search ??= createSearch({ bundles: bundle ? [bundle] : [] });
      await this.#showNext(view, asked, this.#search.search(asked.query, asked, signal), signal);
    });
  }

  async #showNext(view: SearchView, asked: Asked, answer: Answer, signal: AbortSignal) {
    const hits = await answer.next(PAGE);
    signal.throwIfAborted();
    const shown = view.add(hits);
    const total = await answer.total(COUNTED);
    signal.throwIfAborted();
    view.say(shown === 0 ? noneMessage(asked, answer.absent()) : foundMessage(total, shown));
    if (total === shown) return;
    view.offerMore(signal, () => {
      void this.#attempt(view, asked, signal, () => this.#showNext(view, asked, answer, signal));
    });
  }

  /** A step of a search: says that it takes long, or that it failed unless a newer search made that pointless. */
  async #attempt(view: SearchView, asked: Asked, signal: AbortSignal, step: () => Promise<void>) {
    const loading = setTimeout(() => signal.aborted || view.say(LOADING), LOADING_AFTER);
    try {
      await step();
    } catch {
      if (signal.aborted) return;
      const retry = document.createElement('button');
      retry.type = 'button';
      retry.textContent = RETRY;
      retry.addEventListener('click', () => void this.#run(view, asked));
      view.say(BROKEN, retry);
    } finally {
      clearTimeout(loading);
    }
  }
}

customElements.define('search-page', SearchPage);
