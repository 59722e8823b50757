/** An article's files on their way: committed, handed on, published, as far as this machine is set up for it. */
import { relative } from 'node:path';
import { ledgerOf } from '../../changes/change.ts';
import type { ArticleFile } from '../../model/article.ts';
import type { SiteOptions } from '../../output/options.ts';
import { beijingTime } from '../../site/dates.ts';
import { reviewSettingsPath } from '../../review/read-review.ts';
import { git, GitError } from '../../system/run-git.ts';
import type { Refusal } from '../api.ts';
import { recordOf } from '../reviews/desk-reviews.ts';
import { commitAndPush, gitFacts } from './desk-git.ts';
import { formerPlaces } from './name-of-day.ts';
import { committedRoots, takeLedger } from './committed-site.ts';
import { forgetUnsent, noteUnsent } from './unsent-articles.ts';

/** Sends the site to where readers are; there is none where this machine only hands texts on. */
export interface Publisher {
  /**
   * @param roots what is published: what is committed, not what somebody is still writing
   * @param tell hears how far it is, a line each time
   */
  publish(
    roots: SiteOptions['roots'],
    tell: (words: string) => void,
  ): Promise<{ isDone: boolean; said: string }>;
}

export interface PublishOptions {
  options: SiteOptions;
  isFixed: boolean;
  publisher: Publisher | undefined;
  /** Hears how far a text is on its way. */
  tell?: ((step: SendingStep, words?: string) => void) | undefined;
}

/** What is done one after the other, the last where this machine publishes. */
export const SENDING_STEPS = ['检查稿件', '提交', '更新网站'] as const;
export type SendingStep = (typeof SENDING_STEPS)[number];

/** `elsewhere`: another text lies here now than the one that was meant. */
export type Outcome = { done: string[] } | Refusal | 'elsewhere';

/** What is said of a commit. */
export interface CommitWords {
  message: string;
  /** Whose text it is; git's user.name where nobody is signed in. */
  author?: string | undefined;
}

/** Before anything is changed: a commit has to say whose it is. */
export async function withoutName({ options }: PublishOptions): Promise<Refusal | undefined> {
  const { isThere, person } = await gitFacts(options.roots.content);
  if (!isThere || person !== '') return undefined;
  return {
    message: '还不知道您是谁，没有提交。',
    fix: '请在终端里运行：git config --global user.name "姓名" 和 git config --global user.email "邮箱"。',
  };
}

export async function send(
  place: ArticleFile,
  { options, isFixed, publisher, tell }: PublishOptions,
  words: CommitWords,
): Promise<Outcome> {
  const { content } = options.roots;
  const done: string[] = [];
  tell?.('提交');
  const facts = await gitFacts(content);
  if (facts.isThere) {
    try {
      const ledger = ledgerOf({ roots: options.roots }).path;
      const now = isFixed ? options.now : beijingTime(new Date());
      const former = await formerPlaces(place, now, options.roots);
      // By which it was judged here; a site that is made without it knows no review.
      const settings = reviewSettingsPath(content);
      const own = [...placesOf(place), ...former, recordOf(content, place), ledger, settings];
      const paths = await tracked(content, own);
      const sent = await commitAndPush(content, paths, { ...words, name: place.id });
      if (sent.isNew) done.push('已记入本机的版本记录。');
      if (sent.way === 'pushed') done.push('已提交到单位的代码仓库。');
      if (sent.way === 'pushed' && !publisher)
        done.push('网站由负责发布的电脑更新，更新以后读者才看得到。');
      if (sent.way === 'branch') {
        return {
          done: [
            ...done,
            `单位的代码仓库不让直接改主分支，稿件已提交到分支 ${sent.branch}。`,
            '接下来：请管理代码仓库的同志把这个分支合并进主分支，合并以后网站才更新。',
          ],
        };
      }
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      return {
        message: `稿件已经保存在本机，没能提交：${error.message}`,
        fix: '请检查网络，或者请管理网站的同志看一下，再按一次。',
      };
    }
  } else {
    done.push('已保存在本机（这个文件夹没有用 git 管理）。');
  }
  if (publisher) {
    tell?.('更新网站');
    await noteUnsent(content, place.id);
    const roots = facts.isThere ? await committedRoots(options.roots) : options.roots;
    const { isDone, said } = await publisher.publish(roots, (words) => tell?.('更新网站', words));
    if (roots !== options.roots) await takeLedger(roots, options.roots);
    if (!isDone)
      return {
        message: `已经提交，没能发布到网站：${said}`,
        fix: '改好以后，再按一次“再发一次”。',
      };
    await forgetUnsent(content);
    done.push('网站已经更新。');
  }
  return { done };
}

/** Where an article lies, and where it lay before it got a folder: else the others would have both. */
function placesOf({ folder, path }: ArticleFile): string[] {
  return folder === undefined ? [path] : [folder, `${folder}.md`, `${folder}.mdx`];
}

/** Those of the paths that exist, or that git knows: others cannot be added. */
async function tracked(content: string, paths: readonly string[]): Promise<string[]> {
  const known: string[] = [];
  for (const path of paths) {
    const listed = await git(content, [
      'ls-files',
      '--cached',
      '--others',
      '--exclude-standard',
      '--',
      relative(content, path),
    ]);
    if (listed !== '') known.push(path);
  }
  return known;
}
