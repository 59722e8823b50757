/** A copy of the project as a host clones it, with a bureau of its own. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PROJECT } from '../../src/system/project.ts';

/**
 * Copies what git knows of the working tree: nothing that is installed, built or kept.
 * @param folder is made
 * @param bureau a folder with `content/` and `public/` to stand in for the project's own
 */
export function copyProject(folder: string, bureau?: string): void {
  const listed = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    {
      cwd: PROJECT,
      encoding: 'utf8',
      maxBuffer: 100_000_000,
    },
  );
  const own = (path: string): boolean => /^(?:content|public)\//.test(path);
  for (const path of listed.split('\0').filter((name) => name !== '')) {
    if ((bureau && own(path)) || !existsSync(join(PROJECT, path))) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(PROJECT, path), join(folder, path));
  }
  if (!bureau) return;
  for (const part of ['content', 'public']) {
    rmSync(join(folder, part), { recursive: true, force: true });
    cpSync(join(bureau, part), join(folder, part), { recursive: true });
  }
}
