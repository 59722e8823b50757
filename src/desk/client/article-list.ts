/** All articles of the site: looked for by words, state and column as one types. */
import type { DeskFacts, ListedArticle, PublishingFacts } from '../api.ts';
import { button, element, newId } from './element.ts';
import {
  findArticles,
  searchedArticles,
  type ListGroup,
  type ListWish,
  type SearchedArticle,
} from './list-filter.ts';
import { RECENT_WORDS, wordsOfReview, wordsOfStanding, wordsOfTitle } from './states.ts';

export interface ArticleList {
  node: HTMLElement;
  show(articles: readonly ListedArticle[]): void;
  /** Marks the one that is open. */
  open(id: string): void;
}

type Way = PublishingFacts['way'];
/** Of whom a group is: of an office with reviews, of those who review there, or of those who publish in any. */
type Needed = 'review' | 'reviewer' | '签发';

const groupsOf = (way: Way): readonly (readonly [ListGroup, string, Needed?])[] => [
  ['all', '全部'],
  ['mine', '我的', 'review'],
  ['for-me', '等我审', 'reviewer'],
  ['to-publish', '等我发布', '签发'],
  ['in-review', '审核中', 'review'],
  ['drafts', '草稿'],
  ['changed', wordsOfStanding('changed', way)],
  ['scheduled', '定时'],
  ['recent', RECENT_WORDS[way]],
  ['problems', '有问题'],
];

/** As many as are shown at once, and each time more are asked for. */
const STEP = 100;

/** @param start what is offered to begin an article, above the list */
export function articleList(
  { columns, hasReviews, me, publishing: { way } }: DeskFacts,
  ...start: HTMLElement[]
): ArticleList {
  let all: SearchedArticle[] = [];
  let shown = STEP;
  let openId = '';
  const wish: ListWish = { group: 'all', words: '', column: '' };
  const words = element('input', { type: 'search', id: newId('words'), placeholder: '按标题查找' });
  const column = element('select', { id: newId('column') });
  column.append(element('option', { value: '' }, '全部栏目'));
  for (const name of new Set(columns.map(({ name }) => name)))
    column.append(element('option', { value: name }, name));
  const review = hasReviews && me !== undefined;
  const has: Readonly<Record<Needed, boolean>> = {
    review,
    reviewer: review && me.roles.some((role) => role !== '编辑' && role !== '签发'),
    签发: me?.roles.includes('签发') ?? false,
  };
  const offered = groupsOf(way).filter(([, , needed]) => needed === undefined || has[needed]);
  const groups = offered.map(([group, label]) => {
    const count = element('span', { className: 'number' });
    const made = button(label, () => ask({ group }), { className: 'group' });
    made.append(count);
    return { group, count, made };
  });
  const said = element('p', { className: 'found', attributes: { role: 'status' } });
  const list = element('ol', { className: 'articles' });
  const more = button('显示更多', () => {
    shown += STEP;
    fill();
    list.querySelectorAll<HTMLElement>('a')[shown - STEP]?.focus();
  });
  words.addEventListener('input', () => ask({ words: words.value }));
  column.addEventListener('change', () => ask({ column: column.value }));
  const node = element(
    'section',
    { className: 'list-pane', attributes: { 'aria-label': '稿件列表' } },
    element(
      'div',
      { className: 'list-head' },
      element('div', { className: 'start' }, ...start),
      element(
        'div',
        { className: 'finding', attributes: { role: 'search' } },
        element('label', { htmlFor: words.id, className: 'unseen' }, '按标题查找'),
        words,
        element('label', { htmlFor: column.id, className: 'unseen' }, '栏目'),
        column,
      ),
    ),
    element(
      'div',
      { className: 'groups', attributes: { role: 'group', 'aria-label': '按状态' } },
      ...groups.map(({ made }) => made),
    ),
    said,
    list,
    more,
  );

  function ask(asked: Partial<ListWish>) {
    Object.assign(wish, asked);
    shown = STEP;
    fill();
    node.scrollTop = 0;
  }

  function fill() {
    const { articles, counts } = findArticles(all, wish);
    for (const { group, count, made } of groups) {
      made.setAttribute('aria-pressed', String(group === wish.group));
      count.textContent = ` ${counts[group]}`;
    }
    said.textContent = wordsOfFound(all.length, articles.length, wish);
    list.replaceChildren(...articles.slice(0, shown).map((article) => entry(article, openId, way)));
    more.hidden = articles.length <= shown;
  }

  return {
    node,
    show(articles) {
      all = searchedArticles(articles, Date.now());
      fill();
    },
    open(id) {
      openId = id;
      for (const link of list.querySelectorAll('a')) mark(link, link.dataset['id'] === id);
    },
  };
}

function wordsOfFound(all: number, found: number, { words, group, column }: ListWish): string {
  if (all === 0) return '还没有稿件。点“新建稿件”开始写，或者把 Word 文件拖到这里。';
  if (found > 0)
    return words.trim() !== '' || column !== '' ? `找到 ${found} 篇` : `共 ${found} 篇`;
  if (words.trim() !== '')
    return `没有标题里有“${words.trim()}”的稿件。少写几个字再试，或者点“全部”。`;
  if (group === 'for-me') return '没有等您审的稿件。';
  if (group === 'to-publish') return '没有等您发布的稿件。';
  return group === 'problems' ? '没有发现问题。' : '这里现在没有稿件。';
}

function entry(article: ListedArticle, openId: string, way: Way): HTMLElement {
  const { id, column, date, state, problems, review, writing } = article;
  const words = (review && wordsOfReview(review)) ?? wordsOfStanding(state, way);
  const link = element(
    'a',
    { href: `#/${encodeURIComponent(id)}` },
    element('span', { className: 'title' }, wordsOfTitle(article)),
    element('span', { className: 'soft column' }, column || '没有栏目'),
    element('span', { className: 'soft date' }, date),
    element('span', { className: `state ${review?.stand ?? ''} ${state}` }, words),
    writing === undefined
      ? undefined
      : element('span', { className: 'soft writing' }, `${writing}正在写`),
    problems > 0 ? element('span', { className: 'problems' }, `${problems} 处必须改`) : undefined,
  );
  link.dataset['id'] = id;
  mark(link, id === openId);
  return element('li', {}, link);
}

function mark(link: HTMLAnchorElement, isOpen: boolean): void {
  if (isOpen) link.setAttribute('aria-current', 'page');
  else link.removeAttribute('aria-current');
}
