/** What the files of `public/` hold, judged once as long as they do not change. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { publicProblem } from './public-problem.ts';
import { withSource } from '../images/byte-source.ts';
import { isCleaned } from '../images/clean/clean-pieces.ts';
import type { FileProblem } from '../model/file-problem.ts';
import type { Issue } from '../model/issue.ts';
import { ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import { rememberedFact } from './content-memory.ts';
import type { ContentFiles } from './content-memory.ts';

export const publicContentsRule: Rule = {
  id: 'public/contents',
  level: 'stop',
  scope: 'site',
  title: 'public 里文件的内容',
  basis: '密码、密钥、不公开的内容放在网上会泄密。',
};

/**
 * @param folder absolute path of `public/`
 * @param files that go online, paths relative to the folder
 * @param told what is said already: a file that an article names is not told of again
 */
export async function checkPublicContents(
  folder: string,
  files: readonly string[],
  told: readonly Issue[],
  memory: ContentFiles,
): Promise<Issue[]> {
  const issues: Issue[] = [];
  for (const file of files) {
    // Pictures and films have a check of their own, which takes notes out of them.
    const problem = isCleaned(file) ? undefined : await problemOf(folder, file, memory);
    if (!problem || told.some(({ message }) => message.includes(`「/${file}」`))) continue;
    const { level, message, fix } = problem;
    const words = { message: `这个文件${message}`, fix };
    issues.push(ruled(publicContentsRule, { level, file: `public/${file}`, ...words }));
  }
  return issues;
}

async function problemOf(
  folder: string,
  file: string,
  memory: ContentFiles,
): Promise<FileProblem | undefined> {
  const path = join(folder, file);
  const stats = statSync(path, { throwIfNoEntry: false });
  // What has just gone is not published.
  if (!stats?.isFile()) return undefined;
  const judge = async () => withSource(path, (source) => publicProblem(source, file)) ?? null;
  return (await rememberedFact(memory, path, 'published', judge)) ?? undefined;
}
