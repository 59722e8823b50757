/** Where texts are under no git, what was changed is told by when the desk published last: it sends all that lies there. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { CACHE, HOME, siteName } from '../../system/project.ts';
import { writeAtomically } from '../../system/write-atomically.ts';
import { idOfPath } from './article-path.ts';

const fileOf = (content: string): string =>
  join(CACHE, 'desk-published', `${siteName(relative(HOME, content))}.txt`);

/** @param begun when the publication began, in milliseconds since 1970: what is saved meanwhile may have come too late */
export async function notePublished(content: string, begun: number): Promise<void> {
  await writeAtomically(fileOf(content), `${begun}\n`);
}

/** @returns names of articles of which a file is newer; none where the desk has published nothing */
export async function changedSincePublished(content: string): Promise<readonly string[]> {
  const begun = Number(await readFile(fileOf(content), 'utf8').catch(() => ''));
  if (!begun) return [];
  const names = await readdir(join(content, 'articles'), { recursive: true }).catch(() => []);
  const newer = await Promise.all(
    names.map(async (name) => {
      const stats = await stat(join(content, 'articles', name)).catch(() => undefined);
      return stats?.isFile() && stats.mtimeMs > begun ? `articles/${name}` : '';
    }),
  );
  return newer.flatMap((path) => idOfPath(path) ?? []);
}
