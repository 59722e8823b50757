/** Cells of Word hold paragraphs, and paste them as lines: what stands below a row's last cell may belong to it. */
import type { Source } from './source.ts';
import type { TabCells } from './tab-cells.ts';
import type { TabBlock } from './tab-rows.ts';

export interface CellBlock extends TabBlock, TabCells {
  /** The row whose last cell took in the lines below it. */
  broken?: number;
}

/** A cell that stops within a sentence. */
const STOPS_WITHIN = /[，、,（《「“‘(]$/u;
/** What begins a heading, a caption, a note; what ends a sentence. */
const BEGINS_OWN =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|[表图附注第])/u;
const ENDS = /[。！？：:]$/u;
/** What begins a caption or a note, and as well a cell's second line: 第二批. Below it a single row is no table. */
const BEGINS_EITHER = /^[表图附注第]/u;
const LABELLED = /[：:]/u;
/** Paragraphs of one cell. */
const MOST_BELOW = 5;

/** The blocks, with those joined that only lines of a cell part; of such a one nothing is certain. */
export function joinBrokenCells(blocks: readonly CellBlock[], { lines }: Source): CellBlock[] {
  const joined: CellBlock[] = [];
  for (const block of blocks) {
    const above = joined.at(-1);
    const below = above ? linesBelow(lines, above.last) : [];
    const isOneTable =
      below.length > 0 &&
      above?.rows[0]?.length === block.rows[0]?.length &&
      (above?.last ?? 0) + below.length + 1 === block.first &&
      below.every((text) => !beginsOwn(text, block) && !ENDS.test(text));
    if (above && isOneTable) joined[joined.length - 1] = takeIn(above, below, block);
    else joined.push(block);
  }
  return joined.map((block) => {
    const [next] = linesBelow(lines, block.last);
    const cell = block.rows.at(-1)?.at(-1)?.trim() ?? '';
    const goesOn = next !== undefined && STOPS_WITHIN.test(cell) && !BEGINS_OWN.test(next);
    return goesOn ? takeIn(block, [next]) : block;
  });
}

function beginsOwn(text: string, { rows }: CellBlock): boolean {
  const isLone = rows.length === 1 && rows[0]?.every((cell) => !LABELLED.test(cell)) === true;
  return BEGINS_OWN.test(text) && !(isLone && BEGINS_EITHER.test(text));
}

/** The lines without tabs right below a line; none where they are too many for a cell. */
function linesBelow(lines: readonly string[], line: number): string[] {
  const below: string[] = [];
  for (let next = line; ; next += 1) {
    const text = (lines[next] ?? '').trim();
    if (text === '' || lines[next]?.includes('\t')) return below;
    below.push(text);
    if (below.length > MOST_BELOW) return below.slice(0, MOST_BELOW);
  }
}

function takeIn(above: CellBlock, below: readonly string[], rest?: CellBlock): CellBlock {
  const rows = above.rows.map((row, index) =>
    index === above.rows.length - 1
      ? [...row.slice(0, -1), [row.at(-1) ?? '', ...below].join('\n')]
      : row,
  );
  return {
    first: above.first,
    last: rest?.last ?? above.last + below.length,
    isWhole: above.isWhole && rest?.isWhole !== false,
    rows: [...rows, ...(rest?.rows ?? [])],
    isRead: false,
    broken: above.broken ?? rows.length - 1,
  };
}
