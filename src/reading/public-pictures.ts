/** Pictures and films that the bureau puts into public/ itself: they are published without their place, too. */
import { statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { contentKind } from '../attachments/content-kind.ts';
import { uncleanProblem } from '../attachments/judge-file.ts';
import { kindProblem } from '../attachments/refused-kinds.ts';
import { withSource } from '../images/byte-source.ts';
import type { ByteSource } from '../images/byte-source.ts';
import { isCleaned } from '../images/clean/clean-pieces.ts';
import type { FileProblem } from '../model/file-problem.ts';
import type { Issue } from '../model/issue.ts';
import type { FileMemory } from './file-memory.ts';

/** Those that it cannot be taken out of. */
export async function checkPublicPictures(folder: string, memory: FileMemory): Promise<Issue[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const issues: Issue[] = [];
  for (const entry of entries) {
    if (!entry.isFile() || !isCleaned(entry.name) || entry.name.startsWith('.')) continue;
    const path = join(entry.parentPath, entry.name);
    const problem = await memory.problem(
      path,
      statSync(path),
      async () => withSource(path, publicProblem),
      'public',
    );
    const file = `public/${relative(folder, path).split(sep).join('/')}`;
    if (problem)
      issues.push({ level: 'warn', file, ...problem, message: `这个文件${problem.message}` });
  }
  return issues;
}

function publicProblem(source: ByteSource): FileProblem | undefined {
  return kindProblem(contentKind(source), '', undefined) ?? uncleanProblem(source);
}
