/** 定时, 失效, 移动, 置顶: one field of an article changed, with what readers will see of it. */
import type { DeskFacts, OpenArticle } from '../api.ts';
import type { PublishAnswer } from '../publish-api.ts';
import { beijing, isInFuture, readDate, writeDate } from './beijing-time.ts';
import { deskApi, wordsOf } from './desk-api.ts';
import { CANCEL, confirmed, dialogField } from './dialogs.ts';
import { element } from './element.ts';
import { notice } from './notices.ts';
import { confirmedDespite, type IssueWays } from './reminders.ts';
import { sendWith } from './sending.ts';
import { isOfOtherDay, isReviewed, LATER_NOTES, REVIEWED_NOTE, WAY_NOTES } from './states.ts';
import { titleLine } from './title-line.ts';

export type ReaderStepName = 'schedule' | 'expire' | 'move' | 'pin' | 'toItsDay';

type Done = PublishAnswer | undefined;

export async function schedule(
  article: OpenArticle,
  facts: DeskFacts,
  ways: IssueWays,
): Promise<Done> {
  const chosen = await askMoment(
    '定时发布',
    '读者从什么时候看到',
    article.fields['date'],
    (moment) =>
      moment === ''
        ? ''
        : `到 ${moment}，读者才在列表、搜索里看到它，网址才打得开。页面上的发布日期也是它。${isReviewed(article) ? REVIEWED_NOTE : ''}`,
    facts,
    (question) => confirmedDespite(article, ways, question),
  );
  return chosen === undefined ? undefined : change(article, facts, { date: chosen }, '定时发布');
}

export async function expire(article: OpenArticle, facts: DeskFacts): Promise<Done> {
  const chosen = await askMoment(
    '失效日期',
    '读者到什么时候为止看得到',
    article.fields['expires'],
    (moment) =>
      moment === ''
        ? ''
        : `到 ${moment}，它从列表、搜索里去掉，网址打不开。${isReviewed(article) ? REVIEWED_NOTE : ''}`,
    facts,
  );
  return chosen === undefined
    ? undefined
    : change(article, facts, { expires: chosen }, '改失效日期');
}

export async function pin(article: OpenArticle, facts: DeskFacts): Promise<Done> {
  const isPinned = /^(?:true|是|yes)$/iu.test(article.fields['pinned'] ?? '');
  const column = article.fields['category'] ?? '';
  const words = isPinned ? '取消置顶' : '置顶';
  const seen = isPinned
    ? `它回到栏目「${column}」列表里按日期该在的地方。`
    : `读者在栏目「${column}」列表的最前面看到它，标着“置顶”。`;
  const answer = await confirmed({
    title: `${words}？`,
    content: [titleLine(article), element('p', {}, seen), whenSeen(isReviewed(article), facts)],
    choices: [CANCEL, { value: 'pin', words, kind: 'main' }],
  });
  if (answer === undefined) return undefined;
  return change(article, facts, { pinned: isPinned ? '' : 'true' }, words);
}

export async function move(article: OpenArticle, facts: DeskFacts): Promise<Done> {
  const column = element('select');
  const own = article.fields['category'];
  for (const { category } of facts.columns.filter((each) => each.category !== own)) {
    column.append(element('option', { value: category }, category));
  }
  const when = element('div', { attributes: { role: 'status' } });
  const tell = () => {
    const isAsked = isReviewed(article) || article.reviewedIn.includes(column.value);
    when.replaceChildren(whenSeen(isAsked, facts));
  };
  column.addEventListener('change', tell);
  tell();
  const answer = await confirmed({
    title: '移到别的栏目',
    content: [
      titleLine(article),
      dialogField('移到', column, '网址会变。原来的网址还打得开，自动转到新的。浏览次数接着算。'),
      when,
    ],
    choices: [CANCEL, { value: 'move', words: '移动', kind: 'main' }],
  });
  if (answer === undefined) return undefined;
  return change(article, facts, {}, '移动', column.value);
}

/** Saves the field and sends it; what is reviewed is reviewed anew. @param did what the versions call it */
async function change(
  article: OpenArticle,
  facts: DeskFacts,
  fields: Record<string, string>,
  did: '定时发布' | '改失效日期' | '置顶' | '取消置顶' | '移动',
  column = '',
): Promise<Done> {
  const isMove = did === '移动';
  notice('done', '正在办理，请稍等…');
  let saved = article;
  try {
    const { id, body } = article;
    if (Object.keys(fields).length > 0) {
      const sent = { fields: { ...article.fields, ...fields }, body };
      saved = await deskApi.save(id, article.etag, sent);
    }
    if (fields['date'] !== undefined && isOfOtherDay(saved))
      saved = await deskApi.toItsDay(saved.id, saved.etag);
    // Nobody sends a draft by saying until when it will be there.
    if (did === '改失效日期' && (saved.state === 'draft' || saved.state === 'new')) {
      notice('done', '失效日期已经写好，和稿件一起发布。');
      return { article: saved, done: [] };
    }
    if (!isMove && needsReview(saved, facts)) {
      const words = '已经写好。读者现在还看不到：请送审，审完、签发以后才更新。';
      notice('done', words);
      return { article: saved, done: [words] };
    }
    const answer = await sendWith(saved.id, saved.etag, isMove ? 'move' : 'publish', {
      note: isMove ? column : did,
    });
    notice('done', ...answer.done.map((words) => element('p', {}, words)));
    return answer;
  } catch (error) {
    notice('problem', `没有办成：${wordsOf(error)}`);
    // What was done of it is shown: it may have another name by now.
    return saved === article ? undefined : { article: saved, done: [] };
  }
}

/** 名称改用发布日期: of what readers have not seen, the name and the address follow. */
export async function toItsDay({ id, etag }: OpenArticle): Promise<Done> {
  return { article: await deskApi.toItsDay(id, etag), done: [] };
}

function needsReview(article: OpenArticle, { me }: DeskFacts): boolean {
  return me !== undefined && isReviewed(article) && article.review?.stand !== 'approved';
}

async function askMoment(
  title: string,
  label: string,
  before: string | undefined,
  seen: (moment: string) => string,
  { publishing: { way } }: DeskFacts,
  confirm = confirmed,
): Promise<string | undefined> {
  const written = readDate(before ?? '');
  const day = element('input', { type: 'date', value: written?.day ?? '' });
  const time = element('input', { type: 'time', value: written?.time || '08:00' });
  const told = element('p', { className: 'strong', attributes: { role: 'status' } });
  const moment = () => writeDate({ day: day.value, time: time.value });
  const past = () =>
    isInFuture(moment(), Date.now())
      ? undefined
      : `要写以后的时间，现在是 ${beijing(Date.now())}。`;
  const tell = () => (told.textContent = (day.value && past()) || seen(moment()));
  for (const input of [day, time]) input.addEventListener('input', tell);
  const refuse = () => {
    const missing = day.value === '' ? '请选日期。' : past();
    // Once is enough.
    if (missing !== undefined) told.textContent = '';
    return missing;
  };
  const answer = await confirm({
    title,
    content: [
      dialogField(`${label}（日期）`, day),
      dialogField('时间（北京时间）', time),
      told,
      element('p', { className: 'help' }, LATER_NOTES[way]),
    ],
    choices: [CANCEL, { value: 'go', words: '下一步', kind: 'main', refuse }],
  });
  return answer === undefined ? undefined : moment();
}

/** A paragraph of when readers see it. */
function whenSeen(isAsked: boolean, { publishing: { way } }: DeskFacts): HTMLElement {
  return element('p', { className: 'help' }, isAsked ? REVIEWED_NOTE : WAY_NOTES[way]);
}
