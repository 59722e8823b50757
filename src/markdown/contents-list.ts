/** A printed text's table of contents (目录), as Word and PDF give it away: titles, dots or a tab, page numbers. */
import type { Root } from 'mdast';
import { paragraphRows } from './paragraph-rows.ts';
import type { Source } from './source.ts';
import { isWordMark } from './word-marks.ts';

export interface ContentsList {
  /** The 1-based lines of its entries, in order; empty ones may lie between. */
  lines: number[];
  /** It is called contents, or has dots before its numbers. A table could look like any other. */
  isCertain: boolean;
}

interface Entry {
  line: number;
  title: string;
  /** How many dots lie before the page number; a sign of three counts as three. */
  dots: number;
  /** Only spaces lie before it. */
  isPlain: boolean;
  page: string;
}

const CALLED = /^[\s#*>]*目\s*[录次][\s*]*$/u;
/** No title is longer. */
const LONGEST_LINE = 500;
const ENTRY =
  /^(.*?[\p{L}\p{N}\p{So}）)》”」])([\t ]*[\t .．。·…‥・_]+)(?:第|[-–—（(])? ?(\d{1,4}(?:[-–—]\d{1,4})?|[ivxIVX]{1,6}) ?[-–—）)页]?$/u;
const NUMBERED =
  /^(?:[一二三四五六七八九十]{1,4}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|第[一二三四五六七八九十百\d]{1,4}(?:[章节条篇编]|部分)|\d{1,3}(?:\.\d{1,3})*(?:[.．、](?!\d)|[ \t])|\d{1,2}(?:\.\d{1,2}){1,3}\p{Script=Han}|附[件录表]|前言|序言|引言|绪论|摘要|结语|后记|参考文献)/u;
/** Between the word and the first entry. */
const MOST_EMPTY_LINES = 10;
const FEWEST_DOTS = 4;
/** Of a line that has no neighbours. */
const MANY_DOTS = 8;

/** `tree` as it was parsed. */
export function contentsLists(tree: Root, source: Source): ContentsList[] {
  const entries = paragraphRows(tree, source)
    .flat()
    .flatMap(({ line }) => entryOn(line, source) ?? []);
  return runsOf(entries, source).flatMap((run) => contentsIn(run, source));
}

function entryOn(line: number, { lines }: Source): Entry | undefined {
  const text = (lines[line - 1] ?? '').replace(/^[\s>*-]+/, '').trimEnd();
  if (text.length > LONGEST_LINE) return undefined;
  const [, title = '', gap = '', page = ''] = ENTRY.exec(text) ?? [];
  const [mark = '', ...rest] = title.split('\t');
  // A title has no cells, but for the number before it.
  if (page === '' || rest.length > 1 || (rest.length > 0 && !isWordMark(mark.trim())))
    return undefined;
  const dots = gap.replaceAll(/\s/g, '').replaceAll('…', '...').length;
  const isPlain = gap.trim() === '' && !gap.includes('\t');
  if (!isPlain && dots < FEWEST_DOTS && !gap.includes('\t')) return undefined;
  return { line, title: title.trim(), dots, isPlain, page };
}

/** Entries between which only empty lines lie. */
function runsOf(entries: readonly Entry[], { lines }: Source): Entry[][] {
  const runs: Entry[][] = [];
  for (const entry of entries) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const between = last && lines.slice(last.line, entry.line - 1);
    const isSame = last?.isPlain === entry.isPlain;
    if (run && isSame && between?.every((text) => text.trim() === '')) run.push(entry);
    else runs.push([entry]);
  }
  return runs;
}

function contentsIn(run: readonly Entry[], { lines }: Source): ContentsList[] {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return [];
  const near = lines.slice(Math.max(0, first.line - 1 - MOST_EMPTY_LINES), first.line - 1);
  const above = near.findLast((text) => text.trim() !== '') ?? '';
  const hasDots = run.every(({ dots }) => dots >= FEWEST_DOTS);
  const found = { lines: run.map(({ line }) => line), isCertain: true };
  const isCalled = CALLED.test(above);
  if (run.some(({ isPlain }) => isPlain))
    return isCalled && run.length > 1 && ascends(run) ? [found] : [];
  if (isCalled) return [found];
  const isNumbered = run.every(({ title }) => NUMBERED.test(title));
  if (run.length === 1) return isNumbered && first.dots >= MANY_DOTS ? [found] : [];
  if (hasDots) return isNumbered || ascends(run) ? [found] : [];
  // Of a table with a header only some rows look like entries.
  const beside = [lines[first.line - 2], lines[last.line]];
  if (beside.some((text) => text?.trim().includes('\t'))) return [];
  return isNumbered && ascends(run) ? [{ ...found, isCertain: false }] : [];
}

function ascends(run: readonly Entry[]): boolean {
  const pages = run.map(({ page }) => Number.parseInt(page, 10)).filter((page) => page > 0);
  return pages.every((page, index) => index === 0 || page >= (pages[index - 1] ?? 0));
}
