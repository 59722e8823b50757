import { describe, expect, it } from 'vitest';
import type { ListedArticle } from '../../../../src/desk/api.ts';
import { findArticles, searchedArticles } from '../../../../src/desk/client/list-filter.ts';
import type { ListGroup } from '../../../../src/desk/client/list-filter.ts';

function anArticle(article: Partial<ListedArticle>): ListedArticle {
  const { id = 'a', title = '标题', column = '通知公告', date = '2026-03-05' } = article;
  return { id, title, column, date, state: 'published', problems: 0, ...article };
}

const LISTED = [
  anArticle({ id: 'old', title: '公务用车封存停驶', date: '2026-01-02' }),
  anArticle({ id: 'late', title: '食堂试行小份菜', date: '2026-03-05 10:30', state: 'changed' }),
  anArticle({ id: 'early', title: '食堂ＡＢ区检修', date: '2026-03-05', column: '工作动态' }),
  anArticle({ id: 'begun', title: '没写完的', date: '', state: 'draft', problems: 2 }),
  anArticle({ id: 'torn', title: '', date: '', state: 'broken', problems: 1 }),
  anArticle({ id: 'gone', title: '撤下的', state: 'withdrawn', date: '2025-12-01' }),
  anArticle({ id: 'soon', title: '将来的', state: 'scheduled', date: '2027-01-01' }),
];
const articles = searchedArticles(LISTED, Date.parse('2026-03-06T08:00:00+08:00'));
const wish = { group: 'all', words: '', column: '' } as const;
const ids = (asked: object) =>
  findArticles(articles, { ...wish, ...asked }).articles.map(({ id }) => id);

describe('the list', () => {
  it('begins with what has no date yet, and goes on from the newest', () => {
    expect(ids({})).toEqual(['torn', 'begun', 'soon', 'late', 'early', 'old', 'gone']);
  });

  it.each([
    [{ group: 'drafts' }, ['begun']],
    [{ group: 'changed' }, ['late']],
    [{ group: 'scheduled' }, ['soon']],
    [{ group: 'recent' }, ['late', 'early']],
    [{ group: 'problems' }, ['torn', 'begun']],
    [{ words: '食堂' }, ['late', 'early']],
    [{ words: ' 检修  食堂 ' }, ['early']],
    [{ words: 'ab区' }, ['early']],
    [{ words: 'SOON' }, ['soon']],
    [{ words: '没有这样的' }, []],
    [{ column: '工作动态' }, ['early']],
  ])('%j → %j', (asked, expected) => {
    expect(ids(asked)).toEqual(expected);
  });

  it('counts every group among what is looked for, whichever is shown', () => {
    const { counts } = findArticles(articles, { ...wish, group: 'drafts', words: '食堂' });
    expect(counts).toMatchObject({ all: 2, drafts: 0, changed: 1, recent: 2, problems: 0 });
  });

  it('has what is mine, what waits for me, and what is being reviewed', () => {
    const review = { stand: 'in-review', next: '一审', isMine: false, isForMe: false } as const;
    const reviewed = searchedArticles(
      [
        anArticle({ id: 'mine', review: { ...review, stand: 'writing', isMine: true } }),
        anArticle({ id: 'for-me', review: { ...review, isForMe: true } }),
        anArticle({ id: 'approved', review: { ...review, stand: 'approved' } }),
        anArticle({ id: 'back', review: { ...review, stand: 'sent-back' } }),
      ],
      0,
    );
    const of = (group: ListGroup) =>
      findArticles(reviewed, { ...wish, group }).articles.map(({ id }) => id);
    expect([of('mine'), of('for-me'), of('in-review')]).toEqual([
      ['mine'],
      ['for-me'],
      ['for-me', 'approved'],
    ]);
  });
});
