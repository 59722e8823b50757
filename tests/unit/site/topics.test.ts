import { describe, expect, it } from 'vitest';
import type { Topic, TopicSection } from '../../../src/model/topic.ts';
import { pageKeys } from '../../../src/site/page-keys.ts';
import { homeTopics, shownSections, topicsOf } from '../../../src/site/topics.ts';
import { publishedArticle, sectionArticles } from '../../../src/site/topic-articles.ts';
import { createSite } from '../../../src/site/site.ts';
import { NOTHING_LASTING } from '../../../src/site/ledger/lasting.ts';
import { aSite, anArticle, aTopic } from '../../support/a-site.ts';

const articles = [
  anArticle({ id: '20260306-d', column: 'tz', keywords: ['节能', '用车'] }),
  anArticle({ id: '20260305-c', column: 'gzdt', keywords: ['用车'], title: '节能一事' }),
  anArticle({ id: '20260304-b', column: 'tpxw', keywords: ['节能'], pinned: true }),
  anArticle({ id: '20260303-a', column: 'tpxw' }),
];
const withdrawn = [
  anArticle({ id: '20260302-w', withdrawn: { date: '2026-03-03', reason: '有误' } }),
];
const site = aSite({ articles, withdrawn });
const idsOf = (section: Partial<TopicSection>): string[] =>
  sectionArticles(site, section).map(({ id }) => id.slice(-1));
const section = (change: Partial<TopicSection>): TopicSection => ({
  title: '甲',
  style: 'headlines',
  ...change,
});

describe('a section shows', () => {
  it.each<[string, Partial<TopicSection>, string]>([
    [
      'what is written, in its order, once',
      { articles: ['20260303-a', '20260306-d', '20260303-a'] },
      'ad',
    ],
    ['by an address', { articles: ['/xwzx/tpxw/202603/20260304-b/'] }, 'b'],
    [
      'by a whole address with something behind it',
      { articles: ['https://www.example.gov.cn/xxgk/tz/202603/20260306-d/?from=a'] },
      'd',
    ],
    ['nothing of what was withdrawn or never was', { articles: ['20260302-w', '20260301-x'] }, ''],
    [
      'what has one of the keywords, newest first, and not who has them in the text',
      { keywords: ['节能'] },
      'db',
    ],
    ['each once, whichever keywords it has', { keywords: ['用车', '节能'] }, 'dcb'],
    ['a column with those below it, pinned ones in their place', { category: '新闻资讯' }, 'cba'],
    ['keywords within a column', { category: 'xwzx', keywords: ['节能', '用车'] }, 'cb'],
    ['as many as wanted', { category: '新闻资讯', count: 1 }, 'c'],
    ['nothing of a column that is not there', { category: '没有', keywords: ['节能'] }, ''],
  ])('%s', (_, asked, expected) => {
    expect(idsOf(asked).join('')).toBe(expected);
  });

  it('twenty where nothing is said, and all that are written', () => {
    const many = Array.from({ length: 30 }, (_, number) =>
      anArticle({ id: `202603${String(30 - number).padStart(2, '0')}-a`, keywords: ['节能'] }),
    );
    const large = aSite({ articles: many });
    const written = many.map(({ id }) => id);
    expect(sectionArticles(large, { keywords: ['节能'] })).toEqual(many.slice(0, 20));
    expect(sectionArticles(large, { articles: written })).toEqual(many);
  });

  it('an article by the name that it had before', () => {
    const former = [
      { address: '/xwzx/tpxw/202603/20260304-old/', to: '/xwzx/tpxw/202603/20260304-b/' },
    ];
    const renamed = createSite(site.content, { lasting: { ...NOTHING_LASTING, former } });
    expect(publishedArticle(renamed, '20260304-old')?.id).toBe('20260304-b');
    expect(publishedArticle(renamed, '20260304-none')).toBeUndefined();
  });
});

describe('sections in two columns', () => {
  const widths = (sections: TopicSection[]): (boolean | undefined)[] =>
    shownSections(site, aTopic({ sections })).map(({ isWide }) => isWide);
  const list = (...ids: string[]): TopicSection => section({ articles: ids });
  const pictures = section({ style: 'pictures', keywords: ['节能'] });

  it('an empty one is left out, and one alone is wide', () => {
    expect(widths([list('20260303-a'), list('20260302-w')])).toEqual([true]);
  });
  it('two as long as one another stand side by side', () => {
    expect(widths([list('20260303-a'), list('20260304-b')])).toEqual([false, false]);
  });
  it('one that is much longer than all others is wide, and so are those that it parts', () => {
    const ids = articles.map(({ id }) => id);
    expect(widths([list('20260303-a'), list(...ids), list('20260304-b')])).toEqual([
      false,
      false,
      false,
    ]);
    expect(widths([list(...ids), list('20260304-b')])).toEqual([true, true]);
  });
  it('pictures are wide, and so is a list that they part from the others', () => {
    expect(widths([list('20260303-a'), pictures, list('20260304-b')])).toEqual([true, true, true]);
  });
});

it('an article is of the topics that show it by its id or keywords, not of those that show its column', () => {
  const topics = [
    aTopic({ slug: 'a', sections: [section({ keywords: ['节能'], count: 1 })] }),
    aTopic({ slug: 'b', sections: [section({ articles: ['20260306-d', '20260303-a'] })] }),
    aTopic({ slug: 'c', sections: [section({ category: '新闻资讯' })] }),
  ];
  const shown = aSite({ articles, topics });
  const slugs = articles.map((article) => topicsOf(shown, article).map(({ slug }) => slug));
  expect(slugs).toEqual([['a', 'b'], [], [], ['b']]);
});

it('home shows as many as site.yaml wants of those that are not over', () => {
  const topics = ['a', 'b', 'c', 'd', 'e'].map((slug) => aTopic({ slug, isOver: slug === 'b' }));
  const slugs = (count: number): string =>
    homeTopics(aSite({ topics, config: { homeTopics: count } }))
      .map(({ slug }) => slug)
      .join('');
  expect([slugs(3), slugs(1), slugs(0)]).toEqual(['acd', 'a', '']);
});

describe('the key of a topic', () => {
  const keyWith = (topic: Partial<Topic>, change = {}): string => {
    const own = aTopic(topic);
    const changed = articles.map((each) =>
      each.id === '20260304-b' ? { ...each, ...change } : each,
    );
    return pageKeys(aSite({ articles: changed, topics: [own] })).topic(own);
  };

  it('is another one with its text, its pictures, its end and an article that it shows', () => {
    const keys = [
      keyWith({}),
      keyWith({ digest: 'other' }),
      keyWith({ named: { key: 'other', pictures: [] } }),
      keyWith({ isOver: true }),
      keyWith({}, { digest: 'other' }),
      keyWith({}, { keywords: [] }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('stays with what it does not show', () => {
    const sections = [section({ articles: ['20260306-d'] })];
    expect(keyWith({ sections })).toBe(keyWith({ sections }, { digest: 'other' }));
  });
});

it('a topic gives another key to the articles that name it, and to no other', () => {
  const [before, after] = [[], [aTopic()]].map((topics) => {
    const keys = pageKeys(aSite({ articles, topics }));
    return articles.map((article) => keys.article(article));
  });
  expect(before?.map((key, place) => key === after?.[place])).toEqual([false, true, false, true]);
});
