/**
 * What is kept of releases that are not live: one can go back to each of the last twenty, and a page that somebody opened
 * finds its scripts, pictures and search files for seven days.
 */
import { hash } from 'node:crypto';
import { needsText } from './history.ts';
import type { History, Needs, PastRelease } from './history.ts';

export const KEPT_RELEASES = 20;
export const KEPT_FOR_DAYS = 7;
const DAY_MS = 86_400_000;

/** What a publication does about older releases. */
export interface Retention {
  history: History;
  /** Texts that it names and that are new, by SHA-256. */
  texts: ReadonlyMap<string, string>;
  /** Files to be put aside before they are removed. */
  putAside: { path: string; sha256: string }[];
  /** What can go once the new root is there. */
  after: After;
}

export interface After {
  remove: string[];
  /** SHA-256 of what was put aside. */
  aside: string[];
  /** Names of parts. */
  parts: string[];
}

export interface Releases {
  history: History;
  needsOf(release: PastRelease): Promise<Needs>;
  /** Paths of the release that becomes live, and the parts of its manifest. */
  paths: { has(path: string): boolean };
  parts: Iterable<string>;
}

/** @param options.forgets nothing stays in its place for pages that are open: what was withdrawn must not be there */
export async function retain(
  releases: Releases,
  now: Date,
  { forgets = false } = {},
): Promise<Retention> {
  const { history, needsOf, paths } = releases;
  const inReach = new Set(history.slice(-KEPT_RELEASES));
  const old = history.filter(
    ({ until }) => now.getTime() - Date.parse(until) > KEPT_FOR_DAYS * DAY_MS,
  );
  const going = old.filter((release) => !inReach.has(release));
  const clearing = (forgets ? history : old).filter(
    (release) => !release.isCleared && !going.includes(release),
  );
  // The usual case: nothing is read.
  if (going.length + clearing.length === 0) {
    return { history, texts: new Map(), putAside: [], after: { remove: [], aside: [], parts: [] } };
  }
  const before = new Map(
    await Promise.all(
      history.map(async (release): Promise<[PastRelease, Needs]> => [
        release,
        await needsOf(release),
      ]),
    ),
  );
  const needs = (release: PastRelease): Needs => before.get(release) ?? NOTHING;
  const texts = new Map<string, string>();
  const kept = history
    .filter((release) => !going.includes(release))
    .map((release): [PastRelease, Needs] => {
      if (!clearing.includes(release)) return [release, needs(release)];
      const cleared = withoutLeft(needs(release));
      const text = needsText(cleared);
      const name = hash('sha256', text);
      texts.set(name, text);
      return [{ ...release, needs: name, isCleared: true }, cleared];
    });
  const neededPaths = new Set(kept.flatMap(([, { left }]) => left.map(([path]) => path)));
  const neededAside = new Set(kept.flatMap(([, { aside }]) => aside));
  const neededParts = new Set([
    ...releases.parts,
    ...kept.flatMap(([release, { parts }]) => [...parts, release.needs]),
  ]);
  const leaves = (release: PastRelease): [path: string, sha256: string][] =>
    needs(release).left.filter(([path]) => !paths.has(path) && !neededPaths.has(path));
  const but = (names: readonly string[], needed: ReadonlySet<string>): string[] =>
    [...new Set(names)].filter((name) => !needed.has(name));
  return {
    history: kept.map(([release]) => release),
    texts,
    putAside: clearing.flatMap(leaves).map(([path, sha256]) => ({ path, sha256 })),
    after: {
      remove: [...new Set([...going, ...clearing].flatMap(leaves).map(([path]) => path))],
      aside: but(
        going.flatMap((release) => needs(release).aside),
        neededAside,
      ),
      parts: but(
        [
          ...going.flatMap((release) => needs(release).parts),
          ...[...going, ...clearing].map((release) => release.needs),
        ],
        neededParts,
      ),
    },
  };
}

const NOTHING: Needs = { aside: [], parts: [], left: [] };

/** The same when what stays in its place no longer is put aside. */
function withoutLeft({ aside, parts, left }: Needs): Needs {
  return { aside: [...new Set([...aside, ...left.map(([, sha256]) => sha256)])], parts, left: [] };
}
