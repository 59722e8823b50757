import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/model/article.ts';
import type { Consultation, ConsultationTime } from '../../../src/model/consultation.ts';
import { newestOf } from '../../../src/site/column-list.ts';
import {
  consultationsAnswered,
  fullState,
  isConsulting,
  periodInWords,
  resultOf,
  shortState,
  waysToAnswer,
} from '../../../src/site/consultations.ts';
import { linkedWords } from '../../../src/site/linked-words.ts';
import { pageKeys } from '../../../src/site/page-keys.ts';
import type { Site } from '../../../src/site/site.ts';
import { aColumn, anArticle, aSite, someColumns } from '../../support/a-site.ts';

const COLUMN = aColumn({ slug: 'yj', name: '意见', parent: 'xxgk', style: 'consultation' });
const OPEN: ConsultationTime = { stage: 'open', daysLeft: 5 };
const OVER: ConsultationTime = { stage: 'over', daysLeft: 0 };

function asking(
  id: string,
  consulting: ConsultationTime,
  consultation: Partial<Consultation> = {},
  more: Partial<Article> = {},
): Article {
  const written = { until: '2026-11-30', by: ['电话：0000-1234567'], ...consultation };
  return anArticle({ id, column: 'yj', consulting, consultation: written, ...more });
}

/** @param articles oldest first */
const siteOf = (...articles: Article[]): Site =>
  aSite({ columns: [...someColumns(), COLUMN], articles: articles.toReversed() });

function consulting(site: Site, id: string) {
  const article = site.article(id);
  if (!isConsulting(article)) throw new Error(`${id} asks nobody`);
  return article;
}

describe('its state', () => {
  const result = anArticle({ id: '20261105-r', column: 'tz' });
  it.each<[string, ConsultationTime, Partial<Consultation>, Article[], string, string]>([
    ['coming', { stage: 'coming', daysLeft: 9 }, {}, [], '尚未开始', '尚未开始'],
    ['open', OPEN, {}, [], '征集中', '征集中，还有5天'],
    ['on its last day', { stage: 'open', daysLeft: 0 }, {}, [], '征集中', '征集中，今天截止'],
    [
      'open, whatever is said of a result',
      OPEN,
      { result: '20261105-r' },
      [result],
      '征集中',
      '征集中，还有5天',
    ],
    ['over', OVER, {}, [], '已结束', '已结束，结果待反馈'],
    ['told in words', OVER, { result: '采纳2条' }, [], '结果已反馈', '已结束，结果已反馈'],
    [
      'told by an article',
      OVER,
      { result: '20261105-r' },
      [result],
      '结果已反馈',
      '已结束，结果已反馈',
    ],
    [
      'told by an article that nobody can read',
      OVER,
      { result: '20261105-r' },
      [],
      '已结束',
      '已结束，结果待反馈',
    ],
    [
      'told by an article that was withdrawn',
      OVER,
      { result: '20261105-r' },
      [{ ...result, withdrawn: { date: '2026-11-06', reason: '甲' } }],
      '已结束',
      '已结束，结果待反馈',
    ],
  ])('%s', (_, time, consultation, others, short, full) => {
    const site = siteOf(asking('20261101-a', time, consultation), ...others);
    const article = consulting(site, '20261101-a');
    expect([shortState(site, article), fullState(site, article)]).toEqual([short, full]);
  });

  it('its result leads back to it', () => {
    const site = siteOf(asking('20261101-a', OVER, { result: '20261105-r' }), result);
    expect(resultOf(site, consulting(site, '20261101-a'))?.id).toBe('20261105-r');
    expect(consultationsAnswered(site, site.article('20261105-r')).map(({ id }) => id)).toEqual([
      '20261101-a',
    ]);
  });
});

it('a column has the open ones on top, that which ends first before the others, then what is coming', () => {
  const site = siteOf(
    asking('20261101-late', OPEN, { until: '2026-12-20' }),
    asking('20261102-over', OVER),
    asking('20261103-soon', OPEN, { until: '2026-12-01' }),
    asking('20261104-next', { stage: 'coming', daysLeft: 40 }),
    anArticle({ id: '20261105-plain', column: 'yj' }),
    asking('20261106-pinned', OVER, {}, { pinned: true }),
  );
  expect(newestOf(site, COLUMN).map(({ id }) => id.slice(9))).toEqual([
    'pinned',
    'soon',
    'late',
    'next',
    'plain',
    'over',
  ]);
  const others = { ...COLUMN, style: 'headlines' as const };
  expect(newestOf(site, others).map(({ id }) => id.slice(9))[1]).toBe('plain');
});

it('only pages that say it have another key when a day is over, and all that name it when its time is', () => {
  const ids = ['20261101-a', '20261102-b'];
  const at = (time: ConsultationTime) => {
    const site = siteOf(asking('20261101-a', time), anArticle({ id: '20261102-b', column: 'yj' }));
    const keys = pageKeys(site);
    const plain = aColumn({ slug: 'xxgk', name: '公开' });
    return [
      ...ids.map((id) => keys.article(site.article(id))),
      keys.list(COLUMN, 'newest'),
      keys.list(plain, 'newest'),
    ];
  };
  const changed = (a: ConsultationTime, b: ConsultationTime): number[] => {
    const [before, after] = [at(a), at(b)];
    return [0, 1, 2, 3].filter((place) => before[place] !== after[place]);
  };
  expect(changed(OPEN, { stage: 'open', daysLeft: 4 })).toEqual([0, 2]);
  expect(changed(OPEN, OVER)).toEqual([0, 1, 2, 3]);
  expect(changed(OVER, OVER)).toEqual([]);
});

it('its period is told in words, from the day of publication unless another is written', () => {
  const site = siteOf(
    asking('20261101-a', OPEN, { until: '2026-12-01 17:00' }, { date: '2026-11-01 10:30' }),
    asking('20261102-b', OPEN, { from: '2026-11-05 08:00' }),
  );
  expect(periodInWords(site.labels, consulting(site, '20261101-a'))).toEqual([
    '2026年11月1日',
    '2026年12月1日 17:00',
  ]);
  expect(periodInWords(site.labels, consulting(site, '20261102-b'))[0]).toBe('2026年11月5日 08:00');
});

it('ways to answer have their names, while there is somebody to read an answer', () => {
  const by = ['邮箱：a@b.gov.cn', 'https://www.example.gov.cn/', '寄到示例路1号，信封上写：意见'];
  const site = siteOf(asking('20261101-a', OPEN, { by }), asking('20261102-b', OVER, { by }));
  expect(waysToAnswer(site.labels, consulting(site, '20261101-a'))).toEqual([
    { name: '邮箱', words: 'a@b.gov.cn' },
    { name: '提出意见', words: 'https://www.example.gov.cn/' },
    { name: '提出意见', words: '寄到示例路1号，信封上写：意见' },
  ]);
  expect(waysToAnswer(site.labels, consulting(site, '20261102-b'))).toEqual([]);
});

it.each([
  ['a@b.gov.cn，写“意见”', '邮箱：', [['a@b.gov.cn', 'mailto:a@b.gov.cn'], ['，写“意见”']]],
  ['12345', '热线：', [['12345', 'tel:12345']]],
  ['0999-8800027', '传真：', [['0999-8800027']]],
  ['0999-8800027转8', '', [['0999-8800027转8', 'tel:09998800027,8']]],
  ['<b>甲</b>', '', [['<b>甲</b>']]],
  [
    '见https://www.gov.cn/a/0999-8800027/',
    '',
    [['见'], ['https://www.gov.cn/a/0999-8800027/', 'https://www.gov.cn/a/0999-8800027/']],
  ],
])('%s after %s', (text, label, expected) => {
  const pieces = linkedWords(text, label);
  expect(pieces.map(({ text: words, url }) => (url ? [words, url] : [words]))).toEqual(expected);
});
