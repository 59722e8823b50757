import { describe, expect, it } from 'vitest';
import { jumpYears, monthStarts, numberedPages } from '../../../src/site/jump-pages.ts';
import { pageCount, pageItems } from '../../../src/site/pagination.ts';
import { anArticle } from '../../support/a-site.ts';

const list = [2026, 2026, 2026, 2025, 2024, 2024, 2024, 2024, 2023, 2022, 2022].map((year, index) =>
  anArticle({ id: `${year}0101-${index}` }),
);

describe('the years', () => {
  it.each([1, 2, 3, 5, 20])('lead to the page where they begin, with %d on a page', (size) => {
    for (const { year, page } of jumpYears(list, size)) {
      const years = pageItems(list, size, page).map(({ date }) => date.slice(0, 4));
      expect(years).toContain(year);
      if (page < pageCount(list.length, size)) {
        const newer = pageItems(list, size, page + 1).map(({ date }) => date.slice(0, 4));
        expect(newer).not.toContain(year);
      }
    }
    expect(jumpYears(list, size).map(({ year }) => year)).toEqual([
      '2026',
      '2025',
      '2024',
      '2023',
      '2022',
    ]);
  });

  it.each([1, 2, 3, 5, 20])(
    'name their months, each with its page and place, %d on a page',
    (size) => {
      const months = ['2026-03', '2026-03', '2026-01', '2025-12', '2025-12', '2025-12', '2025-03'];
      const some = months.map((month, index) =>
        anArticle({ id: `${month.replace('-', '')}${28 - index}-a` }),
      );
      const targets = jumpYears(some, size).flatMap((year) => year.months);
      expect(targets.map(({ month }) => month)).toEqual([3, 1, 12, 3]);
      for (const { page, fragment } of targets) {
        const [first] = [...monthStarts(pageItems(some, size, page))].find(
          ([, each]) => each === fragment,
        ) ?? [anArticle()];
        expect(`m${first.date.slice(0, 7)}`).toBe(fragment);
        expect(some.find(({ date }) => date.startsWith(first.date.slice(0, 7)))).toBe(first);
      }
    },
  );

  it('of an empty column are none', () => {
    expect(jumpYears([], 20)).toEqual([]);
  });
});

describe('the page numbers', () => {
  it('are all of them while they are few', () => {
    expect(numberedPages(4).map(({ page }) => page)).toEqual([3, 2, 1]);
  });

  it('of a long column are thinned out, and reach the oldest', () => {
    const pages = numberedPages(1000).map(({ page }) => page);
    expect(pages.length).toBeLessThanOrEqual(32);
    expect([pages[0], pages.at(-1)]).toEqual([999, 1]);
  });
});
