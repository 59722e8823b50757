/** The search page: query and filters live in the address; the index is loaded with the first query, its list with the page. */
import './search/older-browsers.ts';
import * as labels from '../labels/zh-CN/scripts/results.ts';
import { readAddress, readForm, toAddress, type Asked } from './search/address.ts';
import { createSearch, type Answer, type Search } from './search/engine.ts';
import { facetsOf } from './search/facets.ts';
import { namesIn } from './search/filter-choices.ts';
import { COUNTED, PAGE } from './search/limits.ts';
import { literalOffer } from './search/literal-offer.ts';
import {
  foundMessage,
  noneMessage,
  notesOf,
  notWordedMessage,
  uncountedMessage,
} from './search/messages.ts';
import { columnOffers, sourceOffers } from './search/names-alike.ts';
import { keepPlace, placeOfEntry, type Place, type PlaceKeeper } from './search/kept-place.ts';
import { nearDates } from './search/near-dates.ts';
import { prefetchWhileTyping } from './search/prefetch.ts';
import { isDatesAlone, readSaidDates, type SaidDate } from './search/said-dates.ts';
import { yearOffer } from './search/year-offer.ts';
import { searchView, type Offer, type SearchView } from './search/view.ts';

/** Milliseconds before a search says that it is at work: a quick answer should not flash a message. */
const LOADING_AFTER = 300;

/** A search whose answers are being shown. */
interface Running {
  view: SearchView;
  asked: Asked;
  /** What is asked, before dates were read in it. */
  written: Asked;
  dates: readonly SaidDate[];
  answer: Answer;
  signal: AbortSignal;
}

class SearchPage extends HTMLElement {
  #search: Search | undefined;
  #running = new AbortController();
  /** The query string of the search that is shown. */
  #address = '';
  /** The name of the filter that is being changed. */
  #changed: string | null = null;
  #places: PlaceKeeper | undefined;

  connectedCallback() {
    const view = searchView(this);
    this.#places = keepPlace(this, view.shown);
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
      void this.#run(view, asked, placeOfEntry());
    };
    addEventListener('popstate', () => {
      // A link within the page changes nothing that is asked.
      if (location.search !== this.#address) showAddress();
    });
    showAddress();
  }

  /** A keyboard changes a filter with every arrow: one after the other they are one step of the history. */
  #enter(address: string) {
    const before = (history.state ?? {}) as { changed?: string };
    const isGoingOn = this.#changed !== null && before.changed === this.#changed;
    this.#places?.keep();
    const enter = isGoingOn ? 'replaceState' : 'pushState';
    history[enter]({ changed: this.#changed }, '', address || location.pathname);
  }

  /** Undefined on a site without texts: it has no index. */
  #opened(): Search | undefined {
    const { bundle, synonyms: groups = '[]' } = this.dataset;
    const synonyms = JSON.parse(groups) as string[][];
    return (this.#search ??= bundle ? createSearch(bundle, synonyms) : undefined);
  }

  /** @param place where the reader was when this was shown before */
  async #run(view: SearchView, asked: Asked, place?: Place) {
    this.#address = location.search;
    this.#running.abort();
    this.#running = new AbortController();
    const { signal } = this.#running;
    view.clear();
    view.tellPhone(labels.asksForPhone.test(asked.query.trim()));
    if (asked.query === '') {
      view.count(undefined);
      return;
    }
    if (!place) view.reveal();
    await this.#attempt(view, asked, signal, async () => {
      const { query, dates } = readSaidDates(asked.query, new Date());
      const answer = this.#opened()?.search(query, asked, signal);
      if (!answer) return view.say(noneMessage(asked, [asked.query]));
      const running = { view, written: asked, asked: { ...asked, query }, dates, answer, signal };
      await this.#showNext(running, place);
      // What was found is shown; that the choices of the filters cannot be counted is no failure.
      await this.#count(running).catch(() => {
        if (!signal.aborted) view.count(undefined);
      });
    });
  }

  async #showNext(running: Running, place?: Place) {
    const { view, asked, dates, answer, signal } = running;
    const count = Math.max(PAGE, place?.shown ?? 0);
    const sayLater = (message: string) =>
      setTimeout(() => signal.aborted || view.say(message), LOADING_AFTER);
    const loading = sayLater(labels.loading);
    const hits = await answer.next(count).finally(() => clearTimeout(loading));
    signal.throwIfAborted();
    const shown = view.add(hits);
    if (place) this.#places?.returnTo(place);
    const counting = sayLater(labels.counting);
    let isCounted = true;
    const total = await answer
      .total(COUNTED)
      .catch((error: unknown) => {
        // What is shown was found; of nothing it is not known whether there is more.
        if (shown === 0 || signal.aborted) throw error;
        isCounted = false;
        return hits.length < count ? { all: shown, singlePages: 0 } : undefined;
      })
      .finally(() => clearTimeout(counting));
    signal.throwIfAborted();
    const known = isCounted ? Math.max(shown, COUNTED) : shown;
    const found = isCounted || total ? foundMessage(total, known) : uncountedMessage(known);
    const synonyms = answer.synonyms();
    const read = [...dates.map(({ said }) => said), ...synonyms.map(({ word }) => word)];
    const literal = literalOffer(running.written, read);
    // What was found is found without it.
    const ofYear = await yearOffer(running.written, new Date(), this.#finds).catch(() => undefined);
    signal.throwIfAborted();
    const notes = notesOf(asked, dates, synonyms);
    const alone = isDatesAlone(running.written, dates) ? dates : [];
    const waysTo = (...ways: (Offer | undefined)[]) =>
      ways.filter((way) => way !== undefined).map(view.linkTo);
    if (shown > 0) view.say(found + notes, ...waysTo(ofYear, literal));
    else if (ofYear) view.sayBelow(ofYear, notWordedMessage(asked) + notes, ...waysTo(literal));
    else view.say(noneMessage(asked, answer.absent(), alone) + notes, ...waysTo(literal));
    view.tellWhole(asked.query);
    await this.#offer(running, shown);
    // What is said above the results has taken its room.
    if (place) this.#places?.returnTo(place);
    if (total?.all === shown) return;
    view.offerMore(signal, () => {
      void this.#attempt(view, running.written, signal, () => this.#showNext(running));
    });
  }

  /** Ways to columns and sources, and other searches, which are loaded when they are needed. */
  async #offer({ view, written, asked, dates, answer, signal }: Running, shown: number) {
    const columns = columnOffers(written, view.form);
    const others = shown === 0 ? columns : [...columns, ...sourceOffers(written, view.form)];
    if (shown > 0) return view.offer(others);
    if (isDatesAlone(written, dates)) {
      const near = await nearDates(written, dates, new Date(), this.#finds);
      return signal.aborted ? undefined : view.offer(near);
    }
    // What was found is said; that other searches cannot be offered is no failure.
    const offers = await import('./search/offers.ts').catch(() => undefined);
    if (!offers || signal.aborted) return;
    const sources = namesIn(view.form, 'source');
    const names = [...namesIn(view.form, 'column'), ...sources];
    const searches = offers.offersFor(asked, answer.absent(), names, sources);
    const known = [...searches, ...others];
    view.offer(known);
    const near = await this.#nearOffers(asked, answer.absent(), names).catch(() => []);
    if (signal.aborted) return;
    const isNew = ({ address }: Offer) => !known.some((other) => other.address === address);
    view.offer([...near.filter(isNew), ...known]);
  }

  #finds = async (query: string, request?: Asked): Promise<boolean> =>
    (await this.#opened()?.finds(query, request)) ?? false;

  async #nearOffers(asked: Asked, absent: readonly string[], names: readonly string[]) {
    const { nearOffers } = await import('./search/near-offers.ts');
    const { titles = '', keywords = '' } = this.dataset;
    return nearOffers(asked, absent, {
      names: [...names, ...keywords.split('、')],
      titles: async () => (await fetch(titles)).json() as Promise<string[]>,
      finds: this.#finds,
    });
  }

  /** Counts for the filters, from all that is found without them. */
  async #count({ view, asked, answer, signal }: Running) {
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
    retry.textContent = labels.retry;
    retry.addEventListener('click', again);
    view.say(navigator.onLine ? labels.broken : labels.offline, retry);
    view.count(undefined);
    view.reveal();
    addEventListener('online', again, { once: true, signal });
  }
}

customElements.define('search-page', SearchPage);
