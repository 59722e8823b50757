/** Public consultations (意见征集) as pages show them: their state, their facts, and the article that tells the result. */
import type { Labels } from '../labels/labels.ts';
import type { ConsultationLabels } from '../labels/text-labels.ts';
import type { Article } from '../model/article.ts';
import { resultArticle } from '../model/consultation.ts';
import type { Consultation, ConsultationTime } from '../model/consultation.ts';
import { articlePath } from './addresses.ts';
import { day, inWords } from './dates.ts';
import { formerIds } from './documents.ts';
import type { Site } from './site.ts';

/** An article that asks the public. */
export type ConsultingArticle = Article & {
  consultation: Consultation;
  consulting: ConsultationTime;
};

/** `answered`: it is over, and readers can read the result. */
type State = ConsultationTime['stage'] | 'answered';

export function isConsulting(article: Article): article is ConsultingArticle {
  return article.consultation !== undefined && article.consulting !== undefined;
}

/** The published article that tells the result of one that is over. */
export function resultOf(
  site: Site,
  { consultation, consulting }: ConsultingArticle,
): Article | undefined {
  const id = resultArticle(consultation);
  if (id === undefined || consulting.stage !== 'over') return undefined;
  const article = site.find(id) ?? site.find(formerIds(site).get(id) ?? '');
  return article?.withdrawn ? undefined : article;
}

/** The result of one that is over, where it is told in words. */
export function resultWords({ consultation, consulting }: ConsultingArticle): string | undefined {
  const isWords = consulting.stage === 'over' && resultArticle(consultation) === undefined;
  return isWords ? consultation.result : undefined;
}

export function stateOf(site: Site, article: ConsultingArticle): State {
  const { stage } = article.consulting;
  if (stage !== 'over') return stage;
  return resultOf(site, article) || resultWords(article) !== undefined ? 'answered' : 'over';
}

/** In lists of titles, where it stays as it is for weeks: 征集中. */
export function shortState(site: Site, article: ConsultingArticle): string {
  return site.labels.consultation.states[stateOf(site, article)];
}

/** 征集中，还有15天 */
export function stateWithDays(site: Site, article: ConsultingArticle): string {
  const { consultation, words } = site.labels;
  const left = timeLeft(consultation, article);
  return [shortState(site, article), left].filter(Boolean).join(words.comma);
}

/** 还有15天, 今天截止; undefined while nobody can answer. */
function timeLeft(
  { today, daysLeft }: ConsultationLabels,
  { consulting }: ConsultingArticle,
): string | undefined {
  if (consulting.stage !== 'open') return undefined;
  return consulting.daysLeft === 0 ? today : daysLeft(consulting.daysLeft);
}

/** At the head of its page. */
export function fullState(site: Site, article: ConsultingArticle): string {
  const { untold, told } = site.labels.consultation;
  const state = stateOf(site, article);
  if (state === 'over') return untold;
  return state === 'answered' ? told : stateWithDays(site, article);
}

/** When it begins, and when the last opinion is taken: 2026年11月10日, with the time where it was written. */
export function periodInWords(
  labels: Labels,
  { consultation, date }: ConsultingArticle,
): [string, string] {
  const { from = day(date), until } = consultation;
  const [begin, end] = [from, until].map((time) =>
    [inWords(labels, time), time.slice(11)].join(' ').trim(),
  );
  return [begin ?? '', end ?? ''];
}

/** `邮箱：a@b` → its name and the rest; a line without a name is one way of several. None once nobody can answer. */
export function waysToAnswer(
  labels: Labels,
  { consultation: { by }, consulting }: ConsultingArticle,
): { name: string; words: string }[] {
  // Who reads of a way that is closed writes in vain.
  if (consulting.stage === 'over') return [];
  return by.map((line) => {
    const [, name = labels.consultation.way, words = line] =
      /^([^：:，。]{1,10})[：:](?!\/\/)\s*(.+)$/u.exec(line) ?? [];
    return { name, words };
  });
}

const answers = new WeakMap<Site, ReadonlyMap<string, readonly ConsultingArticle[]>>();

/** The consultations whose result an article tells, newest first. */
export function consultationsAnswered(site: Site, { id }: Article): readonly ConsultingArticle[] {
  const known = answers.get(site) ?? answeredBy(site);
  answers.set(site, known);
  return known.get(id) ?? [];
}

function answeredBy(site: Site): Map<string, ConsultingArticle[]> {
  const over = site.content.articles.filter(isConsulting);
  return Map.groupBy(
    over.filter((article) => resultOf(site, article)),
    (article) => resultOf(site, article)?.id ?? '',
  );
}

/**
 * A column's list with what can still be answered on top, that which ends first before the others, and then what is coming.
 * @param list newest first
 */
export function stillOpen(list: readonly Article[]): ConsultingArticle[] {
  const consulting = list.filter(isConsulting);
  const of = (stage: ConsultationTime['stage']) =>
    consulting
      .filter((article) => article.consulting.stage === stage)
      .toSorted((a, b) => compare(a.consultation.until, b.consultation.until));
  return [...of('open'), ...of('coming')];
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** For the keys of lists: what time and other articles make of it; nothing for an article that asks nobody. */
export function stateKey(site: Site, article: Article, withDays = false): string {
  if (!isConsulting(article)) return '';
  return ` ${stateOf(site, article)}${withDays ? ` ${article.consulting.daysLeft}` : ''}`;
}

/** For the key of an article's page: its state, its result, and what it answers. */
export function consultationParts(site: Site, article: Article): string[] {
  const linked = (other: Article): string => `${articlePath(site, other)} ${linkWords(other)}`;
  const result = isConsulting(article) ? resultOf(site, article) : undefined;
  return [
    stateKey(site, article, true),
    result ? `result ${linked(result)}` : '',
    ...consultationsAnswered(site, article).map(
      (other) => `answers ${other.date} ${linked(other)}${stateKey(site, other)}`,
    ),
  ].filter((each) => each !== '');
}

/** A title, and the words that it is not broken within. */
function linkWords({ title, source, keywords = [] }: Article): string {
  return [title, source, ...keywords].join(' ');
}
