/**
 * What is another whenever somebody did something with an article: wrote, sent it back, approved, published it or took it back.
 * A few looks at files and no reading of the site, so that every page that is open may ask often.
 */
import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArticleFile } from '../../model/article.ts';
import { git } from '../../system/run-git.ts';
import { recordOf } from '../reviews/desk-reviews.ts';

/**
 * @param content absolute path
 * @param holder who else is writing of it
 * @param live what is known of the live site
 * @returns undefined where its text has gone
 */
export async function articleMark(
  content: string,
  place: ArticleFile,
  holder: string | undefined,
  live = '',
): Promise<string | undefined> {
  const text = await lookAt(place.path);
  if (text === '') return undefined;
  const { folder } = place;
  const parts = await Promise.all([
    folder === undefined ? '' : lookAt(folder),
    lookAt(recordOf(content, place)),
    lookAt(join(content, 'review.yaml')),
    git(content, ['rev-parse', 'HEAD']).catch(() => ''),
    git(content, ['rev-parse', '@{upstream}']).catch(() => ''),
  ]);
  const all = JSON.stringify([text, ...parts, holder ?? '', live]);
  return createHash('sha256').update(all).digest('base64url');
}

/** When it was written, and how long it is; empty where there is none. */
async function lookAt(path: string): Promise<string> {
  return stat(path).then(
    ({ mtimeMs, size, ino }) => `${mtimeMs} ${size} ${ino}`,
    () => '',
  );
}
