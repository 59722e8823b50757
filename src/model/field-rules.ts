/** The rules of fields: what zod finds, and what the schemas' own checks find. */
import type { Rule } from './rule.ts';

export const unknownFieldRule: Rule = {
  id: 'field/unknown',
  level: 'stop',
  scope: 'file',
  title: '没有的字段',
  basis: '写错名字的字段不起作用，例如草稿、失效日期，稿件会照样发布。',
};

export const missingFieldRule: Rule = {
  id: 'field/missing',
  level: 'stop',
  scope: 'file',
  title: '缺少的字段',
  basis: '国办发〔2017〕47号：信息要有标题、来源和发布日期。',
};

export const fieldKindRule: Rule = {
  id: 'field/kind',
  level: 'stop',
  scope: 'file',
  title: '字段的形式',
  basis: '一条写成几条、几条写成一条的字段读不懂。',
};

export const fieldValueRule: Rule = {
  id: 'field/value',
  level: 'stop',
  scope: 'file',
  title: '字段的内容',
  basis: '内容不合规则的字段会显示错误，或者不起作用。',
};
