/** Above the text: which article it is, where it stands, whether it is saved, and what can be done with it. */
import type { DeskFacts, OpenArticle, PublishingFacts, ReviewStand } from '../api.ts';
import { wordsOfState, type SaveState } from './autosave.ts';
import { button, element } from './element.ts';
import type { EditorStep } from './editor-steps.ts';
import { moreSteps } from './more-steps.ts';
import { reviewBar } from './review-bar.ts';
import {
  isReviewed,
  wasPublished,
  wordsOfPublishing,
  wordsOfStanding,
  wordsOfTitle,
} from './states.ts';

export interface EditorHead {
  node: HTMLElement;
  /** The buttons, which stand elsewhere. */
  steps: HTMLElement;
  /** @param words as it stands in the text now; empty where there is none */
  showTitle(words: string, article: OpenArticle): void;
  showSave(state: SaveState): void;
  /** @param missing labels of required fields that are empty */
  showState(article: OpenArticle, missing: readonly string[]): void;
}

export interface HeadActions {
  take(step: EditorStep): void;
  /** A publication was asked for that is not possible; why is shown already. */
  refused(): void;
  /** Two texts are there, and one is to be chosen. */
  solve(): void;
  toText(): void;
}

export function editorHead(facts: DeskFacts, actions: HeadActions): EditorHead {
  const title = element('h1', { tabIndex: -1 });
  const state = element('span', { className: 'state' });
  const saved = element('span', { className: 'save-state', attributes: { role: 'status' } });
  const solve = button('处理', () => actions.solve(), { className: 'quiet', hidden: true });
  const reason = element('span', { className: 'reason', id: 'publish-reason' });
  const main = button(
    '',
    () =>
      main.getAttribute('aria-disabled') === 'true' ? actions.refused() : actions.take('publish'),
    {
      className: 'main',
      attributes: { 'aria-describedby': reason.id },
    },
  );
  const others: Record<'correct' | 'withdraw' | 'restore' | 'hide', HTMLButtonElement> = {
    correct: button('更正', () => actions.take('correct')),
    withdraw: button('撤下', () => actions.take('withdraw')),
    restore: button('恢复发布', () => actions.take('restore')),
    hide: button('改回草稿', () => actions.take('hide')),
  };
  // Where nothing moves it when the text is saved, which pressing it does.
  const versions = button('历史版本', () => actions.take('versions'), { className: 'quiet' });
  const review = reviewBar(facts, actions.take);
  const more = moreSteps(facts, actions.take);
  // The title has the focus when an article is opened.
  const skip = button('跳到正文', () => actions.toText(), { className: 'skip' });
  const back = element('a', { href: '#/', className: 'back' }, '← 稿件列表');
  const node = element(
    'header',
    { className: 'editor-head' },
    element('div', { className: 'editor-title' }, back, title, skip, versions),
    element('div', { className: 'where-it-stands' }, state, saved, solve, reason),
    review.node,
  );
  const steps = element('div', { className: 'steps' }, more.node, ...Object.values(others), main);
  return {
    node,
    steps,
    showTitle(words, { id, state, fields: { date = '' } }) {
      title.textContent = wordsOfTitle({ id, state, title: words, date });
      title.title = words;
    },
    showSave(now) {
      // Why it is not saved stands there while it is tried again: nothing jumps, and nobody is told twice.
      if (now.kind === 'saving' && saved.classList.contains('failed')) return;
      saved.textContent = now.kind === 'typing' ? '' : wordsOfState(now);
      saved.classList.toggle('failed', now.kind === 'failed' || now.kind === 'elsewhere');
      solve.hidden = now.kind !== 'elsewhere';
    },
    showState(article, missing) {
      state.className = `state ${article.state}`;
      const since = article.state === 'scheduled' ? ` ${article.fields['date'] ?? ''}` : '';
      state.textContent = wordsOfStanding(article.state, facts.publishing.way) + since;
      const may = (role: string): boolean => facts.me?.roles.includes(role) ?? true;
      const isPublished = wasPublished(article.state);
      others.correct.hidden = !isPublished || !may(isReviewed(article) ? '编辑' : '签发');
      const mayBeSeen = isPublished || ['waiting', 'unsent'].includes(article.state);
      others.withdraw.hidden = !mayBeSeen || !may('签发');
      others.restore.hidden = article.state !== 'withdrawn' || !may('签发');
      others.hide.hidden = article.state !== 'new' && article.state !== 'scheduled';
      review.show(article);
      more.show(article);
      main.hidden = !may('签发');
      main.textContent = wordsOfPublishing(article, facts.publishing);
      const why = reasonNot(article, missing, facts.me, facts.publishing.way);
      reason.textContent = why ?? article.whyUnsent ?? '';
      main.setAttribute('aria-disabled', String(why !== undefined));
    },
  };
}

/** Why it cannot be published now; undefined where it can. */
export function reasonNot(
  article: OpenArticle,
  missing: readonly string[],
  me: DeskFacts['me'],
  way: PublishingFacts['way'],
): string | undefined {
  const { issues, review } = article;
  if (article.state === 'unsent') return undefined;
  const stops = issues.filter(({ level }) => level === 'stop').length;
  if (article.state === 'withdrawn') return TAKEN_BACK[way];
  if (article.reviewProblem !== undefined) return '审核的设置有问题，先改好';
  if (missing.length > 0) return `先填：${missing.join('、')}`;
  if (stops > 0) return `还有 ${stops} 处必须改`;
  if (article.state === 'broken') return '文件读不出来';
  const isToReview = isReviewed(article) && review?.stand !== 'none';
  if (article.state === 'published' && !isToReview) return NOTHING_NEW[way];
  if (article.state === 'expired') return '已经过期：先改失效日期';
  if (review && isReviewed(article)) {
    if (me === undefined) return '要审的稿件，在多人的写稿台里办';
    if (review.stand !== 'approved') return WAITING[review.stand];
  }
  // The bar says of a reviewed text for what it waits.
  if (!me || me.roles.includes('签发')) return undefined;
  return isReviewed(article) || review?.stand === 'ready' ? '' : '写好以后点“交给发布”';
}

/** Who does not publish cannot know what readers see. */
const NOTHING_NEW: Readonly<Record<PublishingFacts['way'], string>> = {
  published: '读者看到的就是这一稿',
  pushed: '已经提交，网站更新以后读者就看到这一稿',
  'kept-here': '这一稿已经记在这台电脑上',
};

const TAKEN_BACK: Readonly<Record<PublishingFacts['way'], string>> = {
  published: '读者看到的是撤下的说明',
  pushed: '撤下已经提交，网站更新以后读者就看到撤下的说明',
  'kept-here': '撤下已经记在这台电脑上',
};

const WAITING: Readonly<Record<Exclude<ReviewStand, 'approved'>, string | undefined>> = {
  none: undefined,
  ready: undefined,
  writing: '写好以后先送审',
  // The bar below says it.
  'in-review': '',
  'sent-back': '照意见改好，再送审',
};
