/** Of which commit texts are. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { SiteOptions } from '../output/options.ts';
import { LEDGER } from '../site/ledger/ledger-line.ts';

export interface CommitOfTexts {
  /** '' where there is no git or no commit, and where something was changed and not committed. */
  commit: string;
  isUncommitted?: true;
}

/** What is checked out, where the texts are what was committed. */
export function commitOf({ roots }: Pick<SiteOptions, 'roots'>): CommitOfTexts {
  const commit = git(roots.content, ['rev-parse', 'HEAD'])?.trim() ?? '';
  if (commit === '') return { commit };
  return isCommitted(roots) ? { commit } : { commit: '', isUncommitted: true };
}

/** The ledger of addresses aside, which publications write. */
function isCommitted({ content, public: files }: SiteOptions['roots']): boolean {
  const isClean = (folder: string, ...but: string[]): boolean =>
    !existsSync(folder) || git(folder, ['status', '--porcelain', '--', '.', ...but]) === '';
  return isClean(content, `:(exclude)${LEDGER}`) && isClean(files);
}

/** What it prints; undefined when it fails. */
function git(folder: string, command: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync('git', ['-C', folder, ...command], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 64 * 1024 * 1024,
  });
  return status === 0 ? stdout : undefined;
}
