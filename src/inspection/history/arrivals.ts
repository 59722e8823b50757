/** The day on which what was committed came to where it is published: with the merge that brought it, not when it was written. */
import { beijingTime } from '../../site/dates.ts';
import { git } from '../../system/run-git.ts';
import { PATIENCE_MS } from './git-log.ts';

export interface Arrival {
  /** The commit of the published branch with which it came: itself, or the merge. */
  commit: string;
  day: string;
}

/** By commit. */
export type Arrivals = ReadonlyMap<string, Arrival>;

interface Commit {
  day: string;
  parents: readonly string[];
  subject: string;
}

/** @param content absolute path of the content folder @throws GitError */
export async function readArrivals(content: string): Promise<Arrivals> {
  const format = '--format=%H%x09%ct%x09%P%x09%s';
  const log = await git(content, ['--no-replace-objects', 'log', format], PATIENCE_MS);
  return arrivalsOf(log);
}

/** @param log a line a commit, the newest first: its name, its seconds, its parents, its subject, with tabs between them */
export function arrivalsOf(log: string): Arrivals {
  const commits = new Map<string, Commit>();
  let head: string | undefined;
  for (const line of log.split('\n')) {
    const [name = '', seconds = '', parents = '', subject = ''] = line.split('\t');
    if (name === '') continue;
    head ??= name;
    const day = beijingTime(new Date(Number(seconds) * 1000)).slice(0, 10);
    commits.set(name, { day, parents: parents.split(' ').filter(Boolean), subject });
  }
  const arrivals = new Map<string, Arrival>();
  for (const commit of mainLine(commits, head)) {
    const { day = '' } = commits.get(commit) ?? {};
    const waiting = [commit];
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      if (arrivals.has(name)) continue;
      arrivals.set(name, { commit, day });
      waiting.push(...(commits.get(name)?.parents ?? []));
    }
  }
  return arrivals;
}

/** The published branch, the oldest first. */
function mainLine(commits: ReadonlyMap<string, Commit>, head: string | undefined): string[] {
  const line: string[] = [];
  for (let name = head; name !== undefined;) {
    line.push(name);
    const { parents = [], subject = '' } = commits.get(name) ?? {};
    name = bringsMain(subject) ? (parents[1] ?? parents[0]) : parents[0];
  }
  return line.toReversed();
}

/** `main`, or the branch itself by whatever name, as `git pull` says it; a name with a slash is one of a remote only there. */
const BRINGS_MAIN =
  /^Merge (?:branch '|remote-tracking branch '[^'/]+\/)(?:(?:main|master)'|([^']+)'(?: of .+)? into \1$)/;

/** Whoever fetches what was published beneath his own work (`git pull`) has it as the second parent. */
function bringsMain(subject: string): boolean {
  return BRINGS_MAIN.test(subject);
}
