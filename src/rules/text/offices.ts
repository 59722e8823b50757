/** Offices of persons that run together, and levels written twice. */
import type { Rule } from '../../model/rule.ts';
import { matches } from './text-check.ts';
import type { TextCheck } from './text-check.ts';

export const levelTwiceRule: Rule = {
  id: 'text/level-twice',
  level: 'stop',
  scope: 'text',
  title: '写了两次的层级',
  basis: '新华社禁用词和慎用词：称“××省委书记”，不称“××省省委书记”。',
};

export const officesRule: Rule = {
  id: 'text/offices-together',
  level: 'warn',
  scope: 'text',
  title: '连在一起的职务',
  basis: 'GB/T 15834-2011《标点符号用法》：并列的职务用顿号隔开。',
};

const LEVEL = /(省省委|市市委|县县委|区区委|州州委)(?=书记|副书记|常委)/gu;
const OFFICES =
  /(常委|党组(?:副书记|书记|成员)|党委(?:副书记|书记|委员)|支部书记)((?:政府|常务|人大)?(?:副主席|副省长|副市长|副县长|副区长|副州长|副局长|副主任|副厅长|局长|主任|厅长|市长|县长))/gu;

export const OFFICE_CHECKS: readonly TextCheck[] = [
  {
    rule: levelTwiceRule,
    find: (words) =>
      matches(words, LEVEL, ({ 0: written }) => ({
        message: `「${written}」里层级写了两次。`,
        fix: `改成「${written.slice(1)}」，前面写全地名。`,
      })),
  },
  {
    rule: officesRule,
    isStyle: true,
    find: (words) =>
      matches(words, OFFICES, ({ 0: written, 1: first, 2: second }) => ({
        message: `「${written}」两个职务连在了一起。`,
        fix: `改成「${first}、${second}」。`,
      })),
  },
];
