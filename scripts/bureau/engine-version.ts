/** Which commit of the engine's repository a version is: a tag, a branch, a commit, or the newest there is. */
import { nearest } from '../../src/model/nearest.ts';

/** A name of the repository and the commit that it stands for. */
export interface Ref {
  /** `HEAD`, `refs/tags/v1.2.0`, `refs/heads/main` */
  name: string;
  commit: string;
}

export interface Version {
  commit: string;
  /** As people call it, `v1.2.0` or `main`; '' where it is a commit and no more. */
  name: string;
}

const TAG = 'refs/tags/';
const BRANCH = 'refs/heads/';
/** Of an annotated tag: the commit that it is of. */
const PEELED = '^{}';
/** A release: three numbers, with or without a `v`. One with anything behind is a trial, `v2.0.0-rc.1`. */
const RELEASE = /^v?(\d+)\.(\d+)\.(\d+)$/;
/** Fewer digits of a commit are an accident. */
const COMMIT_BEGINNING = /^[0-9a-f]{7,64}$/;
const NAMED_AT_MOST = 5;

/** What `git ls-remote` lists; an annotated tag stands for its commit. */
export function readRefs(listed: string): Ref[] {
  const refs = new Map<string, string>();
  for (const line of listed.split('\n')) {
    const [commit = '', name = ''] = line.split('\t');
    if (name === '') continue;
    refs.set(name.endsWith(PEELED) ? name.slice(0, -PEELED.length) : name, commit);
  }
  return [...refs].map(([name, commit]) => ({ name, commit }));
}

/**
 * The newest release: the tag with the highest three numbers. A repository that tags no release has none but what its main
 * branch is at.
 */
export function newestVersion(refs: readonly Ref[]): Version | undefined {
  const [newest] = releases(refs);
  if (newest) return newest;
  const head = refs.find(({ name }) => name === 'HEAD');
  if (!head) return undefined;
  const branches = refs.filter(({ name }) => name.startsWith(BRANCH));
  const main = branches.find(({ commit }) => commit === head.commit);
  return { commit: head.commit, name: main ? main.name.slice(BRANCH.length) : '' };
}

/**
 * What somebody asked for: a tag before a branch of the same name, or a commit, of which the beginning will do where it is kept
 * or something is called by it.
 * @param kept whole commits that are there already
 */
export function askedVersion(
  asked: string,
  refs: readonly Ref[],
  kept: readonly string[],
): Version | { problem: string } {
  for (const kind of [TAG, BRANCH]) {
    const ref = refs.find(({ name }) => name === kind + asked);
    if (ref) return { commit: ref.commit, name: asked };
  }
  const digits = asked.toLowerCase();
  if (COMMIT_BEGINNING.test(digits)) {
    const known = new Set([...kept, ...refs.map(({ commit }) => commit)]);
    const meant = [...known].filter((commit) => commit.startsWith(digits));
    if (meant.length === 1 && meant[0] !== undefined) return { commit: meant[0], name: '' };
    if (/^(?:.{40}|.{64})$/.test(digits)) return { commit: digits, name: '' };
    return { problem: `提交号「${asked}」不够长，不知道是哪一个：请写全 40 位。` };
  }
  const names = refs.flatMap(({ name }) =>
    [TAG, BRANCH].filter((kind) => name.startsWith(kind)).map((kind) => name.slice(kind.length)),
  );
  const meant = nearest(asked, names);
  const newest = [...releases(refs).map(({ name }) => name), ...names];
  const some = [...new Set(newest)].slice(0, NAMED_AT_MOST).join('、');
  const hint = meant === undefined ? '' : `是不是「${meant}」？`;
  return {
    problem: `程序的仓库里没有「${asked}」这个版本。${hint}有：${some || '没有标签和分支'}。`,
  };
}

/** The tag of a commit; '' where it has none. */
export function tagOf(commit: string, refs: readonly Ref[]): string {
  const own = refs.find((ref) => ref.commit === commit && ref.name.startsWith(TAG));
  return own?.name.slice(TAG.length) ?? '';
}

/** The highest first. */
function releases(refs: readonly Ref[]): Version[] {
  return refs
    .filter(({ name }) => name.startsWith(TAG))
    .map(({ name, commit }) => ({ commit, name: name.slice(TAG.length) }))
    .filter(({ name }) => RELEASE.test(name))
    .toSorted((a, b) => byNumbers(numbersOf(b.name), numbersOf(a.name)));
}

function numbersOf(name: string): number[] {
  return (RELEASE.exec(name) ?? []).slice(1).map(Number);
}

function byNumbers(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((number, index) => number !== b[index]);
  return place === -1 ? 0 : (a[place] ?? 0) - (b[place] ?? 0);
}
