/** Visits by their marks, in memory that is taken once: no visit is an object of its own, and nothing grows. */

export interface VisitTable {
  /** How many marks it holds. */
  size: number;
  /** When a mark was set last; `-Infinity` when it never was. */
  get(mark: number): number;
  /** Marks are whole numbers from 1 on, spread as evenly as hashes are. */
  set(mark: number, time: number): void;
}

/** An empty table with room for `limit` marks, 32 bytes each. The system gives the memory as it is used. */
export function createVisitTable(limit: number): VisitTable {
  // Mark and time in turn, half of the places free, so that a search is short.
  const cells = new Float64Array(4 * limit);

  /** Where a mark is, or the free place that it would take: its own, or the next one after it. */
  function find(mark: number): number {
    let cell = (2 * mark) % cells.length;
    while (cells[cell] && cells[cell] !== mark) cell = (cell + 2) % cells.length;
    return cell;
  }

  const table: VisitTable = {
    size: 0,
    get: (mark) => {
      const cell = find(mark);
      return cells[cell] ? (cells[cell + 1] ?? 0) : -Infinity;
    },
    set: (mark, time) => {
      const cell = find(mark);
      if (!cells[cell]) table.size++;
      cells[cell] = mark;
      cells[cell + 1] = time;
    },
  };
  return table;
}
