/** Whether texts are older than what is live: then what was withdrawn since must not become public again unasked. */
import { spawnSync } from 'node:child_process';
import type { Root } from '../publish/release/root.ts';

/** Texts that are older than the live site would make public again what it has withdrawn. */
export class OlderTextsError extends Error {
  readonly code = 'EOLDERTEXTS';
  /** Address of the site, and paths of the pages. */
  readonly site: string;
  readonly pages: readonly string[];

  constructor(site: string, pages: readonly string[]) {
    super('older texts would take back what was withdrawn');
    this.site = site;
    this.pages = pages;
  }
}

/**
 * False where the live commit is in the history of what is checked out. Where git does not say, since pipelines fetch no history,
 * what was committed after the live site was published is newer than it.
 * @param folder of the texts; true where it has no git
 */
export function areOlder(folder: string, { commit, time }: Pick<Root, 'commit' | 'time'>): boolean {
  const git = (...command: string[]) =>
    spawnSync('git', ['-C', folder, ...command], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  const ancestry = commit === '' ? null : git('merge-base', '--is-ancestor', commit, 'HEAD').status;
  if (ancestry === 0) return false;
  const isWhole = git('rev-parse', '--is-shallow-repository').stdout?.trim() === 'false';
  if (ancestry === 1 && isWhole) return true;
  const committed = git('log', '-1', '--format=%cI').stdout?.trim();
  return !committed || Date.parse(committed) < Date.parse(time);
}
