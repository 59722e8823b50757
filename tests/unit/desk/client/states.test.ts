/** Where an article stands, in words that are true of what this machine knows. */
import { describe, expect, it } from 'vitest';
import type { ArticleState, PublishingFacts } from '../../../../src/desk/api.ts';
import { wordsOfDone, wordsOfStanding } from '../../../../src/desk/client/states.ts';

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
