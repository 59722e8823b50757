import { expect, test } from 'vitest';
import { nearest } from '../../../src/model/nearest.ts';

const FIELDS = ['title', 'subtitle', 'source', 'date', 'draft', 'keywords'];

test.for([
  ['titel', FIELDS, 'title'],
  ['Title', FIELDS, 'title'],
  ['subtitles', FIELDS, 'subtitle'],
  ['keyword', FIELDS, 'keywords'],
  ['data', FIELDS, 'date'],
  ['图片新问', ['工作动态', '图片新闻'], '图片新闻'],
  ['图片', ['工作动态', '图片新闻'], undefined],
  ['通知', ['通报', '公告'], '通报'],
  ['a', ['b'], 'b'],
  ['color', ['colour'], 'colour'],
  ['weather', FIELDS, undefined],
  ['titel', [], undefined],
] as const)('%s among %j is %s', ([word, candidates, meant]) => {
  expect(nearest(word, candidates)).toBe(meant);
});
