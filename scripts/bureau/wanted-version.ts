/** The version that somebody wants, as the engine's repository and the clones that are here know it. */
import { beijingTime } from '../../src/site/dates.ts';
import { askedVersion, newestVersion, readRefs, tagOf } from './engine-version.ts';
import type { Version } from './engine-version.ts';
import { askGit, sourceOf } from './fetch-engine.mjs';
import type { NamedEngine, NotFetched } from './fetch-engine.mjs';
import { keptEngines } from './kept-engines.mjs';

export interface WantedVersion {
  present: Version;
  wanted: Version;
}

/**
 * A commit whose clone is here needs no repository.
 * @param asked undefined for the newest
 */
export function wantedVersion(
  home: string,
  engine: NamedEngine,
  asked: string | undefined,
): WantedVersion | NotFetched {
  const { repository, commit } = engine;
  const kept = keptEngines(home);
  if (asked !== undefined) {
    const known = askedVersion(asked, [], kept);
    if (!('problem' in known)) return { present: { commit, name: '' }, wanted: known };
  }
  const listed = askGit(home, ['ls-remote', '--quiet', '--', sourceOf(home, repository)]);
  if (listed.failure) {
    const { kind, reason } = listed.failure;
    const what = kind === 'git' ? '问不到程序的仓库有哪些版本' : '没有问成程序的仓库';
    const remedy =
      kind === 'git'
        ? '请检查网络、package.json 里 engine 的仓库地址和权限，再运行一次'
        : '再运行一次';
    return { kind, problem: `${what}（${reason}）。${remedy}。` };
  }
  const refs = readRefs(listed.text);
  const wanted = asked === undefined ? newestVersion(refs) : askedVersion(asked, refs, kept);
  if (wanted === undefined) {
    return {
      kind: 'commit',
      problem: '程序的仓库是空的，没有版本。请核对 package.json 里的 engine。',
    };
  }
  if ('problem' in wanted) return { kind: 'commit', problem: wanted.problem };
  const name = wanted.name || tagOf(wanted.commit, refs);
  return {
    present: { commit, name: tagOf(commit, refs) },
    wanted: { ...wanted, name },
  };
}

/** `v1.2.0（1a2b3c4d，2026-11-20）`, of a version whose clone is here. */
export function describeVersion({ commit, name }: Version, folder: string): string {
  const day = beijingTime(committedAt(folder)).slice(0, 10);
  const short = commit.slice(0, 8);
  return name === '' ? `${short}（${day}）` : `${name}（${short}，${day}）`;
}

/** When the commit of a clone was made. */
export function committedAt(folder: string): Date {
  const { text } = askGit(folder, ['show', '--no-patch', '--format=%ct', 'HEAD']);
  return new Date(Number(text.trim()) * 1000);
}
