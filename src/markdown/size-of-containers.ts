/** How much quotations and lists a body holds: each is opened, kept and closed line by line. */
import type { BodyProblem } from './body-problem.ts';

/** What begins a quotation, an item or a note, which another may follow on its line. */
const MARK = String.raw`[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t])|\[\^[^\]\n]+\]:)`;
const DEEP = new RegExp(`^(?:${MARK}){30}`, 'm');
const INDENTED_DEEP = /^(?: {120}|\t{30})[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]/m;
const MARKS = new RegExp(`^(?:${MARK})+`);
const ANY = new RegExp(`^${MARK}`, 'm');
const ITEM = /[-+*]|\d[.)]/g;

const MOST_ITEMS = 3_000;
const MOST_QUOTATIONS = 1_500;
/** Marks and steps of indentation of all lines: each is one thing more that the line lies in. */
const MOST_STEPS = 40_000;
/** Lines that a quotation or an item takes in without a mark of their own, one more for each thing it lies in. */
const MOST_LAZY = 4_000;

/** Things in things, deeper than anybody lists: the parser calls itself for each. */
export function tooDeep(body: string): BodyProblem | undefined {
  const deep = DEEP.exec(body) ?? INDENTED_DEEP.exec(body);
  return deep
    ? {
        line: body.slice(0, deep.index).split('\n').length,
        message: '这里的引用或者列表一层套一层，超过 30 层，读不了。',
        fix: '删掉行首多余的「>」「-」或者空格。',
      }
    : undefined;
}

/** More of them than any document has. */
export function tooManyContainers(body: string): BodyProblem | undefined {
  if (!ANY.test(body)) return undefined;
  let items = 0;
  let quotations = 0;
  let quotes = 0;
  let depth = 0;
  let lazy = 0;
  let squares = 0;
  let steps = 0;
  for (const [index, line] of body.split('\n').entries()) {
    if (line.trim() === '') {
      [quotes, depth, lazy] = [0, 0, 0];
      continue;
    }
    steps += stepsOf(line);
    if (steps > MOST_STEPS) return indented(index + 1);
    const marks = MARKS.exec(line)?.[0] ?? '';
    if (marks === '') {
      if (depth === 0) continue;
      squares += depth * (2 * lazy + 1);
      lazy += 1;
      if (squares > MOST_LAZY ** 2) return endless(index + 1);
      continue;
    }
    const own = marks.split('>').length - 1;
    const listed = marks.match(ITEM)?.length ?? 0;
    items += listed;
    quotations += Math.max(0, own - quotes);
    quotes = own;
    depth = Math.max(depth, own + listed);
    if (items > MOST_ITEMS) return tooMany(index + 1, MOST_ITEMS, '个列表项');
    if (quotations > MOST_QUOTATIONS) return tooMany(index + 1, MOST_QUOTATIONS, '段引用');
  }
  return undefined;
}

function stepsOf(line: string): number {
  const [before = ''] = /^[ \t>]*/.exec(line) ?? [];
  const tabs = before.split('\t').length - 1;
  const quotes = before.split('>').length - 1;
  // No deeper than one may go.
  return Math.min(30, quotes + Math.floor((before.length - quotes + 3 * tabs) / 2));
}

function indented(line: number): BodyProblem {
  return {
    line,
    message: '正文到这一行，行首的「>」和空格已经太多，读不了。',
    fix: '是不是粘贴错了？删掉行首多余的「>」和空格。',
  };
}

function tooMany(line: number, most: number, counted: string): BodyProblem {
  return {
    line,
    message: `正文到这一行已经超过 ${most} ${counted}，太多了，读不了。`,
    fix: '是不是粘贴错了？很长的材料请做成附件，或者分成几篇。',
  };
}

function endless(line: number): BodyProblem {
  return {
    line,
    message: '这一行的上面有列表或者引用，它的后面有几千行连着，中间没有空行，读不了。',
    fix: '在列表或者引用的后面空一行，再接着写。',
  };
}
