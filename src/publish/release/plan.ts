/** What a publication would write, keep and remove: the difference between what is live and what shall be. */
import { hash } from 'node:crypto';
import type { BuiltFiles } from '../../output/build-record.ts';
import type { LedgerParts } from '../ledger/ledger-parts.ts';
import { manifestTree } from '../manifest/manifest-tree.ts';
import type { Outgoing } from '../targets/target.ts';
import { historyText, needsText } from './history.ts';
import type { History, Needs, PastRelease } from './history.ts';
import type { TargetState } from './live-site.ts';
import { noticesText } from './notices.ts';
import type { Notices } from './notices.ts';
import { isHashed } from './order.ts';
import { retain } from './retention.ts';
import type { After } from './retention.ts';
import { rootText } from './root.ts';
import type { Root } from './root.ts';

/** A site that is to be live. */
export interface Release extends Pick<
  Root,
  'site' | 'commit' | 'isUncommitted' | 'engine' | 'aside' | 'again'
> {
  files: BuiltFiles;
  /** Every address that was ever published; without it the live site's stays. */
  ledger?: LedgerParts | undefined;
  notices?: Notices | undefined;
  /** Something was withdrawn: what left with it goes at once. */
  forgets?: boolean;
}

export interface Plan {
  /** Without `from` where the target has the bytes aside. */
  put: Pick<Outgoing, 'path' | 'sha256'>[];
  /** Before anything is replaced. */
  putAside: { path: string; sha256: string }[];
  /** New texts that are called by their SHA-256, in the order in which they are written. */
  texts: ReadonlyMap<string, string>;
  /** Names of all texts that the new root leads to. */
  names: ReadonlySet<string>;
  root: { text: string; sha256: string; sequence: number };
  after: After;
}

/**
 * Undefined when the target is as it shall be.
 * @param needsOf of a past release
 * @param options.sendsAll every file is sent, and every text of the record, whatever is live: some may be lost at the target
 */
export async function planRelease(
  release: Release,
  { live, found }: TargetState,
  needsOf: (release: PastRelease) => Promise<Needs>,
  now: Date,
  { sendsAll = false } = {},
): Promise<Plan | undefined> {
  const before: BuiltFiles = live?.files ?? new Map();
  const isDone = found !== undefined && found.pending.next === live?.sha256;
  const doubtful = doubtfulPaths({ live, found });
  const { files } = release;
  const tree = manifestTree(files);
  const ledger = release.ledger?.top ?? live?.root.ledger;
  const isSame =
    live?.root.top === tree.top &&
    live.root.engine === release.engine &&
    live.root.ledger === ledger;
  if (isSame && !found && !sendsAll) return undefined;

  const ofLedger = release.ledger?.texts.keys() ?? live?.ledger.names ?? [];
  const parts = new Set([...tree.parts.keys(), ...ofLedger]);
  const there = await stillThere(live?.history ?? [], needsOf);
  const put = [...files]
    .filter(([path, [, sha256]]) => {
      if (sendsAll || (doubtful.has(path) && !isHashed(path))) return true;
      // A hashed name has one content: who wrote it wrote the same.
      return before.get(path)?.[1] !== sha256 && there.get(path) !== sha256;
    })
    .map(([path, [, sha256]]) => ({ path, sha256 }));
  const left = [...before].filter(([path]) => !files.has(path));
  const replaced = put.flatMap(({ path }) => asItWas(path, before));
  const removed = left.map(([path, [, sha256]]) => ({ path, sha256 }));
  const putAside = [...replaced, ...removed].filter(
    // What was put aside before it became doubtful must not be exchanged for what is there now.
    ({ path, sha256 }) => !isHashed(path) && !doubtful.has(path) && sha256 !== files.get(path)?.[1],
  );
  const own: Needs = {
    aside: [
      ...new Set(
        [...replaced, ...removed].filter(({ path }) => !isHashed(path)).map(({ sha256 }) => sha256),
      ),
    ],
    parts: [...(live?.parts ?? [])].filter((part) => !parts.has(part)),
    left: removed.filter(({ path }) => isHashed(path)).map(({ path, sha256 }) => [path, sha256]),
  };
  const made = [...(release.ledger?.texts ?? []), ...tree.parts];
  const texts = new Map(made.filter(([name]) => sendsAll || live?.parts.has(name) !== true));
  const add = (text: string): string => {
    const name = hash('sha256', text);
    texts.set(name, text);
    return name;
  };
  const past: History = live
    ? [...live.history, pastRelease(live.root, now, add(needsText(own)))]
    : [];
  const kept = await retain(
    {
      history: past,
      needsOf: async (each) => (each.sequence === live?.root.sequence ? own : needsOf(each)),
      paths: files,
      parts,
    },
    now,
    { forgets: release.forgets ?? false },
  );
  for (const text of kept.texts.values()) add(text);
  if (sendsAll) {
    const older = kept.history.filter(({ needs }) => !texts.has(needs));
    for (const each of older) add(needsText(await needsOf(each)));
  }
  const history = add(historyText(kept.history));
  const notices = release.notices && noticesText(release.notices);
  const noticesName = notices === undefined ? undefined : hash('sha256', notices);
  const known = new Set([live?.root, ...kept.history].map((each) => each?.notices));
  if (notices !== undefined && (sendsAll || !known.has(noticesName))) add(notices);
  const sizes = [...files.values()].map(([, , size]) => size);
  const sequence = (live?.root.sequence ?? 0) + 1;
  const { site, commit, isUncommitted, engine, aside, again } = release;
  const text = rootText({
    site,
    sequence,
    time: now.toISOString(),
    commit,
    ...(isUncommitted ? { isUncommitted } : {}),
    engine,
    aside,
    files: files.size,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    top: tree.top,
    history,
    ...(ledger === undefined ? {} : { ledger }),
    previous: live?.sha256 ?? '',
    ...(noticesName === undefined ? {} : { notices: noticesName }),
    ...(again === undefined ? {} : { again }),
  });
  const oldHistory = live && live.root.history !== history ? [live.root.history] : [];
  const unfinished = isDone ? found.pending.after : NOTHING;
  // Not what the history counts on: sent again with everything else, it is in doubt, but what it was.
  const lost = [...doubtful].filter(
    (path) => !files.has(path) && !before.has(path) && !there.has(path),
  );
  const said = [{ notices: noticesName }, ...kept.history].flatMap((each) => each.notices ?? []);
  const oldNotices = past.flatMap((each) => each.notices ?? []);
  const needed = kept.history.map(({ needs }) => needs);
  const names = new Set([...parts, history, ...needed, ...said]);
  return {
    put,
    putAside: [...putAside, ...kept.putAside],
    texts,
    names,
    root: { text, sha256: hash('sha256', text), sequence },
    after: {
      remove: [
        ...removed.filter(({ path }) => !isHashed(path)).map(({ path }) => path),
        ...lost,
        ...[...unfinished.remove, ...kept.after.remove].filter((path) => !files.has(path)),
      ],
      aside: [
        ...unfinished.aside.filter((sha256) => !own.aside.includes(sha256)),
        ...kept.after.aside,
      ],
      parts: [...unfinished.parts, ...kept.after.parts, ...oldHistory, ...oldNotices].filter(
        (part) => !names.has(part) && !own.parts.includes(part),
      ),
    },
  };
}

const NOTHING: After = { remove: [], aside: [], parts: [] };

function asItWas(path: string, before: BuiltFiles): { path: string; sha256: string }[] {
  const file = before.get(path);
  return file ? [{ path, sha256: file[1] }] : [];
}

function pastRelease(root: Root, now: Date, needs: string): PastRelease {
  const { form: _, site: __, history: ___, previous: ____, ...about } = root;
  return {
    ...about,
    until: now.toISOString(),
    needs,
    isCleared: false,
  };
}

/** Files of hashed names that are at their places though nothing live asks for them: path → SHA-256. */
async function stillThere(
  history: History,
  needsOf: (release: PastRelease) => Promise<Needs>,
): Promise<Map<string, string>> {
  const there = new Map<string, string>();
  const open = history.filter(({ isCleared }) => !isCleared);
  for (const { left } of await Promise.all(open.map(needsOf)))
    for (const [path, sha256] of left) there.set(path, sha256);
  return there;
}

/** What a publication that was killed may have written: nobody knows what is there. */
export function doubtfulPaths({ live, found }: TargetState): Set<string> {
  const isDone = found !== undefined && found.pending.next === live?.sha256;
  return new Set(found && !isDone ? found.pending.paths : []);
}

/** Doubtful paths, and those that a publication whose root is live had still to remove: who is killed next must not forget them. */
export function unfinishedPaths(state: TargetState): Set<string> {
  const { live, found } = state;
  const isDone = found !== undefined && found.pending.next === live?.sha256;
  return isDone ? new Set(found.pending.after.remove) : doubtfulPaths(state);
}
