/** Which articles are published, from the lists the build writes: `views/<yyyy>.txt`, one id a line. */
import { isArticleId, yearOf } from './article-id.ts';

/** An unknown id makes its year's list be read again, but no sooner than this after the last time. */
const REREAD_AFTER_MS = 60_000;
/** A list that could not be read is tried again sooner: until then its views are refused. */
const RETRY_AFTER_MS = 5_000;
/**
 * No article is older than the People's Republic. Made-up years cost a look each, so there is a last one
 * too: not the clock's, which may be set wrong.
 */
const FIRST_YEAR = 1949;
const LAST_YEAR = FIRST_YEAR + 200;

export interface PublishedIdsOptions {
  /** Gives the text of `views/<year>.txt`, or `undefined` when that year has no list. */
  readYear: (year: string) => Promise<string | undefined>;
  /** A clock in milliseconds that never goes back: a list is read again by it. */
  now?: () => number;
}

interface YearList {
  ids: Set<string>;
  nextRead: number;
  /** Why the last reading failed: until the next one we cannot say what is published. */
  failure: Error | undefined;
  /** The reading that is under way, shared by all who wait for it. */
  reading: Promise<void> | undefined;
}

/**
 * Gives the function that tells whether an article is published. The lists are read when they are
 * first needed and kept; a newly published article is known within a minute.
 * The function rejects when a list that is needed cannot be read.
 */
export function createPublishedIds({
  readYear,
  now = () => performance.now(),
}: PublishedIdsOptions): (id: string) => Promise<boolean> {
  const lists = new Map<string, YearList>();

  async function read(list: YearList, year: string): Promise<void> {
    try {
      const text = (await readYear(year)) ?? '';
      list.ids = new Set(text.split(/\s+/).filter(isArticleId));
      list.failure = undefined;
      list.nextRead = now() + REREAD_AFTER_MS;
    } catch (cause) {
      list.failure = new Error(`The articles published in ${year} cannot be read`, { cause });
      list.nextRead = now() + RETRY_AFTER_MS;
    }
  }

  return async (id) => {
    const year = yearOf(id);
    if (!isArticleId(id) || !isPlausible(Number(year))) return false;

    const list = lists.get(year) ?? newList();
    lists.set(year, list);
    if (list.ids.has(id)) return true;
    if (now() >= list.nextRead) {
      list.reading ??= read(list, year).finally(() => (list.reading = undefined));
    }
    await list.reading;
    if (list.failure) throw list.failure;
    return list.ids.has(id);
  };
}

function newList(): YearList {
  return { ids: new Set(), nextRead: -Infinity, failure: undefined, reading: undefined };
}

function isPlausible(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}
