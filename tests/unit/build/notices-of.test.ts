/** Whether what a site withdraws must leave at once, with all that pages which are open still ask for. */
import { expect, test } from 'vitest';
import { noticesOf } from '../../../src/build/notices-of.ts';
import { withdrawsAny } from '../../../src/publish/release/notices.ts';
import { NOTHING_LASTING } from '../../../src/site/ledger/lasting.ts';
import type { Site } from '../../../src/site/site.ts';
import { anArticle, aSite } from '../../support/a-site.ts';

const WITHDRAWN = { date: '2026-11-26', reason: '内容有误' };
const first = anArticle({ id: '20260305-first' });
const second = anArticle({ id: '20260306-second' });
const without = (article: typeof first) => ({ ...article, withdrawn: WITHDRAWN });

const both = aSite({ articles: [second, first] });
const one = aSite({ articles: [second], withdrawn: [without(first)] });
const none = aSite({ withdrawn: [without(second), without(first)] });
/** The text of the first one was deleted: nothing but a line of the ledger says that it was withdrawn. */
const deleted: Site = {
  ...aSite({ articles: [second] }),
  lasting: {
    ...NOTHING_LASTING,
    gone: [{ address: '/xwzx/tpxw/202603/20260305-first/', owner: undefined }],
  },
};
const moved = aSite({ articles: [second], withdrawn: [{ ...without(first), column: 'gzdt' }] });

test.for([
  ['nothing', both, both, false],
  ['one article', both, one, true],
  ['one more', one, none, true],
  ['the same as before', one, one, false],
  ['one less: it is published again', none, one, false],
  ['the same, whose text was deleted', one, deleted, false],
  ['one whose text is deleted at once', both, deleted, true],
  ['the same, moved to another column', one, moved, false],
] as const)('withdrawn is %s', ([, before, now, isNew]) => {
  expect(withdrawsAny(noticesOf(now), noticesOf(before))).toBe(isNew);
});

test('where nobody knows what was withdrawn before, all of it is new', () => {
  expect(withdrawsAny(noticesOf(one), undefined)).toBe(true);
  expect(withdrawsAny(noticesOf(both), undefined)).toBe(false);
});

test('what has expired is not withdrawn, and former names of what is are', () => {
  const site: Site = {
    ...one,
    lasting: {
      ...NOTHING_LASTING,
      gone: [
        { address: '/xwzx/tpxw/202603/20260305-old-name/', owner: '20260305-first' },
        { address: '/xwzx/tpxw/202601/20260101-expired/', owner: '20260101-expired' },
        { address: '/xwzx/tpxw/', owner: undefined },
      ],
    },
  };
  expect([...noticesOf(site).withdrawn]).toEqual(['20260305-first', '20260305-old-name']);
});

test('corrections are counted, under the first name of an article too', () => {
  const corrections = [
    { date: '2026-03-06', note: '日期' },
    { date: '2026-03-07', note: '人名' },
  ];
  const site: Site = {
    ...aSite({ articles: [{ ...second, corrections }, first] }),
    lasting: { ...NOTHING_LASTING, firstNames: new Map([['20260306-second', '20260306-before']]) },
  };
  expect([...noticesOf(site).corrected]).toEqual([
    ['20260306-second', 2],
    ['20260306-before', 2],
  ]);
});
