/** Which runs of asterisks of a paragraph are pairs: the cheapest of all readings, found in one pass. */

/** One run, with how unlikely each reading of it is. */
export interface RatedRun {
  /** It is shown. */
  text: number;
  /** Bold type begins with it. */
  open: number;
  /** Bold type ends with it. */
  close: number;
  line: number;
  offset: number;
  /** A sentence pauses between the run before and this one. */
  isBehindPause: boolean;
  isAtLineStart: boolean;
  /** It ends its line, or begins one below a line that ended as a sentence or a label does. */
  mayEndLines: boolean;
}

/** A step of a reading; steps share their beginnings. */
interface Step {
  before: Step | undefined;
  run: number;
}

interface Reading {
  cost: number;
  last: Step | undefined;
}

/** `open` ends on its line or where lines are one sentence; `whole` began with its line and may go on to others' ends. */
type State = 'closed' | 'open' | 'whole' | 'crossed';
type Readings = Partial<Record<State, Reading>>;

/** Of two readings the shorter stretch of bold type is meant. */
const PER_CHARACTER = 1 / 10_000;
const PAUSE = 0.7;
/** Bold type seldom holds what is hidden. */
const WITHIN = 1.5;
const CROSSING = 3;

/**
 * The indexes of the runs that begin and end bold type, in turn.
 * @param isJoined whether a line and the next are one sentence
 */
export function pairRuns(runs: readonly RatedRun[], isJoined: (line: number) => boolean): number[] {
  let readings: Readings = { closed: { cost: 0, last: undefined } };
  let previous: RatedRun | undefined;
  for (const [index, run] of runs.entries()) {
    if (previous) readings = passed(readings, previous, run, isJoined);
    readings = read(readings, run, index);
    previous = run;
  }
  const pairs: number[] = [];
  for (let step = readings.closed?.last; step; step = step.before) pairs.push(step.run);
  return pairs.toReversed();
}

/** The readings at the next run. */
function passed(
  readings: Readings,
  previous: RatedRun,
  next: RatedRun,
  isJoined: (line: number) => boolean,
): Readings {
  const length = (next.offset - previous.offset) * PER_CHARACTER + (next.isBehindPause ? PAUSE : 0);
  let isOne = true;
  for (let line = previous.line; isOne && line < next.line; line += 1) isOne = isJoined(line);
  const result: Readings = {};
  keep(result, 'closed', readings.closed);
  if (isOne) {
    keep(result, 'open', dearer(readings.open, length));
    keep(result, 'whole', dearer(readings.whole, length));
  } else {
    keep(result, 'crossed', dearer(readings.whole, length + CROSSING));
  }
  keep(result, 'crossed', dearer(readings.crossed, length));
  return result;
}

function read(readings: Readings, run: RatedRun, index: number): Readings {
  const result: Readings = {};
  for (const state of ['closed', 'open', 'whole', 'crossed'] as const)
    keep(result, state, dearer(readings[state], run.text + (state === 'closed' ? 0 : WITHIN)));
  const { closed } = readings;
  if (closed) keep(result, run.isAtLineStart ? 'whole' : 'open', step(closed, run.open, index));
  for (const state of ['open', 'whole', 'crossed'] as const) {
    const reading = readings[state];
    if (!reading || (state === 'crossed' && !run.mayEndLines)) continue;
    keep(result, 'closed', step(reading, run.close, index));
  }
  return result;
}

function step({ cost, last }: Reading, more: number, run: number): Reading {
  return { cost: cost + more, last: { before: last, run } };
}

function dearer(reading: Reading | undefined, more: number): Reading | undefined {
  return reading && { ...reading, cost: reading.cost + more };
}

function keep(readings: Readings, state: State, reading: Reading | undefined): void {
  const kept = readings[state];
  if (reading && (!kept || reading.cost < kept.cost)) readings[state] = reading;
}
