/** Folders that are passed over for their names, though somebody's text lies in them. */
import { lstatSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isArticleName } from '../model/article-name.ts';
import type { Issue } from '../model/issue.ts';
import { ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import { isLitter } from './litter.ts';

export const litterRule: Rule = {
  id: 'file/looks-like-litter',
  level: 'warn',
  scope: 'article',
  title: '名字像临时文件的稿件',
  basis: '名字像临时文件的文件夹不会发布，里面的稿件读者看不到。',
};

/**
 * A reminder for each folder of `year` whose name says that a program left it, and which holds an index.md.
 * @param year absolute path of articles/<yyyy>
 * @param staffPath turns an absolute path into the path as staff see it
 */
export async function litterWithText(
  year: string,
  staffPath: (path: string) => string,
): Promise<Issue[]> {
  const entries = await readdir(year, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && isLitter(entry.name))
    .map(({ name }) => ({ name, path: join(year, name) }))
    .filter(({ path }) => ['index.md', 'index.mdx'].some((text) => isFile(join(path, text))))
    .map(({ name, path }) =>
      ruled(litterRule, {
        file: staffPath(path),
        message: `文件夹「${name}」的名字像是程序留下的临时文件，不会发布，里面却有稿件。`,
        fix: `要发布的，改名，例如「${plainName(name)}」；不要的，删掉。`,
      }),
    );
}

function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** Without the sign that made it litter. */
function plainName(name: string): string {
  const plain = name.replace(/^[.~$#]+/, '').replace(/(?:~|#|\.[a-z_]+)+$/i, '');
  return isArticleName(plain) ? plain : '20260305-spring';
}
