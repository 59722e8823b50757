/** Two texts side by side, line by line: what somebody sees who must choose between them. */

export interface ComparedLine {
  /** Undefined where only the other text has a line. */
  mine: string | undefined;
  theirs: string | undefined;
  isSame: boolean;
}

/** Beyond this the lines between what both begin and end with are shown as one exchanged block: 4 million steps. */
const MOST_STEPS = 4_000_000;

/** All lines of both texts, in order; lines that were exchanged stand beside one another. */
export function compareTexts(mine: string, theirs: string): ComparedLine[] {
  const [left, right] = [mine.split('\n'), theirs.split('\n')];
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start += 1;
  let end = 0;
  const room = Math.min(left.length, right.length) - start;
  while (end < room && left.at(-1 - end) === right.at(-1 - end)) end += 1;
  return [
    ...left.slice(0, start).map(same),
    ...compareMiddles(left.slice(start, left.length - end), right.slice(start, right.length - end)),
    ...left.slice(left.length - end).map(same),
  ];
}

function compareMiddles(mine: readonly string[], theirs: readonly string[]): ComparedLine[] {
  if (mine.length * theirs.length > MOST_STEPS) return exchanged(mine, theirs);
  const lengths = commonLengths(mine, theirs);
  const width = theirs.length + 1;
  const rows: ComparedLine[] = [];
  let [left, right] = [0, 0];
  let [lost, added]: [string[], string[]] = [[], []];
  const settle = () => {
    rows.push(...exchanged(lost, added));
    [lost, added] = [[], []];
  };
  while (left < mine.length && right < theirs.length) {
    if (mine[left] === theirs[right]) {
      settle();
      rows.push(same(mine[left] ?? ''));
      left += 1;
      right += 1;
    } else if (
      (lengths[(left + 1) * width + right] ?? 0) >= (lengths[left * width + right + 1] ?? 0)
    ) {
      lost.push(mine[left] ?? '');
      left += 1;
    } else {
      added.push(theirs[right] ?? '');
      right += 1;
    }
  }
  lost.push(...mine.slice(left));
  added.push(...theirs.slice(right));
  settle();
  return rows;
}

/** How many lines both have in common from each pair of lines on. */
function commonLengths(mine: readonly string[], theirs: readonly string[]): Uint32Array {
  const width = theirs.length + 1;
  const lengths = new Uint32Array((mine.length + 1) * width);
  for (let left = mine.length - 1; left >= 0; left -= 1)
    for (let right = theirs.length - 1; right >= 0; right -= 1)
      lengths[left * width + right] =
        mine[left] === theirs[right]
          ? (lengths[(left + 1) * width + right + 1] ?? 0) + 1
          : Math.max(
              lengths[(left + 1) * width + right] ?? 0,
              lengths[left * width + right + 1] ?? 0,
            );
  return lengths;
}

function exchanged(mine: readonly string[], theirs: readonly string[]): ComparedLine[] {
  return Array.from({ length: Math.max(mine.length, theirs.length) }, (_, index) => ({
    mine: mine[index],
    theirs: theirs[index],
    isSame: false,
  }));
}

function same(line: string): ComparedLine {
  return { mine: line, theirs: line, isSame: true };
}
