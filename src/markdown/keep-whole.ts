/**
 * What stays on one line of large type: the words of headings, captions, heads of tables and cells that hold a name, and
 * ranges (8:30—12:00). An address breaks at its dots and bars. The text stays as written.
 */
import type { Element, ElementContent, Root, Text } from 'hast';
import { toString } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { addressPieces } from './address-pieces.ts';

/** What is no sentence; the style sheet lets it break at these marks alone (`word-break: keep-all`). */
const LINES = new Set(['h2', 'h3', 'h4', 'nav', 'figcaption', 'th']);
const LINE_CLASSES = ['table-caption', 'picture-caption'];
/** What a cell holds that is a name (千克标准煤/平方米), not a sentence: its column is narrow, and every second line would cut a word. */
const NAME = /^[\p{Script=Han}A-Za-z（）()、/／·]{2,16}$/u;

type RunsOf = (text: string) => readonly string[];

const NUMBERED =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、])(?=\D)/u;
/** What a line of a phone holds of a heading in the largest type. */
const LONGEST_HEAD = 5;
const TIME = '\\d{1,2}[:：]\\d{2}';
const FIGURE = '[-－−]?\\d[\\d.,]{0,8}[%％‰℃]?';
/** Two times or figures, with the mark between; a few of them, as 1-3-5, are longer than a line. */
const RANGE = new RegExp(
  `((?<![\\w.—–~～－-])(?:${TIME}(?:[—–~～－-]{1,2}|至)${TIME}|${FIGURE}(?:[—–~～－]{1,2}|-)${FIGURE})(?![\\w—–~～－-]))`,
  'u',
);

/** Marks where lines may end. @param runsOf a line that is no sentence in the runs that stay whole */
export function keepWhole(tree: Root, runsOf: RunsOf): void {
  visit(tree, (node, index, parent) => {
    if (node.type === 'element') {
      if (node.tagName === 'code' || node.tagName === 'svg') return SKIP;
      const isName = node.tagName === 'td' && NAME.test(toString(node));
      if (isName) node.properties['className'] = [...classesOf(node), 'name'];
      if (isName || isLine(node)) {
        breakBetween(node, runsOf);
        return SKIP;
      }
    }
    if (node.type !== 'text' || !parent || index === undefined) return undefined;
    const isLink = parent.type === 'element' && parent.tagName === 'a';
    const nodes = isLink ? withBreaks(addressPieces(node.value)) : withRanges(node.value);
    if (nodes.length === 1 && nodes[0]?.type === 'text') return undefined;
    parent.children.splice(index, 1, ...nodes);
    return [SKIP, index + nodes.length];
  });
}

function isLine(node: Element): boolean {
  return (
    LINES.has(node.tagName) ||
    (node.tagName === 'p' && classesOf(node).some((name) => LINE_CLASSES.includes(name)))
  );
}

function classesOf({ properties: { className } }: Element): string[] {
  return Array.isArray(className) ? className.map(String) : [];
}

function breakBetween(line: Element, runsOf: RunsOf): void {
  line.children = line.children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return withNumber(runsOf(child.value));
    if (child.type === 'element') breakBetween(child, runsOf);
    return [child];
  });
}

/** 二、 alone is no line: it goes with the run after it. */
function withNumber(runs: readonly string[]): (Element | Text)[] {
  const [number = ''] = NUMBERED.exec(runs.join('')) ?? [];
  if (number === '') return withBreaks(runs);
  let count = 0;
  let first = '';
  while (count < runs.length && first.length <= number.length) {
    first += runs[count];
    count += 1;
  }
  if (first.length > LONGEST_HEAD) return withBreaks(runs);
  const rest = withBreaks(runs.slice(count));
  const head = element('span', ['range'], [{ type: 'text', value: first }]);
  return rest.length > 0 ? [head, element('wbr'), ...rest] : [head];
}

function withBreaks(pieces: readonly string[]): (Element | Text)[] {
  return pieces.flatMap((value, at): (Element | Text)[] =>
    at === 0 ? [{ type: 'text', value }] : [element('wbr'), { type: 'text', value }],
  );
}

function withRanges(text: string): (Element | Text)[] {
  return text.split(RANGE).flatMap((value, at): (Element | Text)[] => {
    if (value === '') return [];
    const words: Text = { type: 'text', value };
    return [at % 2 ? element('span', ['range'], [words]) : words];
  });
}

function element(tagName: string, className?: string[], children: Text[] = []): Element {
  return { type: 'element', tagName, properties: className ? { className } : {}, children };
}
