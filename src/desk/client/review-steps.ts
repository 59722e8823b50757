/** 送审, 通过, 退回, 意见, and taking over from who is writing; each is asked before it is done. */
import type { DeskFacts, OpenArticle } from '../api.ts';
import type { ReviewAsked } from '../review-api.ts';
import type { PublishAnswer } from '../publish-api.ts';
import { deskApi, wordsOf } from './desk-api.ts';
import { CANCEL, confirmed, dialogField } from './dialogs.ts';
import { element } from './element.ts';
import { notice } from './notices.ts';
import { confirmedDespite, type IssueWays } from './reminders.ts';
import { titleLine } from './title-line.ts';

export type ReviewStepName = 'submit' | 'approve' | 'sendBack' | 'remark' | 'takeOver';

type Done = PublishAnswer | undefined;

const LONGEST_NOTE = 400;
/** Characters by which a paragraph is known. */
const QUOTE = 30;

export async function submit(article: OpenArticle, _: DeskFacts, ways: IssueWays): Promise<Done> {
  const next = article.review?.steps[0];
  if (next === undefined) return handOn(article, ways);
  const answer = await confirmedDespite(article, ways, {
    title: '送审？',
    content: [
      titleLine(article),
      element('p', {}, `交给${next}的同志看。送审以后再改，要重新送审。`),
    ],
    choices: [CANCEL, { value: 'submit', words: '送审', kind: 'main' }],
  });
  return answer === undefined ? undefined : step(article, { did: '送审' }, '已经送审。');
}

/** 交给发布: of a column without reviews. */
async function handOn(article: OpenArticle, ways: IssueWays): Promise<Done> {
  const answer = await confirmedDespite(article, ways, {
    title: '交给发布？',
    content: [
      titleLine(article),
      element('p', {}, '有签发权限的同志在“等我发布”里看到它。交了以后再改，要再交一次。'),
    ],
    choices: [CANCEL, { value: 'submit', words: '交给发布', kind: 'main' }],
  });
  return answer === undefined ? undefined : step(article, { did: '送审' }, '已经交给发布。');
}

export async function approve(article: OpenArticle, _: DeskFacts, ways: IssueWays): Promise<Done> {
  const { next = '', steps = [] } = article.review ?? {};
  const after = steps[steps.indexOf(next) + 1];
  const answer = await confirmedDespite(article, ways, {
    title: `${next}通过？`,
    content: [
      titleLine(article),
      element('p', {}, '您已经看过正文、图片和附件。以后有改动，这次通过就作废，要重新审。'),
      element('p', {}, after === undefined ? '通过以后，等签发。' : `通过以后，交给${after}。`),
    ],
    choices: [CANCEL, { value: 'approve', words: '通过', kind: 'main' }],
  });
  return answer === undefined ? undefined : step(article, { did: '通过' }, `${next}已经通过。`);
}

export async function sendBack(article: OpenArticle): Promise<Done> {
  const note = await askNote('退回', '为什么退回', '例如：第二段的数字和附件对不上，请核对。', []);
  return note === undefined ? undefined : step(article, { did: '退回', note }, '已经退回。');
}

export async function remark(article: OpenArticle): Promise<Done> {
  const paragraph = element('select');
  paragraph.append(element('option', { value: '' }, '整篇'));
  for (const quote of quotesOf(article.body)) {
    paragraph.append(element('option', { value: quote }, `${quote}…`));
  }
  const place = dialogField('对哪一段', paragraph);
  const note = await askNote('写意见', '意见', '写稿的同志在这一段旁边看到。', [place]);
  if (note === undefined) return undefined;
  const quote = paragraph.value;
  return step(article, { did: '意见', note, ...(quote && { quote }) }, '意见已经写好。');
}

/** The other's text stays as it was saved; what they type now is shown to them beside it. */
export async function takeOver(article: OpenArticle): Promise<Done> {
  const who = article.writing ?? '别人';
  const answer = await confirmed({
    title: '接手这篇稿件？',
    content: [
      element('p', {}, `${who}已经保存的文字都在。${who}还没有保存的，留在${who}自己的浏览器里。`),
    ],
    choices: [CANCEL, { value: 'take', words: '接手', kind: 'main' }],
  });
  if (answer === undefined) return undefined;
  try {
    return { article: await deskApi.takeOver(article.id), done: [] };
  } catch (error) {
    notice('problem', `没有办成：${wordsOf(error)}`);
    return undefined;
  }
}

async function step(
  { id, review }: OpenArticle,
  asked: Omit<ReviewAsked, 'hash'>,
  words: string,
): Promise<Done> {
  try {
    const article = await deskApi.review(id, { ...asked, hash: review?.hash ?? '' });
    notice('done', words);
    return { article, done: [words] };
  } catch (error) {
    notice('problem', `没有办成：${wordsOf(error)}`);
    return undefined;
  }
}

async function askNote(
  title: string,
  label: string,
  help: string,
  before: readonly HTMLElement[],
): Promise<string | undefined> {
  const note = element('textarea', { rows: 3 });
  const refuse = () => {
    const length = [...note.value.trim()].length;
    if (length === 0) return '写一句话再继续。';
    return length > LONGEST_NOTE ? `最多 ${LONGEST_NOTE} 字，现在 ${length} 字。` : undefined;
  };
  const answer = await confirmed({
    title,
    content: [...before, dialogField(label, note, help)],
    choices: [CANCEL, { value: 'go', words: title, kind: 'main', refuse }],
  });
  return answer === undefined ? undefined : note.value;
}

/** The beginning of each paragraph's first line. */
export function quotesOf(body: string): string[] {
  const lines = body.split(/\n\s*\n/u).map((part) => part.trim().split('\n')[0] ?? '');
  const quotes = lines.map((line) => [...line].slice(0, QUOTE).join(''));
  return [...new Set(quotes)].filter((quote) => quote !== '');
}
