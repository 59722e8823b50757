/** All that can be done with an open article, by its name. Each kind is a part of the page that comes where somebody asks for it. */
import type { DeskFacts, OpenArticle } from '../api.ts';
import type { PublishAnswer } from '../publish-api.ts';
import { ServerGone, wordsOf } from './desk-api.ts';
import { notice } from './notices.ts';
import type { IssueWays } from './reminders.ts';
import type { ReaderStepName } from './reader-steps.ts';
import type { ReviewStepName } from './review-steps.ts';
import { isReviewed } from './states.ts';

export type EditorStep =
  | ('publish' | 'correct' | 'withdraw' | 'restore' | 'hide' | 'versions')
  | ReaderStepName
  | ReviewStepName;

/** Undefined where nothing was done. @param ways where somebody wants to see a problem first */
type Take = (
  article: OpenArticle,
  facts: DeskFacts,
  ways: IssueWays,
) => Promise<PublishAnswer | undefined>;

const sending = () => import('./publish-steps.ts');
const ofReaders = () => import('./reader-steps.ts');
const reviewing = () => import('./review-steps.ts');

export const STEPS: Readonly<Record<EditorStep, Take>> = {
  publish: later(sending, 'publish'),
  correct: whole('更正', later(sending, 'correct')),
  withdraw: later(sending, 'withdraw'),
  restore: whole('恢复发布', later(sending, 'restore')),
  hide: later(sending, 'hide'),
  schedule: whole('定时发布', later(ofReaders, 'schedule')),
  expire: whole('写失效日期', later(ofReaders, 'expire')),
  move: whole('移动', later(ofReaders, 'move')),
  pin: whole('置顶', later(ofReaders, 'pin')),
  toItsDay: later(ofReaders, 'toItsDay'),
  submit: whole(
    (article) => (isReviewed(article) ? '送审' : '交给发布'),
    later(reviewing, 'submit'),
  ),
  approve: whole('通过', later(reviewing, 'approve')),
  sendBack: later(reviewing, 'sendBack'),
  remark: later(reviewing, 'remark'),
  takeOver: later(reviewing, 'takeOver'),
  versions: later(() => import('./versions-dialog.ts'), 'versions'),
};

/** What takes a text further waits for what stops it: whoever begins is told first, by place. @param words of the step */
function whole(words: string | ((article: OpenArticle) => string), take: Take): Take {
  return async (article, facts, ways) => {
    if (!article.issues.some(({ level }) => level === 'stop')) return take(article, facts, ways);
    const { tellStops } = await import('./reminders.ts');
    await tellStops(article, facts, ways, typeof words === 'string' ? words : words(article));
    return undefined;
  };
}

function later<N extends string>(load: () => Promise<Record<N, Take>>, name: N): Take {
  return async (...asked) => {
    const part = await load().catch((error: unknown) => {
      notice('problem', `没有办成：${wordsOf(new ServerGone(error))}`);
    });
    return part?.[name](...asked);
  };
}
