/** What two texts have in common, piece by piece: lines for somebody who must choose between them, characters within a line. */

export interface ComparedLine {
  /** Undefined where only the other text has a line. */
  mine: string | undefined;
  theirs: string | undefined;
  isSame: boolean;
}

/** Pieces that are the same in both, or that were exchanged for one another. */
export interface Run {
  mine: string[];
  theirs: string[];
  isSame: boolean;
}

/** Beyond this the pieces between what both begin and end with are taken for one exchanged run: 4 million steps. */
const MOST_STEPS = 4_000_000;

/** All lines of both texts, in order; lines that were exchanged stand beside one another. */
export function compareTexts(mine: string, theirs: string): ComparedLine[] {
  return runsOf(mine.split('\n'), theirs.split('\n')).flatMap((run) =>
    Array.from({ length: Math.max(run.mine.length, run.theirs.length) }, (_, index) => ({
      mine: run.mine[index],
      theirs: run.theirs[index],
      isSame: run.isSame,
    })),
  );
}

/** All pieces of both, in order. */
export function runsOf(mine: readonly string[], theirs: readonly string[]): Run[] {
  let start = 0;
  while (start < mine.length && start < theirs.length && mine[start] === theirs[start]) start += 1;
  let end = 0;
  const room = Math.min(mine.length, theirs.length) - start;
  while (end < room && mine.at(-1 - end) === theirs.at(-1 - end)) end += 1;
  const runs: Run[] = [];
  const add: Add = (left, right, isSame) => {
    if (left.length + right.length === 0) return;
    const last = runs.at(-1);
    const run = last?.isSame === isSame ? last : { mine: [], theirs: [], isSame };
    if (run !== last) runs.push(run);
    run.mine.push(...left);
    run.theirs.push(...right);
  };
  const [left, right] = [mine.length - end, theirs.length - end];
  add(mine.slice(0, start), theirs.slice(0, start), true);
  compareMiddles(mine.slice(start, left), theirs.slice(start, right), add);
  add(mine.slice(left), theirs.slice(right), true);
  return runs;
}

type Add = (mine: readonly string[], theirs: readonly string[], isSame: boolean) => void;

function compareMiddles(mine: readonly string[], theirs: readonly string[], add: Add): void {
  if (mine.length * theirs.length > MOST_STEPS) return add(mine, theirs, false);
  const lengths = commonLengths(mine, theirs);
  const width = theirs.length + 1;
  let [left, right] = [0, 0];
  while (left < mine.length && right < theirs.length) {
    const [lost, added] = [mine.slice(left, left + 1), theirs.slice(right, right + 1)];
    if (lost[0] === added[0]) {
      add(lost, added, true);
      left += 1;
      right += 1;
    } else if (
      (lengths[(left + 1) * width + right] ?? 0) >= (lengths[left * width + right + 1] ?? 0)
    ) {
      add(lost, [], false);
      left += 1;
    } else {
      add([], added, false);
      right += 1;
    }
  }
  add(mine.slice(left), theirs.slice(right), false);
}

/** How many pieces both have in common from each pair of pieces on. */
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
