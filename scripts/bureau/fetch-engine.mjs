/**
 * The engine of the version that a bureau's folder names, as git gives it. Runs on any Node from 20 on, and imports nothing of the
 * engine's.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { engineFolder, isCommit } from './kept-engines.mjs';

/**
 * What `package.json` says of the engine.
 * @typedef {object} NamedEngine
 * @property {string} repository an address, or a folder, also one relative to the bureau's
 * @property {string} commit its whole name
 */

/**
 * Why there is none, in Chinese, with a remedy: the repository does not answer, has no such commit, or the machine cannot.
 * @typedef {{ problem: string, kind: 'git' | 'commit' | 'machine' }} NotFetched
 */

const DISK_FULL = '磁盘满了，请腾出空间';
/** @type {Record<NotFetched['kind'], (reason: string) => string>} */
const REMEDIES = {
  git: (reason) => `请检查网络、仓库的地址和权限，再运行一次（${reason}）。`,
  commit: () => '仓库里没有这个版本，请核对提交号。',
  machine: (reason) => `${reason}，再运行一次。`,
};
/** Of the repository for which a hook of git runs: a clone is another one. */
const OF_A_HOOK = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_COMMON_DIR'];

/**
 * What `package.json` of a bureau's folder says; undefined where it is no whole answer.
 * @param {string} home
 * @returns {NamedEngine | undefined}
 */
export function namedEngine(home) {
  try {
    const { engine } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
    const { repository, commit } = engine ?? {};
    const isWhole = typeof repository === 'string' && repository !== '' && isCommit(commit);
    return isWhole ? { repository, commit } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Where git finds a repository.
 * @param {string} home
 * @param {string} repository
 */
export function sourceOf(home, repository) {
  return existsSync(resolve(home, repository)) ? resolve(home, repository) : repository;
}

/**
 * Runs git, which asks at the terminal for a password that it needs.
 * @param {string} folder
 * @param {string[]} words
 * @returns {{ text: string, failure?: { kind: 'git' | 'machine', reason: string } }} what it printed, or why it failed
 */
export function askGit(folder, words) {
  const env = { ...process.env, LC_ALL: 'C' };
  for (const name of OF_A_HOOK) delete env[name];
  const { status, stdout, stderr, error } = spawnSync('git', ['-C', folder, ...words], {
    env,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (status === 0) return { text: stdout };
  if (error && 'code' in error && error.code === 'ENOENT') {
    return { text: '', failure: { kind: 'machine', reason: '这台电脑没有装 git，请先安装' } };
  }
  if (/No space left on device|Disk quota exceeded|Out of diskspace/.test(stderr)) {
    return { text: '', failure: { kind: 'machine', reason: DISK_FULL } };
  }
  const lines = (stderr ?? '').trim().split('\n');
  const told = lines.find((line) => /^(?:fatal|error|ssh):/.test(line)) ?? lines.at(-1) ?? '';
  return { text: '', failure: { kind: 'git', reason: withoutPassword(told).slice(0, 300) } };
}

/**
 * The folder of an engine, which is fetched where it is not there: whole or not at all.
 * @param {string} home
 * @param {NamedEngine} engine
 * @param {() => void} onFetch called before it is fetched
 * @returns {{ folder: string } | NotFetched}
 */
export function fetchEngine(home, { repository, commit }, onFetch) {
  const folder = engineFolder(home, commit);
  if (existsSync(folder)) return { folder };
  onFetch();
  const making = `${folder}.${process.pid}`;
  try {
    mkdirSync(making, { recursive: true });
    const failure = clone(making, sourceOf(home, repository), commit);
    if (failure) {
      const what = `没有取到程序：${withoutPassword(repository)} 的 ${commit}`;
      return { kind: failure.kind, problem: `${what}。${REMEDIES[failure.kind](failure.reason)}` };
    }
    renameSync(making, folder);
  } catch (error) {
    // Another command may have been quicker.
    if (existsSync(folder)) return { folder };
    const reason = reasonOf(error);
    if (reason === undefined) throw error;
    return { kind: 'machine', problem: `没有取到程序。${REMEDIES.machine(reason)}` };
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
  return { folder };
}

/**
 * @param {string} folder
 * @param {string} source
 * @param {string} commit
 * @returns {{ kind: NotFetched['kind'], reason: string } | undefined} why it failed
 */
function clone(folder, source, commit) {
  const { failure } = askGit(folder, ['init', '--quiet']);
  if (failure) return ofTheDisk(failure);
  const whole = ['+refs/heads/*:refs/fetched/*', '+refs/tags/*:refs/tags/*'];
  const one = askGit(folder, ['fetch', '--quiet', '--depth', '1', '--', source, commit]);
  // Not every host gives a commit by its name.
  if (one.failure?.kind === 'machine') return one.failure;
  const all = one.failure && askGit(folder, ['fetch', '--quiet', '--', source, ...whole]).failure;
  if (all) return all;
  const absent = askGit(folder, ['cat-file', '-e', `${commit}^{commit}`]).failure;
  if (absent) return { ...absent, kind: 'commit' };
  const out = askGit(folder, ['checkout', '--quiet', '--detach', commit]).failure;
  return out && ofTheDisk(out);
}

/**
 * What git does in its own folder fails by the machine.
 * @param {{ kind: 'git' | 'machine', reason: string }} failure
 * @returns {{ kind: 'machine', reason: string }}
 */
function ofTheDisk({ kind, reason }) {
  if (kind === 'machine') return { kind, reason };
  const what = `写不进 .cache 文件夹（${reason}），请检查磁盘的空间和权限`;
  return { kind: 'machine', reason: what };
}

/** @param {unknown} error */
function reasonOf(error) {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (['ENOSPC', 'EDQUOT'].includes(code)) return DISK_FULL;
  return ['EACCES', 'EPERM', 'EROFS'].includes(code)
    ? '没有读写 .cache 文件夹的权限，请管理员检查'
    : undefined;
}

/** @param {string} text */
function withoutPassword(text) {
  return text.replaceAll(/\/\/[^/\s]*@/g, '//');
}
