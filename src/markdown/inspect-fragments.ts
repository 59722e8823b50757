/** Links to a place in the same text (`#…`): headings have addresses by their number, which nobody can guess. */
import type { Heading, Root } from 'mdast';
import { visit } from './visit.ts';
import { editWithin } from './body-edit.ts';
import { type BodyProblem, lineOf, shortened } from './body-problem.ts';
import { inlineText } from './readable-text.ts';
import { decodePath } from '../model/link-kind.ts';
import type { Rule } from '../model/rule.ts';

export const fragmentRule: Rule = {
  id: 'link/fragment',
  level: 'stop',
  scope: 'text',
  title: '稿件内的链接',
  basis: '国办秘函〔2019〕19号：链接打不开或有错误，检查时扣分。',
};

/** @param tree as readers will see it, its headings numbered */
export function inspectFragments(tree: Root, body: string): BodyProblem[] {
  if (!body.includes('#')) return [];
  const headings = new Map<string, Heading>();
  const notes = new Set<string>();
  visit(tree, (node) => {
    if (node.type === 'heading') headings.set(String(node.data?.hProperties?.['id']), node);
    if (node.type === 'footnoteDefinition') notes.add(`fn-${node.identifier}`);
    if (node.type === 'footnoteReference') notes.add(`fnref-${node.identifier}`);
  });
  const problems: BodyProblem[] = [];
  visit(tree, (node) => {
    if (node.type !== 'link' && node.type !== 'definition') return;
    const id = decodePath(node.url.trim().slice(1));
    if (!node.url.trim().startsWith('#') || id === '' || headings.has(id) || notes.has(id)) return;
    const { becomes, fix } = remedy(id, headings);
    const edit = becomes && editWithin(body, node, node.url, becomes);
    problems.push({
      line: lineOf(node),
      message: `链接「${shortened(decodePath(node.url))}」在这篇稿件里没有对应的位置，点了没有反应。`,
      fix,
      ...(edit && { edit }),
    });
  });
  return problems;
}

function remedy(
  id: string,
  headings: ReadonlyMap<string, Heading>,
): { becomes?: string; fix: string } {
  const wanted = plain(id);
  const titles = [...headings].map(([address, heading]) => ({
    address,
    title: inlineText(heading),
  }));
  const meant = titles.filter(({ title }) => plain(title) === wanted);
  const [only] = meant;
  if (only && meant.length === 1) {
    return {
      becomes: `#${only.address}`,
      fix: `这个标题的位置是 #${only.address}，写成 [文字](#${only.address})。`,
    };
  }
  const list = titles.map(({ address, title }) => `#${address}（${shortened(title)}）`).join('、');
  return {
    fix: list
      ? `可以链接的位置：${list}。不需要链接的，只留方括号里的文字。`
      : '这篇稿件没有标题，链接不到其中的位置；只留方括号里的文字。',
  };
}

/** As other programs make addresses of headings: without marks and spaces, in small letters. */
function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}
