/** All articles: those that changed are read, of the others is known what was found when they were read. */
import type { Article } from '../model/article.ts';
import type { Issue } from '../model/issue.ts';
import type { WordingRule } from '../model/word-lists.ts';
import type { Located } from '../rules/cross-checks.ts';
import type { ArticleIndex, KnownArticle } from './article-index.ts';
import type { ArticleFile } from './find-files.ts';
import type { LoadOptions } from './load-options.ts';
import { readArticle } from './read-article.ts';

const FILES_AT_ONCE = 32;

/** @param issues what is found is added to them */
export async function readArticles(
  files: readonly ArticleFile[],
  wording: readonly WordingRule[],
  largestFile: number,
  options: LoadOptions,
  issues: Issue[],
): Promise<Located[]> {
  const index = await options.openIndex(wording);
  const located: Located[] = [];
  for (const file of files) {
    const { article, lines, issues: own } = index.get(file) ?? know(file, wording, options, index);
    issues.push(...own);
    if (article) located.push({ article, lines });
  }
  const naming = located.filter(({ article }) => namesFiles(article));
  for (let start = 0; start < naming.length; start += FILES_AT_ONCE) {
    const batch = naming.slice(start, start + FILES_AT_ONCE);
    const checks = batch.map(({ article, lines }) =>
      options.checkFiles({ ...article, article, lines }, largestFile),
    );
    for (const [place, checked] of (await Promise.all(checks)).entries()) {
      issues.push(...checked.issues);
      const { article } = batch[place] ?? {};
      if (article) article.named = checked.named;
    }
  }
  index.keepOnly(new Set(files.map(({ path }) => path)));
  await index.save();
  return located;
}

function namesFiles({ references, cover, attachments, beside = [] }: Article): boolean {
  const names = references.length > 0 || cover !== undefined || attachments !== undefined;
  return names || beside.length > 0;
}

/** Reads a file that is new or changed; one whose time alone changed is known by its text. */
function know(
  file: ArticleFile,
  wording: readonly WordingRule[],
  { inspect }: LoadOptions,
  index: ArticleIndex,
): KnownArticle {
  const text = readArticle(file);
  const { article, lines } = text;
  const same = article && index.getSame(file, article.digest);
  if (same) return same;
  const known: KnownArticle = { article, lines, issues: [...text.issues] };
  const isUnreadable = text.body === '' && text.issues.length > 0;
  if (!isUnreadable) {
    const { issues, facts } = inspect({ ...file, ...text }, wording);
    known.issues.push(...issues);
    if (article) Object.assign(article, facts);
  }
  if (!text.isPassing) index.set(file, known);
  return known;
}
