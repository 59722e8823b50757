/** An article that somebody has deleted in the bureau's repository while it was written here: that is said before it goes back. */
import { join, relative } from 'node:path';
import type { ArticleFile } from '../../model/article.ts';
import { beijingTime } from '../../site/dates.ts';
import { git } from '../../system/run-git.ts';
import type { Refusal } from '../api.ts';
import { heldFrom } from './join-theirs.ts';

/** Whom was told of which deletion, as long as the desk is open: whoever asks again knows of it. */
const told = new Set<string>();

/**
 * Of what was fetched. Nothing is changed by it.
 * @param content absolute path
 * @param by who asks; undefined on one's own machine
 * @returns what is to be said; `known` where this one was told already; undefined where nobody deleted it
 */
export async function deletedThere(
  content: string,
  place: ArticleFile,
  by: string | undefined,
): Promise<Refusal | 'known' | undefined> {
  const held = await heldFrom(content, place.id);
  const [before, after] = held === undefined ? ['HEAD', '@{upstream}'] : [held, 'HEAD'];
  const texts = textsOf(content, place);
  const isIn = (commit: string): Promise<boolean> =>
    git(content, ['ls-tree', '--name-only', commit, '--', ...texts]).then((names) => names !== '');
  if ((await isIn(after)) || !(await isIn(before))) return undefined;
  // What was deleted here, and what others never had, was not deleted there.
  const common = await git(content, ['merge-base', before, after]).catch(() => '');
  if (common === '' || !(await isIn(common))) return undefined;
  const last = ['log', '-1', '--no-renames', '--diff-filter=D', '--format=%H%n%cI%n%an'];
  const found = await git(content, [...last, `${common}..${after}`, '--', ...texts]);
  const [commit = '', at = '', name = ''] = found.split('\n');
  const key = [content, place.id, commit, by ?? ''].join('\n');
  if (told.has(key)) return 'known';
  told.add(key);
  const who = commit === '' ? '有人' : `${name}在 ${beijingTime(new Date(at))} `;
  return {
    message: `${who}在单位的代码仓库里删掉了这篇稿件（或者给它改了名称），没有办成。这里的稿件还在，没有改动。`,
    fix: `先问清楚：还要让读者看到的，再按一次，就重新放上去；不要了的，放着不动，不会发布。`,
  };
}

/** Where its text may lie, with a folder or without, relative to the content. */
function textsOf(content: string, { folder, path }: ArticleFile): string[] {
  const stem = relative(content, folder ?? path.replace(/\.mdx?$/, ''));
  return [`${stem}.md`, `${stem}.mdx`, join(stem, 'index.md'), join(stem, 'index.mdx')];
}
