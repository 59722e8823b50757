/** What is committed, in a folder of its own: of several people, somebody is always in the middle of a text that readers have. */
import { existsSync } from 'node:fs';
import { copyFile, realpath } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { checkOut } from '../../keeper/git.ts';
import type { Roots } from '../../model/content.ts';
import { ledgerPath } from '../../site/ledger/ledger-line.ts';
import { siteCache } from '../../system/project.ts';
import { git } from '../../system/run-git.ts';

/**
 * The same folders as they are in a commit.
 * @param roots below a folder that is under git
 * @throws GitError
 */
export async function committedRoots(roots: Roots, commit: string): Promise<Roots> {
  const top = await git(roots.content, ['rev-parse', '--show-toplevel']);
  const folder = join(siteCache(roots), 'committed');
  // The commit is here: no remote is asked for it.
  await checkOut(top, folder, { remote: '', ref: '' }, commit);
  const within = async (path: string): Promise<string> =>
    join(folder, relative(await realpath(top), await realpath(path)));
  const isTracked = await git(top, ['ls-files', '--', roots.public]).then(
    (listed) => listed !== '',
    () => false,
  );
  return {
    content: await within(roots.content),
    // Where public/ is not under git, it is what it is.
    public: isTracked ? await within(roots.public) : roots.public,
  };
}

/**
 * Takes over the addresses that a publication has recorded there, unless somebody changed the ledger here meanwhile.
 * @returns whether there were any
 */
export async function takeLedger(committed: Roots, roots: Roots): Promise<boolean> {
  const [from, to] = [ledgerPath(committed), ledgerPath(roots)];
  if (from === to || !existsSync(from)) return false;
  const status = ['status', '--porcelain', '--', to];
  if ((await git(roots.content, status)) !== '') return false;
  await copyFile(from, to);
  return (await git(roots.content, status)) !== '';
}
