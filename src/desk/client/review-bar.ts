/** Below an article's head: its review step by step, who is writing of it, and what this person may do about either. */
import type { DeskFacts, OpenArticle, ReviewView } from '../api.ts';
import { button, element } from './element.ts';
import type { ReviewStepName } from './review-steps.ts';
import { mayWrite, STAND_WORDS } from './states.ts';

export interface ReviewBar {
  node: HTMLElement;
  show(article: OpenArticle): void;
}

/** The step to be made next stands out. */
const BUTTONS: readonly (readonly [ReviewStepName, ReviewView['may'][number], string])[] = [
  ['remark', '意见', '写意见'],
  ['sendBack', '退回', '退回'],
  ['approve', '通过', '通过'],
  ['submit', '送审', '送审'],
];

/** Characters that a phone shows of a reason without scrolling. */
const LONG_NOTE = 50;

/** @param take begins a step */
export function reviewBar(facts: DeskFacts, take: (step: ReviewStepName) => void): ReviewBar {
  const writing = element('p', { className: 'writing', attributes: { role: 'status' } });
  const problem = element('p', { className: 'review-problem', attributes: { role: 'status' } });
  const back = element('p', { className: 'sent-back-note', attributes: { role: 'status' } });
  const takeOver = button('接手', () => take('takeOver'));
  const steps = element('ol', { className: 'review-steps', attributes: { 'aria-label': '审核' } });
  const buttons = BUTTONS.map(([step, did, words]) => ({
    did,
    made: button(words, () => take(step), { className: did === '意见' ? 'quiet' : '' }),
  }));
  const history = element('ol', { className: 'review-history' });
  const summary = element('summary', {}, '审核记录');
  const past = element('details', { className: 'past' }, summary, history);
  const acts = element(
    'div',
    { className: 'review-acts' },
    past,
    element('div', { className: 'review-buttons' }, ...buttons.map(({ made }) => made)),
  );
  const review = element('div', { className: 'review' }, steps, acts);
  const lease = element('div', { className: 'lease' }, writing, takeOver);
  return {
    node: element('div', { className: 'review-bar' }, lease, problem, back, review),
    show({ review: view, reviewProblem, writing: other }) {
      lease.hidden = other === undefined;
      writing.textContent = other === undefined ? '' : `${other}正在写这篇稿件`;
      takeOver.hidden = !mayWrite(facts);
      problem.textContent = reviewProblem ?? '';
      problem.hidden = reviewProblem === undefined;
      review.hidden =
        view === undefined ||
        reviewProblem !== undefined ||
        (view.stand === 'none' && view.history.length === 0 && !view.may.includes('送审'));
      const why =
        view?.stand === 'sent-back'
          ? view.history.findLast(({ did }) => did === '退回')
          : undefined;
      const told = why ? wordsOfStep(why) : '';
      // Said again, it would be read out again.
      if (back.textContent !== told) back.textContent = told;
      back.hidden = why === undefined;
      // A long one is scrolled, by keys too.
      back.tabIndex = told.length > LONG_NOTE ? 0 : -1;
      if (!view) return;
      steps.replaceChildren(...stepItems(view));
      for (const { did, made } of buttons) {
        made.hidden = !view.may.includes(did);
        if (did === '送审') made.textContent = view.steps.length > 0 ? '送审' : '交给发布';
        made.classList.toggle('main', did === '送审' || did === '通过');
      }
      past.hidden = view.history.length === 0;
      history.replaceChildren(...view.history.toReversed().map(historyItem));
    },
  };
}

function stepItems({ steps, approvals, stand, next }: ReviewView): HTMLElement[] {
  const items = steps.map((role, index) => {
    const approval = approvals[index];
    const words = approval
      ? `${approval.by} ${approval.at.slice(5, 16)} 通过`
      : stand === 'in-review' && role === next
        ? '等审'
        : '';
    const name = element('strong', {}, role);
    return element('li', { className: approval ? 'made' : '' }, name, words && ` ${words}`);
  });
  const stands = STAND_WORDS[stand];
  return stands === '' ? items : [element('li', { className: `stand ${stand}` }, stands), ...items];
}

function historyItem(step: ReviewView['history'][number]): HTMLElement {
  return element('li', {}, `${step.at.slice(0, 16)} ${wordsOfStep(step)}`);
}

function wordsOfStep({ by, did, role, note }: ReviewView['history'][number]): string {
  const who = role === undefined ? by : `${by}（${role}）`;
  return `${who}${did}${note === undefined ? '' : `：${note}`}`;
}
