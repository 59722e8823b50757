/** A branch of one article, of a bureau that is reached through a symbolic link. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pushBranch } from '../../../../src/desk/server/push-branch.ts';
import { aText } from '../../../support/a-bureau.ts';
import { committedBureau } from '../../../support/a-desk.ts';
import { writeFiles } from '../../../support/a-folder.ts';

it('holds the article, one that is gone too, and is refused where it would hold none', async () => {
  const { folder, git } = await committedBureau({
    'content/articles/2026/20261109-b.md': aText('2026-11-09'),
  });
  const away = await mkdtemp(join(tmpdir(), 'linked-'));
  const remote = join(away, 'remote');
  execFileSync('git', ['init', '-q', '--bare', '-b', 'main', remote]);
  git('remote', 'add', 'origin', remote);
  git('push', '-q', '-u', 'origin', 'main');
  const linked = join(away, 'bureau');
  await symlink(folder, linked);
  const content = join(linked, 'content');
  const path = (id: string): string => join(content, 'articles/2026', `${id}.md`);
  await writeFiles(folder, { 'content/articles/2026/20261110-a.md': aText('2026-11-10') });
  await rm(path('20261109-b'));
  git('add', '-A');
  git('commit', '-qm', '稿件');
  const push = (name: string, paths: string[]): Promise<string> =>
    pushBranch(content, paths, {
      commit: git('rev-parse', 'HEAD'),
      message: `发布：${name}`,
      name,
      remote: 'origin',
      timeout: 30_000,
    });
  const changed = (branch: string): string =>
    execFileSync('git', ['-C', remote, 'diff', '--name-status', `main...${branch}`], {
      encoding: 'utf8',
    }).trim();
  expect(changed(await push('20261110-a', [path('20261110-a')]))).toBe(
    'A\tcontent/articles/2026/20261110-a.md',
  );
  expect(changed(await push('20261109-b', [path('20261109-b')]))).toBe(
    'D\tcontent/articles/2026/20261109-b.md',
  );
  await expect(push('20261108-c', [path('20261108-c')])).rejects.toThrow('没有它的文件');
  await rm(folder, { recursive: true });
  await rm(away, { recursive: true });
});
