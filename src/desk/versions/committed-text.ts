/** An article as it was in a commit: its text, to the byte, and the names of what lay beside it. */
import { basename, dirname } from 'node:path/posix';
import { gitBytes } from '../../system/run-git.ts';
import { pathsOf, placeOfText } from './article-history.ts';
import type { CommittedVersion } from './article-history.ts';

export interface CommittedText {
  bytes: Buffer;
  files: string[];
}

/** Bytes: the desk saves no longer text. */
const LARGEST_TEXT = 16 * 1024 * 1024;

/**
 * @param top absolute path of the repository
 * @returns undefined where the article was not there then
 * @throws GitError
 */
export async function committedText(
  top: string,
  { commit, place }: Pick<CommittedVersion, 'commit' | 'place'>,
): Promise<CommittedText | undefined> {
  const listed = await gitBytes(top, [
    '--literal-pathspecs',
    'ls-tree',
    '-r',
    '-z',
    commit,
    '--',
    ...pathsOf(place),
  ]);
  const entries = listed
    .toString('utf8')
    .split('\0')
    .flatMap((entry) => {
      const [, blob = '', path = ''] = /^\d+ blob ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? [];
      return path === '' ? [] : [{ blob, path }];
    });
  const text = entries.find(({ path }) => placeOfText(path) === place);
  if (!text) return undefined;
  const bytes = await gitBytes(top, ['cat-file', 'blob', text.blob], { most: LARGEST_TEXT });
  const files = entries
    .filter(({ path }) => dirname(path) === place && placeOfText(path) !== place)
    .map(({ path }) => basename(path));
  return { bytes, files: files.filter((name) => !name.startsWith('.')) };
}
