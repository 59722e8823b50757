/** Where an article stands, in words that are true of what this machine knows. */
import { describe, expect, it } from 'vitest';
import type { ArticleState, PublishingFacts } from '../../../../src/desk/api.ts';
import { wordsOfDone, wordsOfStanding, wordsOfTitle } from '../../../../src/desk/client/states.ts';

const WAYS: readonly PublishingFacts['way'][] = ['published', 'pushed', 'kept-here'];

describe('where an article stands', () => {
  it.each<[ArticleState, string[]]>([
    ['published', ['已发布', '已提交', '已存本机']],
    ['withdrawn', ['已撤下', '撤下已提交', '撤下已存本机']],
    ['new', ['未发布', '未提交', '未存好']],
    ['changed', ['已改未发', '已改未提交', '已改未存好']],
    ['draft', ['草稿', '草稿', '草稿']],
    ['scheduled', ['定时', '定时', '定时']],
  ])('%s', (state, words) => {
    expect(WAYS.map((way) => wordsOfStanding(state, way))).toEqual(words);
  });

  it('a version that was only handed on is not called published', () => {
    expect(WAYS.map((way) => wordsOfDone('发布', way))).toEqual(['发布', '提交', '保存到本机']);
    expect(WAYS.map((way) => wordsOfDone('更正', way))).toEqual(['更正', '更正', '更正']);
  });
});

it('an article without a title is called by its day, one that cannot be read by its file', () => {
  const called = (title: string, date: string, state: ArticleState) =>
    wordsOfTitle({ id: '20261128-a', title, date, state });
  expect([
    called('关于停水的通知', '2026-11-28', 'draft'),
    called('', '2026-11-28 10:30', 'draft'),
    called('', '', 'draft'),
    called('', '', 'broken'),
  ]).toEqual(['关于停水的通知', '没有标题（2026-11-28）', '没有标题', '20261128-a']);
});
