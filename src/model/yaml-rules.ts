/** The rules of YAML's own writing. */
import type { Rule } from './rule.ts';

export const unreadableLineRule: Rule = {
  id: 'yaml/unreadable',
  level: 'stop',
  scope: 'file',
  title: '读不懂的行',
  basis: '读不懂的行里写的都不起作用。',
};

export const duplicateKeyRule: Rule = {
  id: 'yaml/duplicate-key',
  level: 'stop',
  scope: 'file',
  title: '写了两次的字段',
  basis: '写了两次的字段只有一个起作用，是哪一个要由写的人定。',
};

export const anchorRule: Rule = {
  id: 'yaml/anchor',
  level: 'stop',
  scope: 'file',
  title: '锚点',
  basis: '几行锚点能展开成几个 GB，多半是「&」「*」写在了开头。',
};

export const severalDocumentsRule: Rule = {
  id: 'yaml/several-documents',
  level: 'stop',
  scope: 'file',
  title: '多出的「---」',
  basis: '「---」下面的内容都不会用到。',
};
