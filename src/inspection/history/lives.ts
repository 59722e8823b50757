/** The lives of articles: from the commit that added one, by whatever names, to the one that deleted it. */
import type { CommitFacts, FileChange, LoggedCommit } from './git-log.ts';

export interface Version {
  facts: CommitFacts;
  /** Blobs before, one for each parent of the commit; none where it came. */
  olds: readonly string[];
  id: string;
}

export interface Life {
  /** The name of now; '' of one that is deleted. */
  path: string;
  added?: CommitFacts;
  last: CommitFacts;
  /** The newest first. */
  versions: Version[];
  /** The blob that was deleted. */
  end: string;
  /** The life before under the same name. */
  before?: Life;
  /** Names that it got by a renaming: who had them earlier is another. */
  got: Set<string>;
}

/** @param log from the newest to the oldest, so that names are followed backwards */
export function livesOf(log: readonly LoggedCommit[]): Life[] {
  const lives: Life[] = [];
  /** By a name of then. */
  const now = new Map<string, Life>();
  const begin = (name: string, facts: CommitFacts, { path = '', end = '' }): Life => {
    const life: Life = { path, end, last: facts, versions: [], got: new Set() };
    lives.push(life);
    now.set(name, life);
    return life;
  };
  for (const { facts, files } of log) {
    for (const file of files) {
      const { path } = file;
      const known = now.get(path);
      if (/^D+$/.test(file.states)) {
        const [{ id: end = '' } = {}] = file.before;
        // One that is there and was not added since was deleted on another branch.
        if (!known) begin(path, facts, { end });
        else if (known.added || known.got.has(path)) {
          known.before = begin(path, facts, { end });
        }
        continue;
      }
      change(known ?? begin(path, facts, { path }), file, facts, now);
    }
  }
  return lives;
}

function change(life: Life, file: FileChange, facts: CommitFacts, now: Map<string, Life>): void {
  const { states, path, before, id } = file;
  const isNew = /^A+$/.test(states);
  const olds = before.map((each) => each.id).filter((old) => /[^0]/.test(old));
  life.versions.push({ facts, olds: isNew ? [] : olds, id });
  if (isNew) life.added = facts;
  for (const [parent, { path: name }] of before.entries()) {
    if (states[parent] !== 'R' || name === path) continue;
    now.set(name, life);
    life.got.add(path);
  }
}
