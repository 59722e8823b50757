/** Tables whose cells nobody could read: a row that is short is filled up to the width of the first. */
import type { BodyProblem } from './body-problem.ts';

/** The second row: dashes between bars, as many as there are columns. */
const SECOND_ROW = /^[ \t>|:-]+$/;
const MOST_COLUMNS = 300;
const MOST_CELLS = 60_000;
/** Of one line: for each the parser makes a cell before it knows whether it is a row. */
const MOST_BARS = 20_000;

/** Tables with too many columns, or too many cells in all. */
export function tooManyCells(body: string): BodyProblem | undefined {
  if (!body.includes('|')) return undefined;
  let cells = 0;
  let columns = 0;
  for (const [index, line] of body.split('\n').entries()) {
    const bars = line.length > MOST_BARS ? line.split('|').length - 1 : 0;
    if (bars > MOST_BARS) return problem(index + 1, `有一行有 ${bars} 个「|」`, `${MOST_BARS} 个`);
    if (line.trim() === '') columns = 0;
    else if (SECOND_ROW.test(line) && line.includes('|')) {
      columns = Math.max(columns, line.split('|').filter((cell) => cell.includes('-')).length);
    }
    cells += columns;
    if (columns > MOST_COLUMNS) return problem(index + 1, `有 ${columns} 列`, `${MOST_COLUMNS} 列`);
    if (cells > MOST_CELLS) return problem(index + 1, '格子太多', `${MOST_CELLS} 格`);
  }
  return undefined;
}

function problem(line: number, found: string, most: string): BodyProblem {
  return {
    line,
    message: `这里的表格${found}，读不了（最多 ${most}）。`,
    fix: '是不是粘贴错了？很大的表格请做成 Excel 附件，或者分成几篇。',
  };
}
