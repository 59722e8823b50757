/** Lists in which every item has the number `1.`, which counts, when another list stands above: counted on, or anew? */
import type { List, Nodes, Parents, Root } from 'mdast';
import type { Rule } from '../model/rule.ts';
import { type BodyProblem, lineOf } from './body-problem.ts';
import { inlineText } from './readable-text.ts';
import { areCounted, numberOf } from './remark-list-numbers.ts';

export const listNumberRule: Rule = {
  id: 'markdown/list-number',
  level: 'stop',
  scope: 'text',
  title: '列表的编号',
  basis: '编号是接着数还是重新数，只有写的人知道。',
};

/** A list below such a line begins anew, as it does below a heading. */
const HEADING_LINE =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十百\d]{1,4}[章节条部])/u;

/** @param tree what readers will see */
export function inspectListNumbers(tree: Root, body: string): BodyProblem[] {
  return /^[ \t>]*1\.[ \t]/m.test(body) ? [...problemsIn(tree, body)] : [];
}

function* problemsIn(parent: Parents, body: string): Generator<BodyProblem> {
  let above: List | undefined;
  for (const child of parent.children as Nodes[]) {
    if (beginsAnew(child)) above = undefined;
    if (child.type === 'list' && child.ordered) {
      if (above) yield* problemBetween(above, child, body);
      above = child;
    }
    if ('children' in child) yield* problemsIn(child, body);
  }
}

function beginsAnew(node: Nodes): boolean {
  if (node.type === 'heading' || node.type === 'thematicBreak') return true;
  return node.type === 'paragraph' && HEADING_LINE.test(inlineText(node).trim());
}

function* problemBetween(above: List, list: List, body: string): Generator<BodyProblem> {
  const [written, own] = [writtenNumbers(above, body), writtenNumbers(list, body)];
  if (!areCounted(written)) return;
  const shown = shownNumbers(above);
  const last = shown.at(-1) ?? 1;
  const [first = 1] = own;
  const line = lineOf(list.children[0] ?? list);
  if (!areCounted(own)) {
    if (above.children.length === 1 || first === 1 || first === last + 1) return;
    yield {
      line,
      message: `这个列表从「${first}.」数起，上面每项都写「1.」的列表却已经数到 ${last}。`,
      fix: `上面的列表写成真正的序号「1.」「2.」…；这里要接着数，从「${last + 1}.」写起。`,
    };
    return;
  }
  const ownShown = shownNumbers(list);
  if ([...shown, ...ownShown].every((number) => number === 1)) return;
  const start = ownShown[0] ?? 1;
  yield {
    line,
    message: `这个列表每项都写「1.」，上面隔着别的内容也有一个：是接着数，还是重新数？现在网页上从 ${start} 数起。`,
    fix: `接着数，从这一项起写真正的序号「${last + 1}.」「${last + 2}.」…；${restart(above, list)}。`,
  };
}

function restart(above: List, list: List): string {
  if (list.children.length > 1) return '重新数，这里写成「1.」「2.」…';
  if (above.children.length > 1) return '重新数，上面的列表写成「1.」「2.」…，这里还写「1.」';
  return '重新数，在上面的列表后面空一行';
}

function writtenNumbers({ children }: List, body: string): (number | undefined)[] {
  return children.map((item) => numberOf(item, body));
}

function shownNumbers({ start, children }: List): number[] {
  let next = start ?? 1;
  return children.map(({ data }) => {
    const value = data?.hProperties?.['value'];
    const number = typeof value === 'string' ? Number(value) : next;
    next = number + 1;
    return number;
  });
}
