/** Marks that the import of a Word file leaves where it could not bring something over: nobody may publish them. */
import type { Root } from 'mdast';
import type { Rule } from '../model/rule.ts';
import { type BodyProblem, lineOf, shortened } from './body-problem.ts';
import { visit } from './visit.ts';

export const notImportedRule: Rule = {
  id: 'paste/not-imported',
  level: 'stop',
  scope: 'text',
  title: '没有导入的内容',
  basis: '稿件缺了原文里的内容，不能发布。',
};

const MARK = /【未导入：([^】]*)】?/gu;

/** @param tree as it was parsed */
export function inspectNotImported(tree: Root, body: string): BodyProblem[] {
  if (!body.includes('未导入')) return [];
  const problems: BodyProblem[] = [];
  visit(tree, 'text', (node) => {
    for (const match of node.value.matchAll(MARK)) {
      const before = node.value.slice(0, match.index);
      problems.push({
        line: lineOf(node) + before.split('\n').length - 1,
        message: `原稿里的「${shortened(match[1] ?? '')}」没有导入，这里只留下了记号「${shortened(match[0])}」。`,
        fix: '对照原稿把内容补在这里（公式、图表可以截图，存在稿件旁边，写成 ![图片说明](截图.png)），再删掉这个记号；不需要的，直接删掉记号。',
      });
    }
  });
  return problems;
}
