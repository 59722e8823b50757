/** What is asked of an article's versions. Whoever may open an article may see how it was: nobody else gets here. */
import type { ReadArticle } from '../../model/article.ts';
import { GitError } from '../../system/run-git.ts';
import { answerJson, refuse } from '../server/answers.ts';
import type { Seen } from '../server/article-routes.ts';
import { readSource, sourceOf } from '../server/open-article.ts';
import type { ArticleVersions, VersionText } from '../version-api.ts';
import { committedText } from './committed-text.ts';
import { listVersions } from './list-versions.ts';
import type { FoundVersion } from './list-versions.ts';
import type { Snapshots } from './snapshots.ts';
import { namesBeside } from './version-keeper.ts';
import { restoringOf, versionText } from './version-text.ts';

const NONE = (): Response =>
  refuse(404, '没有这个版本：可能已经清理掉了。', '请关掉“历史版本”，重新打开。');

const NO_TEXT = (): Response =>
  refuse(422, '这个版本的文件不是 UTF-8 的文字，读不出来。', '请选别的版本。');

/** @param key of the version; undefined for the list of all */
export async function answerVersions(
  article: ReadArticle,
  key: string | undefined,
  { site, content, snapshots }: { site: Seen['site']; content: string; snapshots: Snapshots },
): Promise<Response> {
  const { place } = article;
  const source = await readSource(place);
  const files = namesBeside(place);
  if (key === 'now') {
    if (source.text === undefined) return NO_TEXT();
    return answerJson(versionText(source, files) satisfies VersionText);
  }
  const list = await listVersions(content, place, source.bytes, snapshots, (id) =>
    site.texts.has(id),
  );
  if (key === undefined) {
    const { versions, note } = list;
    return answerJson({ versions, note } satisfies ArticleVersions);
  }
  const found = list.find(key);
  const was = found && (await textOf(found));
  if (!was) return NONE();
  const version = { source: sourceOf(was.bytes, place.file), files: was.files };
  if (version.source.text === undefined) return NO_TEXT();
  const state = site.stateOf(article);
  const wasPublished = state !== 'draft' && state !== 'new';
  const restoring = restoringOf(version, { source, files, wasPublished });
  const answer: VersionText = { ...versionText(version.source, version.files), restoring };
  return answerJson(answer);
}

/** Undefined where it cannot be had any more. */
async function textOf(
  found: FoundVersion,
): Promise<{ bytes: Buffer; files: readonly string[] } | undefined> {
  if ('snapshot' in found) {
    const { text, files } = found.snapshot;
    return { bytes: Buffer.from(text), files };
  }
  return committedText(found.top, found.commit).catch((error: unknown) => {
    if (error instanceof GitError) return undefined;
    throw error;
  });
}
