/** An article's way to its readers: checked, committed, handed on and published, as far as this machine is set up for it. */
import { relative } from 'node:path';
import { correctArticle } from '../../changes/correct-article.ts';
import { editFieldsOf } from '../../changes/edit-fields.ts';
import type { Change, Refused } from '../../changes/change.ts';
import { ledgerOf } from '../../changes/change.ts';
import { withdraw } from '../../changes/withdraw-article.ts';
import type { ReadArticle } from '../../model/article.ts';
import { stopping } from '../../model/issue.ts';
import type { SiteOptions } from '../../output/options.ts';
import { git, GitError } from '../../system/run-git.ts';
import { writeTogether } from '../../system/write-together.ts';
import type { Refusal } from '../api.ts';
import { commitAndPush, gitFacts } from './desk-git.ts';
import { deskIssues, readDeskSite } from './desk-site.ts';
import type { DeskSite } from './desk-site.ts';
import { readSource } from './open-article.ts';

/** Sends the site to where readers are; there is none where this machine only hands texts on. */
export interface Publisher {
  publish(): Promise<{ isDone: boolean; said: string }>;
}

export interface PublishOptions {
  options: SiteOptions;
  isFixed: boolean;
  publisher: Publisher | undefined;
}

type Outcome = { done: string[] } | Refusal;

/** 发布: no draft any more; what is on its way is told step by step. */
export async function publishArticle(
  article: ReadArticle,
  setUp: PublishOptions,
): Promise<Outcome> {
  const { place, text } = article;
  const nameless = await withoutName(setUp);
  if (nameless) return nameless;
  const before = await readSource(place);
  let sent = before.etag;
  if (text.draft) {
    const edited = editFieldsOf(place, before.bytes.toString('utf8'), [
      { field: 'draft', value: undefined },
    ]);
    if ('problem' in edited)
      return { message: edited.problem, fix: '请在“源文件”里删掉 draft 这一行。' };
    await writeTogether([{ path: place.path, text: edited.text }]);
    sent = (await readSource(place)).etag;
  }
  const site = await readDeskSite(setUp.options, setUp.isFixed);
  const refusal = unready(site, article);
  if (refusal) {
    // As it was, unless somebody has written meanwhile: nobody else is kept from publishing by this one.
    if (text.draft && (await readSource(place)).etag === sent) {
      await writeTogether([{ path: place.path, text: before.bytes.toString('utf8') }]);
    }
    return refusal;
  }
  return send(article, setUp, `发布：${text.title ?? place.id}`);
}

/** 更正 and 撤下, by what the commands of these names do. */
export async function changeArticle(
  kind: 'correct' | 'withdraw',
  article: ReadArticle,
  written: string,
  setUp: PublishOptions,
): Promise<Outcome> {
  const note = written.replaceAll(/\s*[\r\n]+\s*/g, ' ').trim();
  if (note === '') return { message: '没有写说明。', fix: '请写一句话，读者会看到它。' };
  const nameless = await withoutName(setUp);
  if (nameless) return nameless;
  const site = await readDeskSite(setUp.options, setUp.isFixed);
  if (!site.standing) return { message: '网站的设置有问题。', fix: '请先把设置改好。' };
  const { id } = article.place;
  const date = site.now.slice(0, 10);
  const change: Change | Refused =
    kind === 'correct'
      ? await correctArticle(site.standing, id, { note, date })
      : await withdraw(site.standing, id, { reason: note, date });
  if ('problem' in change) {
    return { message: change.problem.replace(/^--\w+：/, ''), fix: '请改好再试。' };
  }
  await writeTogether(change.files);
  const word = kind === 'correct' ? '更正' : '撤下';
  return send(article, setUp, `${word}：${article.text.title ?? id}`);
}

/** 先不发布: back to a draft, as long as no reader has seen it. */
export async function hideArticle(article: ReadArticle, setUp: PublishOptions): Promise<Outcome> {
  const { place, text } = article;
  const site = await readDeskSite(setUp.options, setUp.isFixed);
  const state = site.stateOf(article);
  const nameless = state === 'scheduled' ? await withoutName(setUp) : undefined;
  if (nameless) return nameless;
  if (state !== 'new' && state !== 'scheduled') {
    return {
      message: '读者已经看到过这篇稿件，不能改回草稿。',
      fix: '要让读者看不到它，请用“撤下”。',
    };
  }
  const { bytes } = await readSource(place);
  const edited = editFieldsOf(place, bytes.toString('utf8'), [{ field: 'draft', value: 'true' }]);
  if ('problem' in edited)
    return { message: edited.problem, fix: '请在“源文件”里写上 draft: true。' };
  await writeTogether([{ path: place.path, text: edited.text }]);
  if (state === 'new') return { done: ['已改回草稿。'] };
  return send(article, setUp, `先不发布：${text.title ?? place.id}`);
}

/** What keeps the site from being published with this article in it. */
function unready(site: DeskSite, { place }: ReadArticle): Refusal | undefined {
  const article = site.texts.get(place.id);
  const own = article ? stopping(site.issuesOf(article)) : [];
  if (own.length > 0) {
    return {
      message: `还有 ${own.length} 个问题，没有发布。`,
      fix: '请按右边的提示改好。',
      issues: deskIssues(own),
    };
  }
  const others = stopping(site.issues);
  if (others.length === 0) return undefined;
  return {
    message: `别的文件里有 ${others.length} 个问题，网站现在生成不了，没有发布。`,
    fix: '请先把它们改好，或者把那篇稿件改成草稿。',
    issues: deskIssues(others, true),
  };
}

/** Before anything is changed: a commit has to say whose it is. */
async function withoutName({ options }: PublishOptions): Promise<Refusal | undefined> {
  const { isThere, person } = await gitFacts(options.roots.content);
  if (!isThere || person !== '') return undefined;
  return {
    message: '还不知道您是谁，没有提交。',
    fix: '请在终端里运行：git config --global user.name "姓名" 和 git config --global user.email "邮箱"。',
  };
}

async function send(
  { place }: ReadArticle,
  { options, publisher }: PublishOptions,
  message: string,
): Promise<Outcome> {
  const { content } = options.roots;
  const done: string[] = [];
  const facts = await gitFacts(content);
  if (facts.isThere) {
    try {
      const ledger = ledgerOf({ roots: options.roots }).path;
      const sent = await commitAndPush(
        content,
        await tracked(content, [place.folder ?? place.path, ledger]),
        message,
      );
      if (sent !== 'nothing-new') done.push('已记入本机的版本记录。');
      if (sent === 'pushed') done.push('已提交到单位的代码仓库。');
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
    const { isDone, said } = await publisher.publish();
    if (!isDone)
      return { message: `已经提交，没能发布到网站：${said}`, fix: '改好以后，再按一次发布。' };
    done.push('网站已经更新。');
  }
  return { done };
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
