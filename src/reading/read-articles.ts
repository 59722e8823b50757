/** All articles: those that changed are read, of the others is known what was found when they were read. */
import { statSync } from 'node:fs';
import type { ArticleFile, ReadArticle } from '../model/article.ts';
import type { Issue } from '../model/issue.ts';
import type { WordingRule } from '../model/word-lists.ts';
import { readRegularFile } from '../system/regular-file.ts';
import type { ArticleIndex, KnownText } from './article-index.ts';
import type { ContentFiles, ContentMemory } from './content-memory.ts';
import { readArticle } from './read-article.ts';
import { obstacleIssue } from './text-file.ts';

/** Those without front matter are in the issues alone. */
export async function readArticles(
  files: readonly ArticleFile[],
  wording: readonly WordingRule[],
  memory: ContentMemory,
): Promise<{ articles: ReadArticle[]; issues: Issue[] }> {
  const index = memory.articles(wording);
  const articles: ReadArticle[] = [];
  const issues: Issue[] = [];
  for (const place of files) {
    const { text, lines, issues: own } = known(place, wording, memory.files, index);
    for (const issue of own) issues.push(issue);
    if (text) articles.push({ place, text, lines });
  }
  index.keepOnly(new Set(files.map(({ path }) => path)));
  await index.save();
  return { articles, issues };
}

/** Synchronous: a hundred thousand promises cost more than the calls. */
function known(
  place: ArticleFile,
  wording: readonly WordingRule[],
  files: ContentFiles,
  index: ArticleIndex,
): KnownText {
  const { path, file } = place;
  const stats = statSync(path, { throwIfNoEntry: false });
  const digest = stats && files.known(path, stats);
  const remembered = digest === undefined ? undefined : index.get(path, digest);
  if (remembered) return remembered;
  const read = readRegularFile(path);
  if ('obstacle' in read || !stats) {
    const obstacle = 'obstacle' in read ? read.obstacle : 'missing';
    return { text: undefined, lines: {}, issues: [obstacleIssue(obstacle, file)] };
  }
  const now = files.noteBytes(path, stats, read.bytes);
  // One whose time alone changed says what it said.
  const same = index.get(path, now);
  if (same) return same;
  const text = readArticle(place, read.bytes, wording);
  index.set(path, now, text);
  return text;
}
