/** All that can be done with an open article, by its name. */
import type { DeskFacts, OpenArticle, PublishAnswer } from '../api.ts';
import { wordsOf } from './desk-api.ts';
import { notice } from './notices.ts';
import { correct, hide, publish, withdraw } from './publish-steps.ts';
import { expire, move, pin, schedule, toItsDay, type ReaderStepName } from './reader-steps.ts';
import {
  approve,
  remark,
  sendBack,
  submit,
  takeOver,
  type ReviewStepName,
} from './review-steps.ts';

export type EditorStep =
  'publish' | 'correct' | 'withdraw' | 'hide' | 'versions' | ReaderStepName | ReviewStepName;

type Take = (article: OpenArticle, facts: DeskFacts) => Promise<PublishAnswer | undefined>;

export const STEPS: Readonly<Record<EditorStep, Take>> = {
  publish,
  correct,
  withdraw,
  hide,
  schedule,
  expire,
  move,
  pin,
  toItsDay,
  submit,
  approve,
  sendBack,
  remark,
  takeOver,
  // A part of the page that comes where somebody asks for it.
  versions: (article, facts) =>
    import('./versions-dialog.ts').then(
      ({ versions }) => versions(article, facts),
      (error: unknown) => void notice('problem', `没有办成：${wordsOf(error)}`),
    ),
};
