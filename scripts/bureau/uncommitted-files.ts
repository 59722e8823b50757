import { askGit } from './fetch-engine.mjs';

/**
 * Those of these files whose last change git does not have: once they are exchanged nobody could go back to it.
 * @param folder absolute path; where it is in no repository, there is nothing to lose to git
 */
export function uncommittedFiles(folder: string, paths: readonly string[]): string[] {
  const words = ['status', '--porcelain', '-z', '--no-renames', '--untracked-files=all', '--'];
  const { text } = askGit(folder, [...words, ...paths]);
  return text
    .split('\0')
    .filter((entry) => entry !== '')
    .map((entry) => entry.slice('XY '.length));
}
