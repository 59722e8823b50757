/**
 * Which `**` begin bold type and which end it. Markdown asks what stands beside them, which fails in Chinese
 * (`由2**3%提高到51**%`, `**时间： **周一`); staff mean that the first begins and the second ends. Asterisks that hide a name or
 * a number stand aside, unless one of them is needed for a pair; no pair reaches from one paragraph that was pasted as a
 * line to the next.
 */
import type { Event, Point, Resolver, Token, TokenizeContext } from 'micromark-util-types';
import { betweenBoldLetters } from './bold-letters.ts';
import { judgeAsWritten } from './line-ends.ts';
import { endsInNameToMask } from './masked-name.ts';
import { hidesAlone, hidesBefore, wordHiddenBefore } from './masked-words.ts';
import { pairRuns, type RatedRun } from './pair-runs.ts';

/** What stands on both sides of a run, one UTF-16 unit each; empty at a line's end. */
export interface Neighbours {
  before: string;
  after: string;
}

/** A run, or half of one, with the text up to the runs beside it. */
interface Run extends Neighbours {
  token: Token;
  size: number;
  textBefore: string;
  textAfter: string;
}

const ASCII_WORD = /^[\dA-Za-z]$/;
const PAUSE_FIRST = /^[\s、，。；：！？）》」』〕】”]/u;
const OPENING_LAST = /[（《「『〔【“]$/u;
const LIST_LAST = /、$/u;
const PAUSE_LAST = /[，；]$/u;
/** `**企业方面，**企业要落实` */
const LEAD_IN = /(?:方面|层面)[，、]$/u;
const LINE_ENDED = /[。！？；：:]\s*\n\s*$/u;

/** How unlikely a reading is: a run that is left over is what nobody meant. */
const LEFT_OVER = 10;

/** Decides for the runs of one stretch of text; `neighboursOf` knows the runs of asterisks. */
export function boldAsterisks(neighboursOf: (token: Token) => Neighbours | undefined): Resolver {
  // What stands in a link or in bold type comes by again with what is around it.
  const decided = new WeakSet<Token>();
  const isRun = (token: Token): boolean =>
    token.type === 'attentionSequence' && !decided.has(token) && !!neighboursOf(token);
  return (events, context) => {
    const tokens = events.flatMap(([kind, token]) =>
      kind === 'enter' && isRun(token) ? [token] : [],
    );
    if (tokens.length === 0) return events;
    const runs: Run[] = [];
    const halves = new Map<Token, [Token, Token]>();
    const texts = textsBetween(tokens, events, context);
    let open = 0;
    let isDoubleOpen = false;
    for (const [index, token] of tokens.entries()) {
      decided.add(token);
      const { before, after } = neighboursOf(token) ?? { before: '', after: '' };
      const size = token.end.offset - token.start.offset;
      const [textBefore = '', textAfter = ''] = [texts[index], texts[index + 1]];
      const run = { token, size, before, after, textBefore, textAfter };
      const isHiding = hidesBefore(textBefore, textAfter) === 'sure';
      if (size === 1) {
        if (isHiding || isBesideStar(run, index > 0, index < tokens.length - 1)) toText(token);
      } else if (size === 4 && open % 2 === 1) {
        // `**第一****第二**` ends one and begins the next.
        const parted = halvesOf(token);
        halves.set(token, parted);
        runs.push({ ...run, size: 2, token: parted[0], textAfter: '' });
        runs.push({ ...run, size: 2, token: parted[1], textBefore: '' });
      } else if (size === 4) {
        const hidesWord = isHiding || hidesAlone(textBefore, textAfter);
        if (!isDoubleOpen && hidesWord) toText(token);
        else isDoubleOpen = !isDoubleOpen;
      } else if (before === '' || before.trim() !== '' || after.trim() !== '') {
        runs.push(run);
        if (!isMask(run) && !isHiding) open += 1;
      }
    }
    mark(runs, events, context);
    part(events, halves);
    return events;
  };
}

/** `*某*某`, `* *重点* *`: no italics where another asterisk is near. */
function isBesideStar(
  { textBefore, textAfter }: Run,
  isAfter: boolean,
  isBefore: boolean,
): boolean {
  if ((isAfter && textBefore.trim() === '') || (isBefore && textAfter.trim() === '')) return true;
  return /\*[^\n]*$/.test(textBefore.slice(-200)) || /^[^\n]{0,200}\*/.test(textAfter);
}

function toText(token: Token): void {
  Object.assign(token, { _open: false, _close: false });
}

/** The text before each run and behind the last one. */
function textsBetween(
  tokens: readonly Token[],
  events: Event[],
  context: TokenizeContext,
): string[] {
  const starts = [events[0]?.[1].start, ...tokens.map(({ end }) => end)];
  const ends = [...tokens.map(({ start }) => start), events.at(-1)?.[1].end];
  return starts.map((start, index) => {
    const end = ends[index];
    // There is nothing to slice at the end of the text.
    return start && end && start.offset < end.offset ? context.sliceSerialize({ start, end }) : '';
  });
}

function mark(runs: readonly Run[], events: readonly Event[], context: TokenizeContext): void {
  let offset = 0;
  const letters = betweenBoldLetters(runs, isMask);
  const rated = runs.map((run, index): RatedRun => {
    offset += run.textBefore.length;
    // As beside Chinese: neither a letter nor a number is beside it.
    const judged = letters.has(run) ? { ...run, before: '', after: '' } : run;
    return rate(judged, offset, { isFirst: index === 0, isLast: index === runs.length - 1 });
  });
  let joined: ReadonlySet<number> | undefined;
  const isJoined = (line: number): boolean => (joined ??= joinedLines(events, context)).has(line);
  for (const { token } of runs) toText(token);
  for (const size of [2, 3]) {
    const own = runs.flatMap((run, index) => (run.size === size ? [index] : []));
    const pairs = pairRuns(
      own.flatMap((index) => rated[index] ?? []),
      isJoined,
    );
    for (const [place, index] of pairs.entries())
      Object.assign(runs[own[index] ?? -1]?.token ?? {}, {
        [place % 2 === 0 ? '_open' : '_close']: true,
      });
  }
}

function rate(
  { token, size, before, after, textBefore, textAfter }: Run,
  offset: number,
  { isFirst, isLast }: { isFirst: boolean; isLast: boolean },
): RatedRun {
  const isMasked = isMask({ before, after, textBefore });
  const hidden = hidesBefore(textBefore, textAfter);
  const isAlone = size === 3 && hidesAlone(textBefore, textAfter);
  const isAtLineStart = (isFirst || textBefore.includes('\n')) && /(?:^|\n)\s*$/.test(textBefore);
  const isAtLineEnd = (isLast || textAfter.includes('\n')) && /^[^\S\n]*(?:\n|$)/.test(textAfter);
  const isBehindPause = /.[，。；]./u.test(textBefore);
  const pauses = PAUSE_FIRST.test(textAfter);
  let [text, open, close] = [LEFT_OVER, 0, 0];
  if (size === 3) text = 1.5;
  if (isAlone) [text, open] = [1, 2.2];
  if (hidden === 'perhaps') [text, open, close] = [3.4, open + 0.3, 0.5];
  if (hidden === 'sure')
    [text, open, close] = [0, open + (size === 3 ? 2 : 0.3), size === 3 ? 2 : 0.3];
  // **元，由: what follows the pause belongs to another thought.
  const word = hidden && wordHiddenBefore(textAfter);
  if (word && /^[，。；]./u.test(textAfter.slice(word.length))) open += 3;
  // 李**，女: nothing begins there.
  if (isMasked) [text, open, close] = [0, open + (pauses ? 2 * LEFT_OVER : 1), close + 1];
  if (pauses || textAfter.trim() === '') open += 2;
  if (textBefore.trim() === '' || OPENING_LAST.test(textBefore)) close += 1;
  if (LIST_LAST.test(textBefore) || PAUSE_LAST.test(textBefore)) close += 0.6;
  if (hidden && namesInTurn(textBefore, textAfter)) close += 7;
  const mayEndLines = isAtLineEnd || (isAtLineStart && LINE_ENDED.test(textBefore));
  return {
    text,
    open,
    close,
    line: token.start.line,
    offset,
    isBehindPause,
    isAtLineStart,
    mayEndLines,
  };
}

/** `**市**县城关镇`, `**公司、**公司`, `**公司中标，**公司落选` */
function namesInTurn(before: string, after: string): boolean {
  if (LEAD_IN.test(before)) return false;
  if (LIST_LAST.test(before)) return true;
  const word = wordHiddenBefore(after);
  if (wordHiddenBefore(before) === before) return true;
  return PAUSE_LAST.test(before) && word !== undefined && wordHiddenBefore(before) === word;
}

/** Hides part of a name or number, as far as one can see from beside it. */
function isMask({
  before,
  after,
  textBefore,
}: Pick<Run, 'before' | 'after' | 'textBefore'>): boolean {
  const isNumber = ASCII_WORD.test(before) && ASCII_WORD.test(after);
  return isNumber || endsInNameToMask(textBefore.slice(-12));
}

/** The lines that are one sentence with the next, as the writer's editor wrapped it or a line break was written. */
function joinedLines(events: readonly Event[], context: TokenizeContext): ReadonlySet<number> {
  const [start, end] = [events[0]?.[1].start, events.at(-1)?.[1].end];
  if (!start || !end) return new Set();
  const lines = context.sliceSerialize({ start, end }).split('\n');
  const [ends = []] = judgeAsWritten([
    lines.map((text) => ({
      text,
      written: text,
      isIndented: /^(?:[\u00a0\u3000\t]| {2})/.test(text),
    })),
  ]);
  const joined = lines.flatMap((line, index) =>
    ends[index] === 'join' || /(?:\\| {2})$/.test(line) ? [start.line + index] : [],
  );
  return new Set(joined);
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
