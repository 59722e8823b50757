/** All that can be done with an open article, by its name. Each kind is a part of the page that comes where somebody asks for it. */
import type { DeskFacts, OpenArticle } from '../api.ts';
import type { PublishAnswer } from '../publish-api.ts';
import { ServerGone, wordsOf } from './desk-api.ts';
import { notice } from './notices.ts';
import type { GoTo } from './reminders.ts';
import type { ReaderStepName } from './reader-steps.ts';
import type { ReviewStepName } from './review-steps.ts';

export type EditorStep =
  | ('publish' | 'correct' | 'withdraw' | 'restore' | 'hide' | 'versions')
  | ReaderStepName
  | ReviewStepName;

/** Undefined where nothing was done. @param goTo where somebody wants to see a problem first */
type Take = (
  article: OpenArticle,
  facts: DeskFacts,
  goTo: GoTo,
) => Promise<PublishAnswer | undefined>;

const sending = () => import('./publish-steps.ts');
const ofReaders = () => import('./reader-steps.ts');
const reviewing = () => import('./review-steps.ts');

export const STEPS: Readonly<Record<EditorStep, Take>> = {
  publish: later(sending, 'publish'),
  correct: later(sending, 'correct'),
  withdraw: later(sending, 'withdraw'),
  restore: later(sending, 'restore'),
  hide: later(sending, 'hide'),
  schedule: later(ofReaders, 'schedule'),
  expire: later(ofReaders, 'expire'),
  move: later(ofReaders, 'move'),
  pin: later(ofReaders, 'pin'),
  toItsDay: later(ofReaders, 'toItsDay'),
  submit: later(reviewing, 'submit'),
  approve: later(reviewing, 'approve'),
  sendBack: later(reviewing, 'sendBack'),
  remark: later(reviewing, 'remark'),
  takeOver: later(reviewing, 'takeOver'),
  versions: later(() => import('./versions-dialog.ts'), 'versions'),
};

function later<N extends string>(load: () => Promise<Record<N, Take>>, name: N): Take {
  return async (...asked) => {
    const part = await load().catch((error: unknown) => {
      notice('problem', `没有办成：${wordsOf(new ServerGone(error))}`);
    });
    return part?.[name](...asked);
  };
}
