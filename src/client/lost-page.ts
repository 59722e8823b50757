/** The 404 page: fills in the search from the words of the address, and names the nearest column. */
import { lostWords, nearestColumn } from './lost-words.ts';
import { shortQuery } from './search/address.ts';

const query = document.querySelector<HTMLInputElement>('[data-lost-query]');
if (query) query.value ||= shortQuery(lostWords(location.pathname));

const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-columns] a')];
// The first is the home page, which everything begins with.
const columns = links.slice(1).map(({ pathname }) => pathname);
const nearest = nearestColumn(location.pathname, columns);
const link = links.find(({ pathname }) => pathname === nearest);
const line = document.querySelector<HTMLElement>('[data-nearest]');
const shown = line?.querySelector('a');
if (link && line && shown) {
  shown.href = link.href;
  shown.textContent = link.textContent;
  line.hidden = false;
}
