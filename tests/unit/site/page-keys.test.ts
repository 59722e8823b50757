import { expect, it } from 'vitest';
import type { Article } from '../../../src/model/article.ts';
import { pageKeys } from '../../../src/site/page-keys.ts';
import { aSite, anArticle } from '../../support/a-site.ts';

const IDS = ['20260101-a', '20260102-b', '20260103-c', '20260104-d', '20260105-e'];

function keysWith(changes: Record<string, Partial<Article>> = {}, more: Article[] = []) {
  const articles = IDS.map((id) => anArticle({ id, ...changes[id] }));
  const site = aSite({ articles: [...more, ...articles.toReversed()] });
  const keys = pageKeys(site);
  return IDS.map((id) => keys.article(site.article(id)));
}

/** Ids of the pages whose key is another. */
function changedBy(changes: Record<string, Partial<Article>>, more: Article[] = []): string[] {
  const [before, after] = [keysWith(), keysWith(changes, more)];
  return IDS.filter((_, index) => before[index] !== after[index]);
}

it.each<[string, Record<string, Partial<Article>>, Article[], string[]]>([
  ['a text', { '20260103-c': { digest: 'other' } }, [], ['20260103-c']],
  ['a picture', { '20260103-c': { named: { key: 'other', pictures: [] } } }, [], ['20260103-c']],
  [
    'a title: its own page, its neighbours, and the newer ones that may name it as related',
    { '20260103-c': { title: '另一个标题', digest: 'other' } },
    [],
    ['20260102-b', '20260103-c', '20260104-d', '20260105-e'],
  ],
  [
    'a new article: the newest before it alone',
    {},
    [anArticle({ id: '20260106-f' })],
    ['20260105-e'],
  ],
  ['nothing', {}, [], []],
])('%s', (_, changes, more, expected) => {
  expect(changedBy(changes, more)).toEqual(expected);
});
