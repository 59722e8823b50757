import { describe, expect, it } from 'vitest';
import { factsAtHead } from '../../../src/markdown/facts-at-head.ts';

const TEXT = '第一条　为控制运行成本，制定本规定。';

describe('before the text of an official document', () => {
  it.each([
    '示机管发〔2024〕45号',
    '示机管发［2024］第45号',
    '索引号：990000002/2024-00045',
    '文　　号：示机管发〔2024〕45号',
    '索引号\n990000002/2024-00045\n发文机关\n示例自治区机关事务管理局',
    '示机管发〔2024〕45号\n成文日期：2024年9月11日\n主题分类：综合政务',
  ])('%j are facts', (facts) => {
    expect(factsAtHead(`${facts}\n${TEXT}`)).toEqual({ facts, text: TEXT });
  });

  it.each([
    TEXT,
    `${TEXT}\n示机管发〔2024〕45号`,
    '按照示机管发〔2024〕45号，现通知如下。\n正文。',
    '文号是什么？\n正文。',
    '名称相近的单位怎样区分\n正文。',
    '示机管发〔2024〕45号',
    '索引号\n990000002/2024-00045',
    '',
  ])('%j has none', (text) => {
    expect(factsAtHead(text)).toEqual({ facts: '', text });
  });
});
