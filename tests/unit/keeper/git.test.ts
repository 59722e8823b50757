import { execFileSync } from 'node:child_process';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkOut, headOf, tipOf, upstreamOf } from '../../../src/keeper/git.ts';
import { aFolder, writeFiles } from '../../support/a-folder.ts';

const AUTHOR = ['-c', 'user.name=test', '-c', 'user.email=test@example.com'];
const git = (folder: string, ...words: string[]): string =>
  execFileSync('git', ['-C', folder, ...AUTHOR, ...words], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();

/** A remote with one commit, the clone of the machine, and that of somebody who pushes. */
async function clones() {
  const folder = await aFolder();
  const [remote = '', project = '', staff = ''] = ['remote', 'project', 'staff'].map((name) =>
    join(folder, name),
  );
  git(folder, 'init', '--quiet', '--bare', '--initial-branch=main', remote);
  git(folder, 'clone', '--quiet', remote, staff);
  git(staff, 'checkout', '--quiet', '-B', 'main');
  const push = async (text: string, ...options: string[]): Promise<string> => {
    await writeFiles(staff, { 'content/a.md': text, 'package-lock.json': '{}' });
    git(staff, 'add', '--all');
    git(staff, 'commit', '--quiet', '--allow-empty', '--message', text);
    git(staff, 'push', '--quiet', ...options, 'origin', 'main');
    return git(staff, 'rev-parse', 'HEAD');
  };
  const first = await push('one');
  git(folder, 'clone', '--quiet', remote, project);
  const checkout = join(folder, 'checkout');
  const upstream = { remote: 'origin', ref: 'refs/heads/main' };
  const text = () => readFile(join(checkout, 'content/a.md'), 'utf8');
  return { folder, remote, project, staff, checkout, upstream, push, first, text };
}

describe('the checkout', () => {
  it('follows the branch, whatever was done to it or to the clone', async () => {
    const { project, staff, checkout, upstream, push, first, text } = await clones();
    expect(await upstreamOf(project)).toEqual(upstream);
    expect(await headOf(checkout)).toBeUndefined();
    expect(await tipOf(project, upstream)).toBe(first);
    await checkOut(project, checkout, upstream, first);
    expect([await headOf(checkout), await text()]).toEqual([first, 'one']);

    // Somebody writes in the clone without committing, and something is left in the checkout.
    await writeFile(join(project, 'content/a.md'), 'by hand');
    await writeFiles(checkout, { 'content/a.md': 'by hand', 'content/left.md': '' });
    const second = await push('two');
    await checkOut(project, checkout, upstream, second);
    expect([await text(), git(checkout, 'status', '--porcelain')]).toEqual(['two', '']);
    expect(await readFile(join(project, 'content/a.md'), 'utf8')).toBe('by hand');
    expect(git(project, 'rev-parse', 'HEAD', 'origin/main')).toBe(`${first}\n${first}`);

    // History is written anew.
    git(staff, 'reset', '--quiet', '--hard', first);
    const other = await push('other', '--force');
    expect(await tipOf(project, upstream)).toBe(other);
    await checkOut(project, checkout, upstream, other);
    expect(await text()).toBe('other');
  });

  it('is made whole where git was killed in it, and where it was removed', async () => {
    const { project, checkout, upstream, push, first, text } = await clones();
    await checkOut(project, checkout, upstream, first);
    const own = git(checkout, 'rev-parse', '--absolute-git-dir');
    for (const lock of ['index.lock', 'HEAD.lock']) await writeFile(join(own, lock), '');
    const second = await push('two');
    await checkOut(project, checkout, upstream, second);
    expect(await text()).toBe('two');
    await rm(checkout, { recursive: true });
    await checkOut(project, checkout, upstream, second);
    expect(await text()).toBe('two');
    await rm(join(checkout, '.git'));
    await checkOut(project, checkout, upstream, first);
    expect(await text()).toBe('one');
  });
});

describe('what git cannot do', () => {
  it('a remote that is gone, and a branch that is', async () => {
    const { remote, project, upstream } = await clones();
    const branch = { remote: 'origin', ref: 'refs/heads/other' };
    await expect(tipOf(project, branch)).rejects.toThrow('origin 上没有 refs/heads/other 这个分支');
    await rename(remote, `${remote}-gone`);
    await expect(tipOf(project, upstream)).rejects.toThrow(/^fatal: .*remote/);
  });

  it('is told without the password of an address', async () => {
    const { project, upstream } = await clones();
    git(project, 'remote', 'set-url', 'origin', 'http://user:secret-word@127.0.0.1:1/a.git');
    const error = await tipOf(project, upstream).catch(String);
    expect(error).toContain('127.0.0.1:1/a.git');
    expect(error).not.toContain('secret-word');
  });

  it('no remote at all', async () => {
    const { project } = await clones();
    git(project, 'checkout', '--quiet', '-b', 'mine');
    expect(await upstreamOf(project)).toBeUndefined();
    expect(await upstreamOf(await aFolder())).toBeUndefined();
  });
});
