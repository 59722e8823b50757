/** All articles: those that changed are read, of the others is known what was found when they were read. */
import { statSync } from 'node:fs';
import type { ArticleFile, ReadArticle } from '../model/article.ts';
import type { Issue } from '../model/issue.ts';
import type { BureauWords } from '../model/bureau-words.ts';
import { PROJECT } from '../system/project.ts';
import { readRegularFile } from '../system/regular-file.ts';
import { sourceHash } from '../system/source-hash.ts';
import { READING } from './content-memory.ts';
import type { ContentFiles, KnownText } from './content-memory.ts';
import { readArticle } from './read-article.ts';
import { obstacleIssue } from './text-file.ts';

/**
 * Those without front matter are in the issues alone.
 * @param memory what is known of the files
 * @param isFresh read all anew, whatever is known of them
 */
export function readArticles(
  places: readonly ArticleFile[],
  bureau: BureauWords,
  memory: ContentFiles,
  isFresh: boolean,
): { articles: ReadArticle[]; issues: Issue[] } {
  if (isFresh) memory.use('article', '');
  // Where words end is what the ICU of this Node says.
  const made = `${sourceHash(PROJECT, READING)} ${process.versions['icu'] ?? ''}`;
  memory.use('article', `${made} ${JSON.stringify(bureau)}`);
  const articles: ReadArticle[] = [];
  const issues: Issue[] = [];
  for (const place of places) {
    const { text, lines, issues: own } = known(place, bureau, memory);
    for (const issue of own) issues.push(issue);
    if (text) articles.push({ place, text, lines });
  }
  return { articles, issues };
}

/** Synchronous: a hundred thousand promises cost more than the calls. */
function known(place: ArticleFile, bureau: BureauWords, memory: ContentFiles): KnownText {
  const { path, file } = place;
  const stats = statSync(path, { throwIfNoEntry: false });
  const isKnown = stats && memory.known(path, stats) !== undefined;
  const remembered = isKnown ? memory.fact(path, 'article', stats) : undefined;
  if (remembered) return remembered;
  const read = readRegularFile(path);
  if ('obstacle' in read || !stats) {
    const obstacle = 'obstacle' in read ? read.obstacle : 'missing';
    return { lines: {}, issues: [obstacleIssue(obstacle, file)] };
  }
  memory.noteBytes(path, stats, read.bytes);
  // One whose time alone changed says what it said.
  const same = memory.fact(path, 'article', stats);
  if (same) return same;
  const text = readArticle(place, read.bytes, bureau);
  memory.note(path, 'article', text, stats);
  return text;
}
