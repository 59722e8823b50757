/** `check --changed`: the files that differ from where the work began, by git. */
import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Roots } from '../src/model/content.ts';

/** Why git cannot tell, in Chinese. */
export type Untold = { problem: string };

/**
 * The files of `content/` and `public/` that differ from the commit at which the branch left its upstream one; where it has
 * none, from the last commit. New files count, ignored ones do not.
 * @returns paths as staff see them
 */
export function changedFiles(roots: Roots): Set<string> | Untold {
  const above = realpathSync(dirname(roots.content));
  const top = git(above, ['rev-parse', '--show-toplevel']);
  if (top === undefined) {
    return { problem: '--changed 要用 git：这个文件夹不在 git 里，或者这台电脑没有装 git。' };
  }
  const folder = top.replace(/\r?\n$/, '');
  const base = baseOf(folder);
  if (typeof base === 'object') return base;
  const tracked =
    base === ''
      ? git(folder, ['ls-files', '-z', '--cached'])
      : git(folder, ['diff', '--name-only', '-z', '--no-renames', '--no-ext-diff', base, '--']);
  const added = git(folder, ['ls-files', '-z', '--others', '--exclude-standard']);
  if (tracked === undefined || added === undefined) {
    return { problem: '--changed：git 没有说出改动了哪些文件，请先运行 git status 看看。' };
  }
  const paths = `${tracked}${added}`.split('\0').filter((path) => path !== '');
  const holders = [roots.content, roots.public].map((root) => realAbove(root, above));
  return new Set(
    paths.flatMap((path) =>
      holders.map((holder) => relative(holder, join(folder, path)).split(sep).join('/')),
    ),
  );
}

/** Whether a finding of this file is one of the changed files: an article changes with what lies beside it. */
export function isChanged(file: string, changed: ReadonlySet<string>): boolean {
  if (changed.has(file)) return true;
  const [article] = /^[^/]+\/articles\/\d{4}\/[^/]+\/(?=index\.mdx?$)/.exec(file) ?? [];
  const folder = article ?? `${file}/`;
  return [...changed].some((path) => path.startsWith(folder));
}

/** The commit to compare with; an empty text where there is none yet. */
function baseOf(folder: string): string | Untold {
  if (git(folder, ['rev-parse', '--verify', '--quiet', 'HEAD']) === undefined) return '';
  const upstream = git(folder, ['rev-parse', '--verify', '--quiet', '@{upstream}']);
  if (upstream === undefined) return 'HEAD';
  const base = git(folder, ['merge-base', 'HEAD', '@{upstream}']);
  if (base !== undefined) return base.trim();
  return {
    problem:
      '--changed：找不到和上游分支分开的地方，多半是只下载了最近的提交：先运行 git fetch --unshallow。',
  };
}

/** `public/` may lie elsewhere, and need not be there. */
function realAbove(root: string, otherwise: string): string {
  try {
    return realpathSync(dirname(root));
  } catch {
    return otherwise;
  }
}

/** What git prints; undefined where it cannot, or is not there. */
function git(folder: string, words: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync('git', ['-c', 'core.fsmonitor=false', ...words], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return status === 0 ? stdout : undefined;
}
