/** What takes an article to its readers, or from them, by its address. */
import type { ReadArticle } from '../../model/article.ts';
import { changeArticle, hideArticle } from './change-article.ts';
import { publishArticle } from './publish-article.ts';
import type { Acting } from './publish-article.ts';

type Act = (
  article: ReadArticle,
  note: string,
  acting: Acting,
) => ReturnType<typeof publishArticle>;

/** With what the versions call it. */
export const ACTS: Readonly<Record<string, readonly [string, Act] | undefined>> = {
  publish: ['发布', publishArticle],
  hide: ['改回草稿', (article, _, acting) => hideArticle(article, acting)],
  correct: ['更正', (article, note, acting) => changeArticle('correct', article, note, acting)],
  withdraw: ['撤下', (article, note, acting) => changeArticle('withdraw', article, note, acting)],
  restore: ['恢复发布', (article, note, acting) => changeArticle('restore', article, note, acting)],
  move: ['移动', (article, note, acting) => changeArticle('move', article, note, acting)],
};

/** What a request has that takes an article somewhere. */
export type OnItsWay = Pick<Acting['setUp'], 'unfetched' | 'apart' | 'live'>;

/** Whether this is behind an article's name where it is taken to its readers, or from them. */
export const isAct = (rest: readonly string[]): boolean =>
  rest.length === 1 && Object.hasOwn(ACTS, rest[0] ?? '');
