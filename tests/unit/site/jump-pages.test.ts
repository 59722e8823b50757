import { describe, expect, it } from 'vitest';
import { numberedPages, yearPages } from '../../../src/site/jump-pages.ts';
import { pageCount, pageItems } from '../../../src/site/pagination.ts';
import { anArticle } from '../../support/a-site.ts';

const list = [2026, 2026, 2026, 2025, 2024, 2024, 2024, 2024, 2023, 2022, 2022].map((year, index) =>
  anArticle({ id: `${year}0101-${index}` }),
);

describe('the years', () => {
  it.each([1, 2, 3, 5, 20])('lead to the page where they begin, with %d on a page', (size) => {
    for (const { name, page } of yearPages(list, size)) {
      const years = pageItems(list, size, page).map(({ date }) => `${date.slice(0, 4)}年`);
      expect(years).toContain(name);
      if (page < pageCount(list.length, size)) {
        const newer = pageItems(list, size, page + 1).map(({ date }) => `${date.slice(0, 4)}年`);
        expect(newer).not.toContain(name);
      }
    }
    expect(yearPages(list, size).map(({ name }) => name)).toEqual([
      '2026年',
      '2025年',
      '2024年',
      '2023年',
      '2022年',
    ]);
  });

  it('of an empty column are none', () => {
    expect(yearPages([], 20)).toEqual([]);
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
