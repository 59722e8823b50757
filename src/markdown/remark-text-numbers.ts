/**
 * Numbers at the beginning of a line that belong to its text, where Markdown would begin a list: years (`2021.`), numbers
 * with zeros (`007.`), parts of a date or number (`2026. 11. 26`, `3. 14万吨`), and `1)`, which HTML's lists cannot show.
 */
import type { BlockContent, DefinitionContent, List, ListItem, Root, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { numberOf } from './remark-list-numbers.ts';

const MARKER = /^\d{1,9}[.)]/;
const TEXT_MARKER = /^(?:\d{4}\.|0\d+\.|\d+\))/;
const BEFORE_DIGIT = /^\d{1,9}\.[ \t]+\d/;
const BEFORE_NUMBER = /^\d{1,9}\.[ \t]+\d{1,9}[.)](?:\s|$)/;

/** Where one may stand. */
export const TEXT_NUMBER = /\d\)|\d{4}\.|(?<!\d)0\d+\.|\d\.[ \t]+\d/;

/** Takes such items out of their list, with the number as written. */
export function remarkTextNumbers() {
  return (tree: Root, file: { value: unknown }): void => {
    const source = String(file.value);
    visit(tree, 'list', (list, index, parent) => {
      if (!list.ordered || !parent || index === undefined) return undefined;
      const texts = textNumbers(list, source);
      if (!texts.includes(true)) return undefined;
      parent.children.splice(index, 1, ...splitAtTexts(list, texts, source));
      if (parent.type === 'listItem') parent.spread = true;
      return [SKIP, index];
    });
  };
}

/** For each item whether its number is text. */
function textNumbers({ children }: List, source: string): boolean[] {
  const written = children.map((item) => writtenFrom(item, source));
  const numbers = children.map((item) => numberOf(item, source));
  const [first] = numbers;
  // Markdown would count them, and 1. 5万吨, 1. 8万吨 would be other numbers.
  const isSame = numbers.length > 1 && numbers.every((number) => number === first);
  const hasDigits = written.some((text) => BEFORE_DIGIT.test(text));
  return written.map((text, index) => {
    if (TEXT_MARKER.test(text) || BEFORE_NUMBER.test(text)) return true;
    if (isSame) return hasDigits;
    const number = numbers[index] ?? 0;
    const isCounted = numbers[index - 1] === number - 1 || numbers[index + 1] === number + 1;
    return !isCounted && BEFORE_DIGIT.test(text);
  });
}

function writtenFrom({ position }: ListItem, source: string): string {
  const offset = position?.start.offset ?? source.length;
  return source.slice(offset, offset + 30);
}

function splitAtTexts(list: List, texts: readonly boolean[], source: string): RootContent[] {
  const result: RootContent[] = [];
  let open: List | undefined;
  for (const [index, item] of list.children.entries()) {
    if (texts[index]) {
      open = undefined;
      result.push(...asParagraphs(item, source));
    } else if (open) {
      open.children.push(item);
    } else {
      open = { ...list, children: [item] };
      if (result.length > 0) open.start = numberOf(item, source) ?? 1;
      result.push(open);
    }
  }
  return result;
}

function asParagraphs(item: ListItem, source: string): (BlockContent | DefinitionContent)[] {
  const [marker = ''] = MARKER.exec(writtenFrom(item, source)) ?? [];
  const [first, ...others] = item.children;
  // 2026. 11. 26: the rest of the line, too, was read as lists.
  const blocks =
    first?.type === 'list' && first.ordered && BEFORE_NUMBER.test(writtenFrom(item, source))
      ? [...first.children.flatMap((inner) => asParagraphs(inner, source)), ...others]
      : item.children;
  const [paragraph] = blocks;
  if (paragraph?.type === 'paragraph') {
    paragraph.children.unshift({ type: 'text', value: `${marker} ` });
    return blocks;
  }
  const { position } = item;
  return [{ type: 'paragraph', children: [{ type: 'text', value: marker }], position }, ...blocks];
}
