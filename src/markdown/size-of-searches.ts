/** What opens something whose end is looked for to the end of the paragraph, each time anew. */
import type { BodyProblem } from './body-problem.ts';

/** Characters that are read in vain. */
const MOST_READ = 20_000_000;
/** Trailing signs of an address: at each all that follow it are read. */
const MOST_SIGNS = 3_000;

/** Characters that definitions may become. */
const MOST_REPEATED = 40_000_000;
const DEFINITION = /^[ \t>]*\[[^\]\n]*\]:/m;

/** A link whose title is not closed. */
const TITLE = /\][(（][^\s()（]*(?:[ \t]+|[ \t]*\n[ \t]*)["'(]/g;
const TICKS = /`+/g;
const ADDRESS = /:\/\/|www\./i;
const SIGNS = /[!"'()*,.:;<>?\]_~]{50,}/g;

/** Why the ends that are looked for in a paragraph take too long. */
export function endlessSearch(text: string): Omit<BodyProblem, 'line'> | undefined {
  const titles = countOf(text, TITLE);
  if (titles * text.length > MOST_READ) return problem(`${titles} 个没有写完的链接标题`);
  // Of one length each begins where the one before it ends.
  const lengths = new Set(text.match(TICKS)?.map(({ length }) => length)).size;
  if (lengths * text.length > MOST_READ) return problem(`${lengths} 种长短不同的「\`」`);
  if (ADDRESS.test(text)) {
    let squares = 0;
    for (const [{ length }] of text.matchAll(SIGNS)) squares += length ** 2;
    if (squares > MOST_SIGNS ** 2) return problem('网址，又有一长串标点');
  }
  return undefined;
}

/**
 * An address that is defined once is written out at each place that names it.
 * @param brackets of the whole body, of which each may name one
 */
export function repeatedAddress(
  text: string,
  brackets: number,
): Omit<BodyProblem, 'line'> | undefined {
  if (brackets * text.length <= MOST_REPEATED || !DEFINITION.test(text)) return undefined;
  return {
    message: `这里写的网址很长，正文里又有 ${brackets} 个「[」，读不了。`,
    fix: '是不是粘贴错了？删掉太长的网址；链接很多的，分成几篇。',
  };
}

function countOf(text: string, sign: RegExp): number {
  return text.match(sign)?.length ?? 0;
}

function problem(found: string): Omit<BodyProblem, 'line'> {
  return {
    message: `这一段很长，里面有 ${found}，读不了。`,
    fix: '是不是粘贴错了？删掉多余的符号，或者用空行分成几段。',
  };
}
