/** Titles that hold what is being typed, offered by the browser below the search box. */
import { normalise } from '../../search/normalise.ts';

const FROM_CHARACTERS = 2;
const MOST = 8;

const entered = new WeakSet<HTMLInputElement>();

/** Suggests in the box of a page that is not the search page: that loads first what its own searches need. */
export function suggestIn(box: HTMLInputElement): void {
  const { form } = box;
  if (!form || form.closest('search-page') || entered.has(box)) return;
  entered.add(box);
  suggestTitles(form, new URL('titles.json', form.action).href);
}

/** @param address of the list of titles (a JSON array), loaded when two characters have been typed */
export function suggestTitles(form: HTMLFormElement, address: string): void {
  const box = form.elements.namedItem('q');
  if (!(box instanceof HTMLInputElement)) return;
  const list = document.createElement('datalist');
  list.id = `${box.id}-titles`;
  box.after(list);
  const offer = (fitting: readonly string[]) => {
    list.replaceChildren(...fitting.map((title) => new Option(title, title)));
    // With a list it is a combobox to screen readers, which would be untrue before there is anything to choose.
    if (fitting.length > 0) box.setAttribute('list', list.id);
    else box.removeAttribute('list');
  };
  let titles: Promise<string[]> | undefined;
  let asks = false;
  form.addEventListener('submit', () => {
    asks = false;
    offer([]);
  });
  const suggest = async () => {
    const typed = normalise(box.value);
    asks = [...typed].length >= FROM_CHARACTERS;
    if (!asks) return offer([]);
    // Without its suggestions the box is what it is without them.
    titles ??= fetch(address)
      .then((response) => (response.ok ? (response.json() as Promise<string[]>) : []))
      .catch(() => []);
    const known = await titles;
    if (!asks || normalise(box.value) !== typed) return;
    offer(known.filter((title) => normalise(title).includes(typed)).slice(0, MOST));
  };
  box.addEventListener('input', () => void suggest());
  // Something has been typed before this was loaded.
  void suggest();
}
