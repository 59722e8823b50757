/** `npm run check` on the content of a folder, as staff run it. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const PROJECT = join(import.meta.dirname, '../..');

export interface Ended {
  code: number | null;
  out: string;
  error: string;
}

/** @param folder above `content/` and `public/` @param words further options */
export function runCheck(folder: string, ...words: string[]): Ended {
  const places = ['--content', join(folder, 'content'), '--public', join(folder, 'public')];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(PROJECT, 'scripts/check.ts'), ...places, '--now', '2026-11-25 09:00', ...words],
    { cwd: PROJECT, encoding: 'utf8', input: '' },
  );
  return { code: status, out: stdout, error: stderr };
}
