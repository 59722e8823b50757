/** Where a new article lies: a name that nobody has and nobody had, in the folder of its year. */
import { join } from 'node:path';
import { LONGEST_SHORT_NAME } from '../model/article-name.ts';
import { slugFrom } from '../model/latin-names.ts';
import { makeArticleFolder } from '../reading/make-article-folder.ts';
import type { FileBeside } from '../reading/make-article-folder.ts';
import { pathAsStaffSeeIt } from '../reading/staff-path.ts';
import { ledgerPath, nameAt } from '../site/ledger/ledger-line.ts';
import { readLedger } from '../site/ledger/read-ledger.ts';

/** Room for a number where the name is taken. */
export const LONGEST_SLUG = LONGEST_SHORT_NAME - '-999'.length;
/** For titles without a word that has Latin letters. */
const NAMELESS = 'article';

export interface NewPlace {
  /** `2026-11-25`. */
  day: string;
  /** Small Latin letters, digits and hyphens. */
  slug: string;
  /** Of the whole file. */
  text: string;
  /** Files that lie beside it from the beginning. */
  beside?: readonly FileBeside[];
}

/** The short name in an article's address, by its title. */
export async function slugOfTitle(title: string): Promise<string> {
  return (await slugFrom(title)) || NAMELESS;
}

/**
 * Makes the article's folder.
 * @param content absolute path
 * @returns the absolute path of its text
 */
export async function placeArticle(
  content: string,
  { day, slug, text, beside = [] }: NewPlace,
): Promise<string> {
  // A name that an article had once leads there for good.
  const had = new Set<string>();
  const ledger = ledgerPath({ content });
  const file = pathAsStaffSeeIt(content)(ledger);
  readLedger(ledger, file, (line) => had.add(nameAt(line) ?? ''));
  const isTaken = (id: string): boolean => had.has(id);
  return makeArticleFolder(join(content, 'articles'), day, slug, text, isTaken, beside);
}
