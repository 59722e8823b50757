/** Where nobody may push to the branch that the site is made of: each article waits on its own to be merged. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { aText } from '../../../support/a-bureau.ts';
import { anOffice } from '../../../support/an-office.ts';

const ID = '20261110-a';
const ARTICLE = `content/articles/2026/${ID}.md`;

it('where nobody may push to main, the article goes on a branch of its own', async () => {
  const office = await anOffice({
    [ARTICLE]: aText('2026-11-10', ['draft: true']),
    'content/articles/2026/20261111-b.md': aText('2026-11-11', ['draft: true']),
  });
  const remote = await mkdtemp(join(tmpdir(), 'remote-'));
  execFileSync('git', ['init', '-q', '--bare', '-b', 'main', remote]);
  // A relative address is one from the working folder.
  office.git('remote', 'add', 'origin', join('..', basename(remote)));
  office.git('push', '-q', '-u', 'origin', 'main');
  const hook =
    '#!/bin/sh\n[ "$1" = refs/heads/main ] && echo "main is protected" >&2 && exit 1\nexit 0\n';
  await writeFile(join(remote, 'hooks/update'), hook, { mode: 0o755 });
  const issuer = await office.signIn('周明远');
  for (const id of [ID, '20261111-b']) {
    const { etag } = (await issuer.ask('GET', `articles/${id}`)).json;
    const { json } = await issuer.ask('POST', `articles/${id}/publish`, {}, { 'if-match': etag });
    expect(json.done[1]).toBe(`单位的代码仓库不让直接改主分支，稿件已提交到分支 gaojian/${id}。`);
    const there = execFileSync(
      'git',
      ['-C', remote, 'diff', '--name-only', `main...gaojian/${id}`],
      { encoding: 'utf8' },
    );
    expect(there.trim()).toBe(`content/articles/2026/${id}.md`);
  }
  const states = async (): Promise<string[]> =>
    (await issuer.ask('GET', 'desk')).json.articles.map(
      ({ id, state }: { id: string; state: string }) => `${id} ${state}`,
    );
  expect(await states()).toEqual(['20261111-b waiting', `${ID} waiting`]);
  // Readers get it once somebody merges it, as a commit of another name.
  execFileSync('git', ['-C', remote, 'update-ref', 'refs/heads/main', `refs/heads/gaojian/${ID}`]);
  office.git('fetch', '-q');
  expect(await states()).toEqual(['20261111-b waiting', `${ID} published`]);
  expect(office.git('status', '--porcelain')).toBe('');
  expect(office.git('worktree', 'list').split('\n')).toHaveLength(1);
  await office.close();
});
