/**
 * A line that begins `2021.` tells of a year, one that begins `007.` is a number with zeros: they stay paragraphs, where
 * Markdown would begin a list at 2,021 or at 7.
 */
import type { BlockContent, DefinitionContent, List, ListItem, Root, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

const YEAR_MARKER = /^(?:\d{4}|0\d+)[.)]/;

/** Takes list items numbered by a year, or with zeros, out of their list, with the number as written. */
export function remarkYearParagraphs() {
  return (tree: Root, file: { value: unknown }): void => {
    visit(tree, 'list', (list, index, parent) => {
      if (!list.ordered || !parent || index === undefined) return undefined;
      const source = String(file.value);
      const years = list.children.map((item) => yearOf(item, source));
      if (years.every((year) => year === undefined)) return undefined;
      parent.children.splice(index, 1, ...splitAtYears(list, years));
      return [SKIP, index];
    });
  };
}

function yearOf(item: ListItem, source: string): string | undefined {
  const offset = item.position?.start.offset ?? source.length;
  return YEAR_MARKER.exec(source.slice(offset, offset + 12))?.[0];
}

function splitAtYears(list: List, years: readonly (string | undefined)[]): RootContent[] {
  const result: RootContent[] = [];
  let open: List | undefined;
  for (const [index, item] of list.children.entries()) {
    const year = years[index];
    if (year !== undefined) {
      open = undefined;
      result.push(...asParagraphs(item, year));
    } else if (open) {
      open.children.push(item);
    } else {
      // What follows a year counts from one again.
      open = { ...list, start: result.length === 0 ? (list.start ?? 1) : 1, children: [item] };
      result.push(open);
    }
  }
  return result;
}

function asParagraphs(item: ListItem, year: string): (BlockContent | DefinitionContent)[] {
  const [first, ...rest] = item.children;
  if (first?.type === 'paragraph') {
    first.children.unshift({ type: 'text', value: `${year} ` });
    return [first, ...rest];
  }
  return [{ type: 'paragraph', children: [{ type: 'text', value: year }] }, ...item.children];
}
