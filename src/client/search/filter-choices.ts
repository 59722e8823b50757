/** The choices of the search page's filters. */
import type { FilterName } from '../../search/search-document.ts';
import type { Facets } from './facets.ts';

/** Writes the counts behind the choices. */
export function showCounts(form: HTMLFormElement, facets: Facets | undefined): void {
  for (const select of form.querySelectorAll('select')) {
    const counts = Object.entries(facets ?? {}).find(([name]) => name === select.name)?.[1];
    for (const option of select.options) {
      const label = (option.dataset['label'] ??= option.text);
      option.text = counts ? `${label}（${counts.get(option.value) ?? 0}）` : label;
    }
  }
}

/** The names that some of the filters offer. */
export function namesIn(form: HTMLFormElement, ...filters: FilterName[]): string[] {
  return filters
    .flatMap((name) => form.querySelector<HTMLSelectElement>(`select[name=${name}]`) ?? [])
    .flatMap(({ options }) => [...options])
    .filter(({ value }) => value !== '')
    .map(({ value }) => value.split('/').at(-1) ?? '');
}
