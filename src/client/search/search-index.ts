/** The index as the page knows it: its files, what they say of grams, texts and filters, and Pagefind. */
import { valuesOf } from '../../search/filter-values.ts';
import type { PeriodValues } from '../../search/filter-values.ts';
import { readText } from '../../search/search-document.ts';
import type { FilterValues, FoundText } from '../../search/search-document.ts';
import { decodeFolders, textPath } from '../../search/text-folders.ts';
import { gramDocuments } from './gram-documents.ts';
import type { GramDocuments } from './gram-documents.ts';
import { openIndexFiles } from './index-files.ts';
import type { IndexFiles } from './index-files.ts';
import { openPagefind } from './pagefind-runtime.ts';
import type { PagefindRuntime } from './pagefind-runtime.ts';

export interface SearchIndex extends GramDocuments {
  files: IndexFiles;
  pagefind: Promise<PagefindRuntime>;
  text(document: number): Promise<FoundText>;
  /** What filters they have; undefined when that is too much to load. */
  values(documents: readonly number[]): Promise<FilterValues[] | undefined>;
}

/** Bytes that may be loaded to count what each filter would leave. */
const MOST_FOR_VALUES = 15_000;

/**
 * @param base the absolute address of the index, ends with `/`
 * @param attempt how often it was tried before
 */
export async function openIndex(base: string, attempt: number): Promise<SearchIndex> {
  const files = await openIndexFiles(base, attempt > 0);
  const { list } = files;
  const pagefind = openPagefind(base, list.runtime, attempt);
  // Who searches learns of a failure; nobody may do so before the grams have spoken.
  pagefind.catch(() => undefined);
  let next = 0;
  const periods = list.periods.map((period) => {
    const first = next;
    next += period.documents;
    return { period, first };
  });
  const periodOf = (document: number) => {
    const found = periods.findLast(({ first }) => first <= document);
    if (!found) throw new RangeError(`The index has no document ${document}`);
    return { period: found.period, number: document - found.first };
  };
  return {
    files,
    pagefind,
    ...gramDocuments(files),
    async text(document) {
      const { period, number } = periodOf(document);
      const block = period.texts.findLast(({ first }) => first <= number);
      const { table = '', path, first = 0 } = block ?? {};
      const bytes =
        path === undefined
          ? Uint8Array.from(atob(table), (char) => char.charCodeAt(0))
          : await files.bytes(path);
      return readText(await files.text(textPath(decodeFolders(bytes), number - first)));
    },
    async values(documents) {
      const places = documents.map(periodOf);
      const needed = [...new Set(places.map(({ period }) => period))];
      const bytes = needed.reduce((sum, { values: [, size] }) => sum + size, 0);
      if (bytes > MOST_FOR_VALUES) return undefined;
      const known = new Map(
        await Promise.all(
          needed.map(async (period) => {
            const json = await files.text(period.values[0]);
            return [period, JSON.parse(json) as PeriodValues] as const;
          }),
        ),
      );
      return places.flatMap(({ period, number }, at) => {
        const values = known.get(period);
        const [year = ''] = list.years.findLast(([, first]) => first <= (documents[at] ?? 0)) ?? [];
        return values ? [valuesOf(values, number, year)] : [];
      });
    },
  };
}
