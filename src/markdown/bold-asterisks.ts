/**
 * Which `**` begin bold type and which end it. Markdown asks what stands beside them, which fails in Chinese
 * (`由2**3%提高到51**%`, `**时间： **周一`); staff mean that the first begins and the second ends. Asterisks that hide a name or
 * a number stand aside, unless one of them is needed for a pair.
 */
import type { Event, Point, Resolver, Token, TokenizeContext } from 'micromark-util-types';
import { endsInNameToMask } from './masked-name.ts';

/** What stands on both sides of a run, one UTF-16 unit each; empty at a line's end. */
export interface Neighbours {
  before: string;
  after: string;
}

interface Run {
  token: Token;
  /** Hides part of a name or number, as far as one can see from beside it. */
  isMask: boolean;
}

const ASCII_WORD = /^[\dA-Za-z]$/;
const PAUSE_FIRST = /^[\s、，。；：！？）》」』〕】”]/u;
const OPENING_LAST = /[（《「『〔【“]$/u;

/** Decides for the runs of one stretch of text; `neighboursOf` knows the runs of asterisks. */
export function boldAsterisks(neighboursOf: (token: Token) => Neighbours | undefined): Resolver {
  // What stands in a link or in bold type comes by again with what is around it.
  const decided = new WeakSet<Token>();
  const isRun = (token: Token): boolean =>
    token.type === 'attentionSequence' && !decided.has(token) && !!neighboursOf(token);
  return (events, context) => {
    const all = events.flatMap(([kind, token]) =>
      kind === 'enter' && isRun(token) ? [token] : [],
    );
    const runs: Run[] = [];
    const halves = new Map<Token, [Token, Token]>();
    let textStart = events[0]?.[1].start;
    for (const token of all) {
      decided.add(token);
      const { before = '', after = '' } = neighboursOf(token) ?? {};
      const size = token.end.offset - token.start.offset;
      if (size < 2 || size > 4 || (before !== '' && before.trim() === '' && after.trim() === ''))
        continue;
      if (size === 4) {
        // `**第一****第二**` ends one and begins the next.
        if (runs.filter(({ isMask }) => !isMask).length % 2 === 0) continue;
        const parted = halvesOf(token);
        halves.set(token, parted);
        runs.push(...parted.map((half) => ({ token: half, isMask: false })));
      } else {
        const written = textStart
          ? context.sliceSerialize({ start: textStart, end: token.start })
          : '';
        const isNumber = ASCII_WORD.test(before) && ASCII_WORD.test(after);
        runs.push({ token, isMask: isNumber || endsInNameToMask(written.slice(-12)) });
      }
      textStart = token.end;
    }
    mark(runs, context);
    part(events, halves);
    return events;
  };
}

function mark(runs: readonly Run[], context: TokenizeContext): void {
  const chosen = boldRuns(runs, context);
  if (!chosen) return;
  for (const { token } of runs) Object.assign(token, { _open: false, _close: false });
  for (const [index, { token }] of chosen.entries()) {
    Object.assign(token, index % 2 === 0 ? { _open: true } : { _close: true });
  }
}

/** The runs that begin and end bold type in turn; undefined where one is left over, and Markdown's own rule is the best guess. */
function boldRuns(runs: readonly Run[], context: TokenizeContext): readonly Run[] | undefined {
  const marks = runs.filter(({ isMask }) => !isMask);
  if (marks.length % 2 === 0) return marks;
  const choices = runs
    .filter(({ isMask }) => isMask)
    .map((joined) => runs.filter((run) => !run.isMask || run === joined));
  const rated = choices.map((choice) => ({ choice, faults: faultsOf(choice, context) }));
  return rated.toSorted((a, b) => a.faults - b.faults)[0]?.choice;
}

/** How unlikely these are to be what was meant: bold type does not begin with a comma; of two ways the shorter is meant. */
function faultsOf(runs: readonly Run[], context: TokenizeContext): number {
  let faults = 0;
  for (let index = 0; index + 1 < runs.length; index += 2) {
    const [first, second] = [runs[index]?.token, runs[index + 1]?.token];
    if (!first || !second) continue;
    const text = context.sliceSerialize({ start: first.end, end: second.start });
    if (text.trim() === '' || PAUSE_FIRST.test(text)) faults += 1;
    if (OPENING_LAST.test(text)) faults += 1;
    faults += text.length / 10_000;
  }
  return faults;
}

function halvesOf(token: Token): [Token, Token] {
  const middle = moved(token.start, 2);
  return [
    { ...token, end: { ...middle } },
    { ...token, start: middle },
  ];
}

function moved({ column, offset, _bufferIndex: index, ...point }: Point, by: number): Point {
  return { ...point, column: column + by, offset: offset + by, _bufferIndex: index + by };
}

/** In place: whoever asked for the events keeps the list. */
function part(events: Event[], halves: ReadonlyMap<Token, [Token, Token]>): void {
  for (let index = halves.size === 0 ? -1 : events.length - 1; index >= 0; index -= 1) {
    const [kind, token, context] = events[index] ?? [];
    const both = token && halves.get(token);
    if (kind !== 'enter' || !both || !context) continue;
    // A run holds nothing, so that it ends where the next event is.
    const whole = both.flatMap((half): Event[] => [
      ['enter', half, context],
      ['exit', half, context],
    ]);
    events.splice(index, 2, ...whole);
  }
}
