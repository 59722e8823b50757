/** What is done now and then with an article, behind one button. */
import type { DeskFacts, OpenArticle } from '../api.ts';
import { button, element } from './element.ts';
import type { ReaderStepName } from './reader-steps.ts';
import { isOfOtherDay, isUnseen, mayWrite, wasPublished } from './states.ts';

export interface MoreSteps {
  node: HTMLElement;
  show(article: OpenArticle): void;
}

const STEPS: readonly (readonly [ReaderStepName, string, (article: OpenArticle) => boolean])[] = [
  ['schedule', '定时发布', ({ state }) => isUnseen(state)],
  ['expire', '失效日期', ({ state }) => state !== 'withdrawn' && state !== 'broken'],
  ['pin', '置顶', ({ state }) => wasPublished(state)],
  ['toItsDay', '名称改用发布日期', isOfOtherDay],
  ['move', '移到别的栏目', ({ state }) => wasPublished(state)],
];

export function moreSteps(facts: DeskFacts, take: (step: ReaderStepName) => void): MoreSteps {
  const buttons = STEPS.map(([step, words, isOffered]) => {
    const press = () => {
      node.open = false;
      take(step);
    };
    return { made: button(words, press), isOffered };
  });
  const menu = element('div', { className: 'more-steps' }, ...buttons.map(({ made }) => made));
  const node = element('details', { className: 'more' }, element('summary', {}, '更多'), menu);
  node.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    node.open = false;
    node.querySelector('summary')?.focus();
  });
  node.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !node.contains(relatedTarget)) node.open = false;
  });
  return {
    node,
    show(article) {
      for (const { made, isOffered } of buttons) made.hidden = !isOffered(article);
      node.hidden = !mayWrite(facts) || buttons.every(({ made }) => made.hidden);
    },
  };
}
