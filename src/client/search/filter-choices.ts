/** The choices of the search page's filters. */
import { counted } from '../../labels/zh-CN/scripts/results.ts';
import type { FilterName } from '../../search/search-document.ts';
import type { Facets } from './facets.ts';

/** Writes the counts behind the choices; one that would leave nothing is not offered, but where it is the one that was made. */
export function showCounts(form: HTMLFormElement, facets: Facets | undefined): void {
  for (const select of form.querySelectorAll('select')) {
    const counts = Object.entries(facets ?? {}).find(([name]) => name === select.name)?.[1];
    for (const option of select.options) {
      const label = (option.dataset['label'] ??= option.text);
      const count = counts?.get(option.value) ?? 0;
      option.text = counts ? counted(label, count) : label;
      option.hidden =
        counts !== undefined && count === 0 && !option.selected && option.value !== '';
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
