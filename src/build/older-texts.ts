/** Whether texts are older than what is live: then what was withdrawn since must not become public again unasked. */
import { spawnSync } from 'node:child_process';
import type { Root } from '../publish/release/root.ts';
import { commitSeen } from '../publish/release/seen.ts';
import type { Target } from '../publish/targets/target.ts';

/** Texts that are older than the live site would make public again what it has withdrawn. */
export class OlderTextsError extends Error {
  readonly code = 'EOLDERTEXTS';
  /** Address of the site, and paths of the pages. */
  readonly site: string;
  readonly pages: readonly string[];
  /** What is live was never committed: nobody knows which is older. */
  readonly isUncommitted: boolean;

  constructor(site: string, pages: readonly string[], isUncommitted: boolean) {
    super('older texts would take back what was withdrawn');
    this.site = site;
    this.pages = pages;
    this.isUncommitted = isUncommitted;
  }
}

/**
 * @param folder of the texts
 * @param pages what they would make public again
 * @throws OlderTextsError
 */
export async function refuseOlder(
  folder: string,
  target: Pick<Target, 'read'>,
  { site, time, commit, isUncommitted, sequence }: Root,
  pages: readonly string[],
): Promise<void> {
  // The same texts may have been committed since: whoever published these found nothing to do.
  const known = isUncommitted ? await commitSeen(target, sequence) : commit;
  const isNowhere = isUncommitted === true && known === '';
  if (isNowhere || areOlder(folder, { commit: known, time })) {
    throw new OlderTextsError(site, pages, isNowhere);
  }
}

/**
 * False where the live commit is in the history of what is checked out, true where there is a whole one without it. Where git does not
 * say, since pipelines fetch no history, what was committed after the live site was published is newer than it.
 * @param folder of the texts; true where it has no git
 */
export function areOlder(folder: string, { commit, time }: Pick<Root, 'commit' | 'time'>): boolean {
  const git = (...command: string[]) =>
    spawnSync('git', ['-C', folder, ...command], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  if (commit !== '') {
    if (git('merge-base', '--is-ancestor', commit, 'HEAD').status === 0) return false;
    const isWhole = git('rev-parse', '--is-shallow-repository').stdout?.trim() === 'false';
    // Also where it knows no such commit: whoever has not fetched it commits after it all the same.
    if (isWhole) return true;
  }
  // Operators who have signatures shown would get more than the time.
  const { stdout } = git('log', '-1', '--no-show-signature', '--format=%cI');
  const committed = Date.parse((stdout ?? '').trim());
  return Number.isNaN(committed) || committed < Date.parse(time);
}
