/** Pictures and films that the bureau puts into public/ itself: they are published without their place, too. */
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
import { ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import { rememberedFact } from './content-memory.ts';
import type { ContentFiles } from './content-memory.ts';

export const publicPictureRule: Rule = {
  id: 'public/picture',
  level: 'warn',
  scope: 'site',
  title: 'public 里的图片和视频',
  basis: '照片里的拍摄地点会泄露隐私，去不掉的要让单位知道。',
};

/** Those that it cannot be taken out of. */
export async function checkPublicPictures(folder: string, memory: ContentFiles): Promise<Issue[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const issues: Issue[] = [];
  for (const entry of entries) {
    if (!entry.isFile() || !isCleaned(entry.name) || entry.name.startsWith('.')) continue;
    const path = join(entry.parentPath, entry.name);
    const judge = async () => withSource(path, publicProblem) ?? null;
    const problem = await rememberedFact(memory, path, 'cleaned', judge);
    const file = `public/${relative(folder, path).split(sep).join('/')}`;
    if (!problem) continue;
    const { level, message, fix } = problem;
    const words = { message: `这个文件${message}`, fix };
    issues.push(ruled(publicPictureRule, { level, file, ...words }));
  }
  return issues;
}

function publicProblem(source: ByteSource): FileProblem | undefined {
  return kindProblem(contentKind(source), '', undefined) ?? uncleanProblem(source);
}
