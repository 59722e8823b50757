/** What is done to texts that readers have, had, or will have: 更正, 撤下, 恢复发布, 改回草稿, 移动. */
import { correctArticle } from '../../changes/correct-article.ts';
import { editFieldsOf } from '../../changes/edit-fields.ts';
import type { Change, Refused } from '../../changes/change.ts';
import { moveArticles } from '../../changes/move-article.ts';
import { restoreArticle } from '../../changes/restore-article.ts';
import { withdraw } from '../../changes/withdraw-article.ts';
import type { ReadArticle } from '../../model/article.ts';
import { writeTogether } from '../../system/write-together.ts';
import type { ArticleState, Refusal } from '../api.ts';
import type { Reviewer } from '../../review/may-review.ts';
import { noteWriter } from '../reviews/desk-reviews.ts';
import type { SiteReviews } from '../reviews/desk-reviews.ts';
import { unsettled } from '../reviews/unsettled.ts';
import { mayWrite, WITHOUT_PEOPLE } from '../reviews/take-review-step.ts';
import { notReady } from './git-refusals.ts';
import { readSource } from './open-article.ts';
import { mayIssue, unready } from './publish-article.ts';
import type { Acting } from './publish-article.ts';
import { send } from './send-article.ts';
import type { Outcome } from './send-article.ts';
import { theirsFirst } from './theirs-first.ts';

/** The words of what was done, and what is needed for it. */
const KINDS = {
  correct: {
    word: '更正',
    missing: { message: '没有写说明。', fix: '请写一句话，读者会看到它。' },
  },
  withdraw: {
    word: '撤下',
    missing: { message: '没有写说明。', fix: '请写一句话，读者会看到它。' },
  },
  restore: { word: '恢复发布', missing: undefined },
  move: { word: '移动', missing: { message: '没有选栏目。', fix: '请选要移到的栏目。' } },
} as const;

/** By what the commands of these names do. @param written the note, or the column */
export async function changeArticle(
  kind: keyof typeof KINDS,
  article: ReadArticle,
  written: string,
  { setUp, read, person, reviews }: Acting,
): Promise<Outcome> {
  const note = written.replaceAll(/\s*[\r\n]+\s*/g, ' ').trim();
  const { word, missing } = KINDS[kind];
  if (note === '' && missing) return missing;
  const untold = kind === 'withdraw' ? undefined : unsettled(reviews);
  if (untold) return untold;
  const now = reviews.standing(article);
  // What is changed is reviewed anew, so that whoever writes may begin it. Withdrawing is quick.
  const isReviewed = kind !== 'withdraw' && needsReview(kind, article, note, reviews);
  if (isReviewed && !person) return WITHOUT_PEOPLE;
  const unnamed = isReviewed ? undefined : await notReady(setUp.options.roots.content);
  const refused = unnamed ?? (isReviewed ? mayBegin(person) : mayIssue(person));
  if (refused) return refused;
  // What is written anew here is sent with it, behind what somebody else has written.
  const theirs = isReviewed
    ? undefined
    : await theirsFirst(setUp.options.roots.content, article.place, person?.name);
  if (theirs) return theirs;
  const site = await read();
  if (!site.standing) return { message: '网站的设置有问题。', fix: '请先把设置改好。' };
  // What is sent below takes the whole text along, with what somebody has just written into it.
  const faulty =
    isReviewed || kind === 'withdraw' ? undefined : await unready(site, article, setUp);
  if (faulty) return faulty;
  const { id } = article.place;
  if (kind === 'withdraw' && site.uncommitted.get(id) === 'new') return NEVER_SHOWN;
  const date = site.now.slice(0, 10);
  const change: Change | Refused =
    kind === 'correct'
      ? await correctArticle(site.standing, id, { note, date })
      : kind === 'withdraw'
        ? await withdraw(site.standing, id, { reason: note, date })
        : kind === 'restore'
          ? await restoreArticle(site.standing, id)
          : await moveArticles(site.standing, [id], note);
  if ('problem' in change) {
    return { message: change.problem.replace(/^--\w+：/, ''), fix: '请改好再试。' };
  }
  await writeTogether(change.files);
  if (isReviewed && kind === 'restore') {
    // Nothing of the text is another: who read it as it was has read this.
    const restored = (await read()).texts.get(id);
    const left = restored && reviews.standing(restored).state.next;
    const then = left === undefined ? '这一稿审过，请签发' : '请送审，审完、签发以后才更新';
    return { done: [`撤下已经取消。读者现在还看不到：${then}。`] };
  }
  if (isReviewed && person) {
    const { content } = setUp.options.roots;
    await noteWriter(content, article.place, reviews.eventsOf(article.place), person.name, now.at);
    const after = await read();
    const changed = after.texts.get(id);
    // Moved back before anybody reviewed it.
    if (changed && after.stateOf(changed) === 'published') {
      return { done: [`${word}已经写好：又和读者看到的一样，不用送审。`] };
    }
    return { done: [`${word}已经写好。读者现在还看不到：请送审，审完、签发以后才更新。`] };
  }
  const message = `${word}：${article.text.title ?? id}`;
  return send(article.place, setUp, { message, author: person?.name });
}

/** Whether the column asks for reviews, of what is shown again too, or the one to which it is moved. */
function needsReview(
  kind: keyof typeof KINDS,
  article: ReadArticle,
  written: string,
  reviews: SiteReviews,
): boolean {
  if (reviews.stepsOf(article).length > 0) return true;
  const { text } = article;
  const moved = {
    ...article,
    text: kind === 'move' ? { ...text, category: written } : { ...text, withdrawn: undefined },
  };
  return reviews.stepsOf(moved).length > 0;
}

/** What is reviewed later may be begun by who writes, and by who issues; who only reviews changes no text. */
function mayBegin(person: Reviewer | undefined): Refusal | undefined {
  return mayIssue(person) && mayWrite(person);
}

const NEVER_SHOWN: Refusal = {
  message: '读者没有看到过这篇稿件，不能撤下。',
  fix: '不发布的，改回草稿就可以。',
};
const SEEN: Refusal = {
  message: '读者已经看到过这篇稿件，不能改回草稿。',
  fix: '要让读者看不到它，请用“撤下”。',
};
/** Why an article is not made a draft, by where it stands. */
const NOT_HIDDEN: Readonly<Record<Exclude<ArticleState, 'new' | 'scheduled'>, Refusal>> = {
  draft: { message: '这篇稿件本来就是草稿，不会发布。', fix: '不用再改。' },
  waiting: {
    message: '这篇稿件已经提交，等着合并进主分支，改回草稿也拦不住。',
    fix: '请管理代码仓库的同志先不要合并它的分支。',
  },
  unsent: {
    message: '这篇稿件已经提交，只是还没有到网站，不能改回草稿。',
    fix: '请按“再发一次”；不想让读者看到的，用“撤下”。',
  },
  withdrawn: {
    message: '这篇稿件已经撤下，不能改回草稿。',
    fix: '要让读者再看到它，请用“恢复发布”。',
  },
  broken: { message: '这个文件读不懂，不能改回草稿。', fix: '请先在“源文件”里改好。' },
  changed: SEEN,
  published: SEEN,
  expired: SEEN,
};

/** 先不发布: back to a draft, as long as no reader has seen it. */
export async function hideArticle(
  article: ReadArticle,
  { setUp, read, person }: Acting,
): Promise<Outcome> {
  const { place, text } = article;
  const site = await read();
  const state = site.stateOf(article);
  const refused: Refusal | undefined =
    state === 'scheduled'
      ? ((await notReady(setUp.options.roots.content)) ?? mayIssue(person))
      : mayBegin(person);
  if (refused) return refused;
  if (state !== 'new' && state !== 'scheduled') {
    return NOT_HIDDEN[state];
  }
  const theirs =
    state === 'scheduled' && (await theirsFirst(setUp.options.roots.content, place, person?.name));
  if (theirs) return theirs;
  const { bytes } = await readSource(place);
  const edited = editFieldsOf(place, bytes.toString('utf8'), [{ field: 'draft', value: 'true' }]);
  if ('problem' in edited)
    return { message: edited.problem, fix: '请在“源文件”里写上 draft: true。' };
  await writeTogether([{ path: place.path, text: edited.text }]);
  if (state === 'new') return { done: ['已改回草稿。'] };
  const message = `先不发布：${text.title ?? place.id}`;
  return send(place, setUp, { message, author: person?.name });
}
