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
import { commitAndPush } from './commit-article.ts';
import { gitFacts } from './desk-git.ts';
import { fixInTheWay, gitTrouble } from './git-refusals.ts';
import type { LiveSite } from './live-site.ts';
import type { Apart } from './turns.ts';
import { formerPlaces } from './name-of-day.ts';
import { publishCommit } from './publish-commit.ts';
import type { Publisher } from './publisher.ts';
import { forgetUnsent, noteUnsent } from './unsent-articles.ts';

export interface PublishOptions {
  options: SiteOptions;
  isFixed: boolean;
  publisher: Publisher | undefined;
  /** Hears how far a text is on its way. */
  tell?: ((step: SendingStep, words?: string) => void) | undefined;
}

/** One sending of an article. */
export interface Sending extends PublishOptions {
  /** Where this machine publishes. */
  live: LiveSite | undefined;
  /** Why what others pushed could not be had. */
  unfetched: GitError | undefined;
  apart: Apart;
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

export async function send(
  place: ArticleFile,
  { options, isFixed, publisher, live, tell, unfetched, apart }: Sending,
  words: CommitWords,
): Promise<Outcome> {
  const { content } = options.roots;
  const done: string[] = [];
  tell?.('提交');
  const facts = await gitFacts(content);
  let commit: string | undefined;
  if (facts.isThere) {
    try {
      const ledger = ledgerOf({ roots: options.roots }).path;
      const now = isFixed ? options.now : beijingTime(new Date());
      const former = await formerPlaces(place, now, options.roots);
      // By which it was judged here; a site that is made without it knows no review.
      const settings = reviewSettingsPath(content);
      const own = [...placesOf(place), ...former, recordOf(content, place), ledger, settings];
      const paths = await tracked(content, own);
      const way = { ...words, name: place.id, unfetched, apart };
      const sent = await commitAndPush(content, paths, way);
      commit = sent.commit;
      if (sent.isNew) done.push('已记入本机的版本记录。');
      if (sent.way === 'pushed') done.push('已提交到单位的代码仓库。');
      if (sent.way === 'pushed' && !publisher)
        done.push('网站由负责发布的电脑更新，更新以后读者才看得到。');
      if (sent.stayed) {
        const { message, fix } = gitTrouble(sent.stayed);
        done.push(`别人提交的没能取到这台电脑：${message}。下一次提交的时候再取。${fix}`);
      }
      if (sent.inTheWay.length > 0) {
        const files = sent.inTheWay.join('、');
        done.push(
          `这台电脑上的 ${files} 有没有提交的改动，别人也改了，所以别人提交的先不取到这里。${fixInTheWay(sent.inTheWay)}`,
        );
      }
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
      const { message, fix } = gitTrouble(error);
      return { message: `稿件已经保存在本机，没能提交：${message}`, fix };
    }
  } else {
    done.push('已保存在本机（这个文件夹没有用 git 管理）。');
  }
  if (publisher) {
    tell?.('更新网站');
    await noteUnsent(content, place.id);
    const hear = (words: string) => tell?.('更新网站', words);
    const { isDone, said, left } = await publishCommit({ options, publisher, apart }, commit, hear);
    if (!isDone)
      return {
        message: `已经提交，没能发布到网站：${said}`,
        fix: '稿件都在，没有丢。请把这段话告诉管理网站的同志，那里好了以后，再按“再发一次”。',
      };
    await forgetUnsent(content);
    await live?.look();
    done.push('网站已经更新。');
    if (left !== undefined) done.push(left);
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
