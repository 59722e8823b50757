/** Lines right below a table, without a `|`, are the text after it: Markdown makes rows of them. */
import type { PhrasingContent, Root, TableRow } from 'mdast';
import type { Processor } from 'unified';
import { SKIP, visit } from 'unist-util-visit';

/** Ends tables before such lines, but one whose header is such a line itself. */
export function remarkTableText(this: Processor): void {
  // oxlint-disable-next-line oxc/no-this-in-exported-function -- unified calls a plugin on its processor
  const data = this.data();
  data.fromMarkdownExtensions = [
    ...(data.fromMarkdownExtensions ?? []),
    { transforms: [endTables] },
  ];
}

function endTables(tree: Root): void {
  visit(tree, 'table', (table, index, parent) => {
    const [header] = table.children;
    if (!parent || index === undefined || !header || isText(header)) return undefined;
    const lastRow = table.children.findLastIndex((row) => !isText(row));
    const below = table.children.splice(Math.max(lastRow, 0) + 1);
    const end = table.children.at(-1)?.position?.end;
    if (table.position && end) table.position = { ...table.position, end };
    const paragraphs = below.map(({ children, position }) => {
      const content: PhrasingContent[] = children.flatMap((cell) => cell.children);
      return { type: 'paragraph' as const, children: content, position };
    });
    parent.children.splice(index + 1, 0, ...paragraphs);
    return [SKIP, index + 1 + paragraphs.length];
  });
}

/** A row whose only cell begins and ends where its text does: nothing parts it from others. */
export function isText({ children }: TableRow): boolean {
  const [cell] = children;
  if (!cell || children.length > 1) return false;
  const first = cell.children[0]?.position?.start.offset;
  const last = cell.children.at(-1)?.position?.end.offset;
  return first === cell.position?.start.offset && last === cell.position?.end.offset;
}
