/** An article's way to its readers: asked for, judged, issued (签发), and sent. */
import { readFileSync } from 'node:fs';
import { editFieldsOf } from '../../changes/edit-fields.ts';
import type { ArticleFile, ReadArticle } from '../../model/article.ts';
import { stopping } from '../../model/issue.ts';
import type { Issue } from '../../model/issue.ts';
import { ISSUING_ROLE } from '../../model/review.ts';
import { reviewEvent } from '../../review/may-review.ts';
import type { Reviewer } from '../../review/may-review.ts';
import { writeTogether } from '../../system/write-together.ts';
import type { FileChange } from '../../system/write-together.ts';
import type { Refusal } from '../api.ts';
import { recordChange } from '../reviews/desk-reviews.ts';
import type { SiteReviews } from '../reviews/desk-reviews.ts';
import { WITHOUT_PEOPLE } from '../reviews/take-review-step.ts';
import { unsettled } from '../reviews/unsettled.ts';
import { gitFacts, uncommittedArticles } from './desk-git.ts';
import { deskIssues, idOfFile } from './desk-site.ts';
import type { DeskSite } from './desk-site.ts';
import { notReady } from './git-refusals.ts';
import { readSource } from './open-article.ts';
import { send } from './send-article.ts';
import type { CommitWords, Outcome, PublishOptions, Sending } from './send-article.ts';
import { theirsFirst } from './theirs-first.ts';
import { unsentArticles } from './unsent-articles.ts';

/** Who acts, by what is known of reviews. */
export interface Acting {
  setUp: Sending;
  /** The site as it is when it is asked. */
  read: () => Promise<DeskSite>;
  /** Undefined on one's own machine. */
  person: Reviewer | undefined;
  reviews: SiteReviews;
}

/** For what a text is published anew, where that is one field's: as its commit is called. */
const ONE_FIELD: readonly string[] = ['置顶', '取消置顶', '定时发布', '改失效日期'];

/** 发布, 签发: no draft any more. @param written one of ONE_FIELD; anything else is 发布 */
export async function publishArticle(
  article: ReadArticle,
  written: string,
  acting: Acting,
): Promise<Outcome> {
  const { setUp, person, reviews } = acting;
  const { place, text } = article;
  const refused =
    (await notReady(setUp.options.roots.content)) ?? mayIssue(person) ?? unsettled(reviews);
  if (refused) return refused;
  if (await isUnsent(place, setUp)) {
    return send(place, setUp, { message: `发布：${text.title ?? place.id}` });
  }
  const theirs = await theirsFirst(setUp.options.roots.content, place, person?.name);
  if (theirs) return theirs;
  const before = await readSource(place);
  const issued = issuing(article, acting);
  if ('message' in issued) return issued;
  const changes: FileChange[] = [...issued.changes];
  if (text.draft) {
    const edited = editFieldsOf(place, before.bytes.toString('utf8'), [
      { field: 'draft', value: undefined },
    ]);
    if ('problem' in edited)
      return { message: edited.problem, fix: '请在“源文件”里删掉 draft 这一行。' };
    changes.push({ path: place.path, text: edited.text });
  }
  await writeTogether(changes);
  setUp.tell?.('检查稿件');
  const sent = (await readSource(place)).etag;
  const site = await acting.read();
  const refusal = await unready(site, article, setUp);
  if (refusal) {
    // As it was, unless somebody has written meanwhile: nobody else is kept from publishing by this one.
    if ((await readSource(place)).etag === sent) {
      const text = before.bytes.toString('utf8');
      await writeTogether([
        ...issued.back,
        ...(sent === before.etag ? [] : [{ path: place.path, text }]),
      ]);
    }
    return refusal;
  }
  const word = ONE_FIELD.includes(written) ? written : '发布';
  const outcome = await send(place, setUp, issued.words(`${word}：${text.title ?? place.id}`));
  const { date = '' } = site.texts.get(place.id)?.text ?? {};
  if (outcome !== 'elsewhere' && 'done' in outcome && date > site.now) {
    outcome.done.push(`到 ${date} 才显示，${await whoShowsIt(setUp)}`);
  }
  return outcome;

  /** What is written when it is issued, and how that is taken back. */
  function issuing(of: ReadArticle, { setUp: { options } }: Acting) {
    const { content } = options.roots;
    const now = reviews.standing(of);
    if (!person && now.state.next !== undefined) return WITHOUT_PEOPLE;
    const author = person && (now.state.writers[0] ?? person.name);
    if (!person || now.steps.length === 0) {
      const words = (message: string): CommitWords => ({ message, author });
      return { changes: [], back: [], words };
    }
    const event = reviewEvent({ did: '签发' }, person, now);
    if ('message' in event) return event;
    const change = recordChange(content, place, event);
    const path = 'path' in change ? change.path : '';
    const trailers = [
      ...now.state.approvals.map(({ role, by, at }) => `Reviewed-by: ${role} ${by} ${at}`),
      `Issued-by: ${event.by} ${event.at}`,
    ];
    return {
      changes: [change],
      back: [{ path, text: readFileSync(path, 'utf8') }],
      words: (message: string): CommitWords => ({
        message: `${message}\n\n${trailers.join('\n')}`,
        author,
      }),
    };
  }
}

/** Whether it is committed as it is, and its publication failed: that alone is done again. */
async function isUnsent(
  { id }: ArticleFile,
  { options, publisher }: PublishOptions,
): Promise<boolean> {
  const { content } = options.roots;
  if (!publisher || !(await unsentArticles(content)).has(id)) return false;
  return !(await uncommittedArticles(content)).has(id);
}

/** At its time, and what must run for it. */
async function whoShowsIt({ publisher, options }: PublishOptions): Promise<string> {
  if (publisher) return '写稿台开着就自动发布；关着的，下一次打开的时候发布。';
  const { isFollowed } = await gitFacts(options.roots.content);
  return isFollowed
    ? '由负责发布的电脑到时候更新网站，那里要一直运行（npm run site，或者定时的流水线）。'
    : '稿件还没有交出去，网站不会自己显示它。';
}

/** Whether somebody who is signed in may let texts go to readers, or take them back. */
export function mayIssue(person: Reviewer | undefined): Refusal | undefined {
  if (!person || person.roles.includes(ISSUING_ROLE)) return undefined;
  return {
    message: `${person.name}没有“${ISSUING_ROLE}”的权限。`,
    fix: '请有签发权限的同志来办。',
  };
}

const MOST_NAMED = 3;

/** What keeps the site from being published with this article in it. */
export async function unready(
  site: DeskSite,
  { place }: ReadArticle,
  { options }: PublishOptions,
): Promise<Refusal | undefined> {
  const article = site.texts.get(place.id);
  const own = article ? stopping(site.issuesOf(article)) : [];
  if (own.length > 0) {
    return {
      message: `还有 ${own.length} 个问题，没有发布。`,
      fix: '请按右边的提示改好。',
      issues: deskIssues(own),
    };
  }
  // What others are still writing does not go with this article.
  const unsent = await uncommittedArticles(options.roots.content);
  const others = stopping(site.issues).filter(({ file }) => !unsent.has(idOfFile(file)));
  if (others.length === 0) return undefined;
  return {
    message: `别的文件里有 ${others.length} 个问题（${filesOf(others, site)}：${others[0]?.message ?? ''}），网站现在生成不了，没有发布。`,
    fix: '请先把它们改好，或者把那篇稿件改成草稿。',
    issues: deskIssues(others, true),
  };
}

/** The first of them: articles by their titles, as staff know them. */
function filesOf(issues: readonly Issue[], site: DeskSite): string {
  const names = issues.map(({ file }) => {
    const title = site.texts.get(idOfFile(file))?.text.title;
    return title === undefined ? file : `稿件「${title}」`;
  });
  const unique = [...new Set(names)];
  return unique.slice(0, MOST_NAMED).join('、') + (unique.length > MOST_NAMED ? '等' : '');
}
