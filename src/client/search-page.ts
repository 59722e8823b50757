/** The search page: query and filters live in the address; the index is loaded with the first query, its list with the page. */
import './search/older-browsers.ts';
import { readAddress, readForm, toAddress, type Asked } from './search/address.ts';
import { createSearch, type Answer, type Search } from './search/engine.ts';
import { facetsOf } from './search/facets.ts';
import { namesIn } from './search/filter-choices.ts';
import { COUNTED, PAGE } from './search/limits.ts';
import {
  BROKEN,
  COUNTING,
  CUT,
  foundMessage,
  LOADING,
  noneMessage,
  OFFLINE,
  RETRY,
  uncountedMessage,
} from './search/messages.ts';
import { columnOffers, sourceOffers } from './search/names-alike.ts';
import { prefetchWhileTyping } from './search/prefetch.ts';
import { searchView, type SearchView } from './search/view.ts';

/** Milliseconds before a search says that it is at work: a quick answer should not flash a message. */
const LOADING_AFTER = 300;

class SearchPage extends HTMLElement {
  #search: Search | undefined;
  #running = new AbortController();
  /** The query string of the search that is shown. */
  #address = '';
  /** The name of the filter that is being changed. */
  #changed: string | null = null;

  connectedCallback() {
    const view = searchView(this);
    let hasSuggestions = false;
    const suggest = async () => {
      if (hasSuggestions) return;
      hasSuggestions = true;
      const { suggestTitles } = await import('./search/suggestions.ts');
      suggestTitles(view.form, this.dataset['titles'] ?? '');
    };
    // Titles come after what the search itself needs; without them the box is what it is.
    prefetchWhileTyping(
      view.form,
      () => this.#opened(),
      () => void suggest().catch(() => undefined),
    );
    const search = () => {
      const asked = readForm(view.form);
      const address = toAddress(asked);
      if (address !== location.search) this.#enter(address);
      void this.#run(view, asked);
    };
    view.form.addEventListener('submit', (event) => {
      event.preventDefault();
      view.leaveBox();
      search();
    });
    view.form.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLSelectElement)) return;
      this.#changed = target.name;
      search();
      this.#changed = null;
    });
    const showAddress = () => {
      const asked = readAddress(location.search);
      view.fill(asked);
      void this.#run(view, asked);
    };
    addEventListener('popstate', () => {
      // A link within the page changes nothing that is asked.
      if (location.search !== this.#address) showAddress();
    });
    showAddress();
  }

  /** A keyboard changes a filter with every arrow: one after the other they are one step of the history. */
  #enter(address: string) {
    const isGoingOn = this.#changed !== null && history.state === this.#changed;
    const enter = isGoingOn ? 'replaceState' : 'pushState';
    history[enter](this.#changed, '', address || location.pathname);
  }

  /** Undefined on a site without texts: it has no index. */
  #opened(): Search | undefined {
    const { bundle } = this.dataset;
    return (this.#search ??= bundle ? createSearch(bundle) : undefined);
  }

  async #run(view: SearchView, asked: Asked) {
    this.#address = location.search;
    this.#running.abort();
    this.#running = new AbortController();
    const { signal } = this.#running;
    view.clear();
    if (asked.query === '') {
      view.count(undefined);
      return;
    }
    view.reveal();
    await this.#attempt(view, asked, signal, async () => {
      const answer = this.#opened()?.search(asked.query, asked, signal);
      if (!answer) return view.say(noneMessage(asked, [asked.query]));
      await this.#showNext(view, asked, answer, signal);
      // What was found is shown; that the choices of the filters cannot be counted is no failure.
      await this.#count(view, asked, answer, signal).catch(() => {
        if (!signal.aborted) view.count(undefined);
      });
    });
  }

  async #showNext(view: SearchView, asked: Asked, answer: Answer, signal: AbortSignal) {
    const sayLater = (message: string) =>
      setTimeout(() => signal.aborted || view.say(message), LOADING_AFTER);
    const loading = sayLater(LOADING);
    const hits = await answer.next(PAGE).finally(() => clearTimeout(loading));
    signal.throwIfAborted();
    const shown = view.add(hits);
    const counting = sayLater(COUNTING);
    let isCounted = true;
    const total = await answer
      .total(COUNTED)
      .catch((error: unknown) => {
        // What is shown was found; of nothing it is not known whether there is more.
        if (shown === 0 || signal.aborted) throw error;
        isCounted = false;
        return hits.length < PAGE ? { all: shown, singlePages: 0 } : undefined;
      })
      .finally(() => clearTimeout(counting));
    signal.throwIfAborted();
    const absent = answer.absent();
    const known = isCounted ? Math.max(shown, COUNTED) : shown;
    const found = isCounted || total ? foundMessage(total, known) : uncountedMessage(known);
    view.say((shown === 0 ? noneMessage(asked, absent) : found) + (asked.isCut ? CUT : ''));
    if (shown === 0) await this.#offer(view, asked, absent, signal);
    else view.offer([...columnOffers(asked, view.form), ...sourceOffers(asked, view.form)]);
    if (total?.all === shown) return;
    view.offerMore(signal, () => {
      void this.#attempt(view, asked, signal, () => this.#showNext(view, asked, answer, signal));
    });
  }

  async #offer(view: SearchView, asked: Asked, absent: readonly string[], signal: AbortSignal) {
    // What was found is said; that other searches cannot be offered is no failure.
    const offers = await import('./search/offers.ts').catch(() => undefined);
    if (!offers || signal.aborted) return;
    const sources = namesIn(view.form, 'source');
    const names = [...namesIn(view.form, 'column'), ...sources];
    const others = offers.offersFor(asked, absent, names, sources);
    view.offer([...others, ...columnOffers(asked, view.form)]);
  }

  /** Counts for the filters, from all that is found without them. */
  async #count(view: SearchView, asked: Asked, answer: Answer, signal: AbortSignal) {
    const { query, order, column, year, source } = asked;
    const isFiltered = Boolean(column ?? year ?? source);
    const unfiltered = isFiltered ? this.#search?.search(query, { order }, signal) : answer;
    const all = await unfiltered?.filterValues(COUNTED);
    signal.throwIfAborted();
    view.count(all && all.length > 0 ? facetsOf(all, asked) : undefined);
  }

  /** A step of a search: says that it failed, unless a newer search made that pointless. */
  async #attempt(view: SearchView, asked: Asked, signal: AbortSignal, step: () => Promise<void>) {
    try {
      await step();
    } catch {
      if (!signal.aborted) this.#fail(view, asked, signal);
    }
  }

  #fail(view: SearchView, asked: Asked, signal: AbortSignal) {
    const again = () => void this.#run(view, asked);
    const retry = document.createElement('button');
    retry.type = 'button';
    retry.textContent = RETRY;
    retry.addEventListener('click', again);
    view.say(navigator.onLine ? BROKEN : OFFLINE, retry);
    view.count(undefined);
    view.reveal();
    addEventListener('online', again, { once: true, signal });
  }
}

customElements.define('search-page', SearchPage);
