import { describe, expect, it } from 'vitest';
import { newestItems, pageCount, pageItems } from '../../../src/site/pagination.ts';
import { anArticle } from '../../support/a-site.ts';

/** A list of that many items, newest first: `[n, …, 2, 1]`. */
function newestFirst(length: number): number[] {
  return Array.from({ length }, (_, index) => length - index);
}

/** All pages of a list, the oldest first. */
function pages(length: number, size: number): number[][] {
  const list = newestFirst(length);
  const count = pageCount(length, size);
  return Array.from({ length: count }, (_, index) => pageItems(list, size, index + 1));
}

describe('a list cut into pages of 20', () => {
  it.each([
    [0, [0]],
    [1, [1]],
    [19, [19]],
    [20, [20]],
    [21, [21]],
    [39, [39]],
    [40, [20, 20]],
    [41, [20, 21]],
    [59, [20, 39]],
    [60, [20, 20, 20]],
    [100, [20, 20, 20, 20, 20]],
  ])('of %i items has pages of %j, the oldest first', (length, sizes) => {
    expect(pages(length, 20).map((page) => page.length)).toEqual(sizes);
  });

  it('of 45 items begins with the oldest twenty, each page newest first', () => {
    const [oldest, newest] = pages(45, 20);
    expect([oldest?.[0], oldest?.at(-1)]).toEqual([20, 1]);
    expect([newest?.[0], newest?.at(-1)]).toEqual([45, 21]);
  });
});

describe('whatever the length and the size of a page,', () => {
  const lists = randomLists(300);

  it('every item is on exactly one page, in order', () => {
    for (const [length, size] of lists) {
      expect(pages(length, size).toReversed().flat()).toEqual(newestFirst(length));
    }
  });

  it('every page but the newest is full, and the newest has less than two pages', () => {
    for (const [length, size] of lists) {
      const cut = pages(length, size);
      const newest = cut.at(-1)?.length ?? 0;
      expect(cut.slice(0, -1).every((page) => page.length === size)).toBe(true);
      expect(newest).toBeGreaterThanOrEqual(Math.min(length, size));
      expect(newest).toBeLessThan(2 * size);
    }
  });

  it('a newer item changes no page but the newest', () => {
    for (const [length, size] of lists) {
      const before = pages(length, size).slice(0, -1);
      expect(pages(length + 1, size).slice(0, before.length)).toEqual(before);
    }
  });
});

describe('the newest page', () => {
  const articles = ['06', '05', '04', '03', '02', '01'].map((day) =>
    anArticle({ id: `202603${day}-a`, pinned: day === '04' || day === '01' }),
  );
  const days = (size: number) => newestItems(articles, size).map(({ id }) => id.slice(6, 8));

  it('has the pinned articles of the whole column on top, each once', () => {
    expect(days(2)).toEqual(['04', '01', '06', '05']);
    expect(days(3)).toEqual(['04', '01', '06', '05']);
    expect(days(6)).toEqual(['04', '01', '06', '05', '03', '02']);
  });

  it('of an empty column is empty', () => {
    expect(newestItems([], 20)).toEqual([]);
  });
});

/** Lengths up to 500 and sizes up to 50; the same ones in every run. */
function randomLists(count: number): [length: number, size: number][] {
  let state = 20260305;
  const random = (below: number): number => {
    // Park and Miller's generator.
    state = (state * 48271) % 2147483647;
    return state % below;
  };
  return Array.from({ length: count }, () => [random(501), 1 + random(50)]);
}
