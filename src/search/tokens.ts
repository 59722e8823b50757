/**
 * How a normalised text is cut into index tokens. Index side and reader side cut alike, so whatever a page
 * holds can be asked for: Pagefind alone cuts by dictionary and leaves gaps that depend on the words around.
 */
import { kindOf, normalise, type CharacterKind } from './normalise.ts';

/** A token of a query. */
export interface Token {
  text: string;
  /** A whole word of the index; the others (a single Han character, a Latin word) also ask for what they begin. */
  whole: boolean;
}

/**
 * The tokens that a page must hold to hold the term (normalised): all bigrams of its Han runs, its Latin words,
 * its numbers; a number beside a Han character only together with it (3月, 月5, 5日), because bare small
 * numbers are on nearly every page. A single Han character is asked for only when there is nothing else: words
 * that begin with it may lie in several chunks of the index, of which Pagefind loads one.
 */
export function queryTokens(term: string): Token[] {
  const runs = runsOf(term);
  const tokens = new Map<string, Token>();
  const single: string[] = [];
  const add = (text: string, whole: boolean) => tokens.set(text, { text, whole });
  runs.forEach((run, at) => {
    if (run.kind === 'letter') add(run.text, false);
    if (run.kind === 'digit') {
      const joints = jointsOf(runs, at);
      for (const token of joints.length > 0 ? joints : [run.text]) add(token, true);
    }
    if (run.kind === 'han') {
      const pairs = bigramsOf(run.text);
      for (const pair of pairs) add(pair, true);
      if (pairs.length === 0 && !besideNumber(runs, at)) single.push(run.text);
    }
  });
  if (tokens.size === 0) for (const char of single) add(char, false);
  return [...tokens.values()];
}

/**
 * The tokens of a page that Pagefind does not make of its written title and text: bigrams across quotation
 * marks, dots and brackets; numbers beside a Han character or inside punctuation (5.8, 2026-03-05); full-width
 * forms; for queries of one character each one of the title, and of the text the last one of a Han run when no pair
 * of the page begins with it, or each one if so wished (it makes the index larger).
 */
export function extraTokens(title: string, text: string, everyCharacter = false): string[] {
  const made = new Set([...pagefindTokens(title), ...pagefindTokens(text)]);
  const [inTitle, inText] = [runsOf(normalise(title)), runsOf(normalise(text))];
  const extra = new Set(
    [...wantedTokens(inTitle), ...wantedTokens(inText)].filter((t) => !made.has(t)),
  );
  for (const { kind, text: run } of inTitle) {
    if (kind === 'han') for (const char of run) extra.add(char);
  }
  const begun = new Set([...made, ...extra].map(firstOf));
  for (const { kind, text: run } of inText) {
    if (kind !== 'han') continue;
    const last = lastOf(run);
    if (run !== last && !begun.has(last)) extra.add(last);
    if (everyCharacter) for (const char of run) extra.add(char);
  }
  return [...extra].toSorted();
}

/** The tokens by which the presence map knows a page. */
export function presenceTokens(title: string, text: string): Set<string> {
  const tokens = new Set<string>();
  for (const runs of [runsOf(normalise(title)), runsOf(normalise(text))]) {
    for (const token of wantedTokens(runs)) tokens.add(token);
    for (const { kind, text: word } of runs) if (kind === 'letter') tokens.add(beginningOf(word));
  }
  return tokens;
}

/** What the presence map can be asked for a token; undefined for one that may begin too many words. */
export function presenceTokenOf({ text, whole }: Token): string | undefined {
  if (whole) return text;
  return [...text].length < BEGINNING ? undefined : beginningOf(text);
}

/** Letters by which the presence map knows what a word begins with. */
const BEGINNING = 3;
const beginningOf = (word: string) => `${[...word].slice(0, BEGINNING).join('')}…`;

function wantedTokens(runs: readonly Run[]): string[] {
  return runs.flatMap((run, at) => {
    if (run.kind === 'han') return bigramsOf(run.text);
    return run.kind === 'digit' ? [run.text, ...jointsOf(runs, at)] : [run.text];
  });
}

/** What Pagefind 1.6 surely makes of a written zh text: bigrams of unbroken Han runs, words that stand free. */
function pagefindTokens(written: string): string[] {
  const text = written.toLowerCase();
  const pairs = [...text.matchAll(/\p{Script=Han}+/gu)].flatMap(([run]) => bigramsOf(run));
  const words = [...text.matchAll(FREE_WORD)].map(([word]) => word);
  return [...pairs, ...words];
}

/** Letters or digits between spaces, Han, brackets, ends; elsewhere it joins them to what stands beside (`30，2026`). */
const FREE_WORD =
  /(?<=^|[\s\p{Script=Han}〔〕《》“”（）])(?:[a-z]+|[0-9]+)(?=$|[\s\p{Script=Han}〔〕《》“”（）])/gu;

interface Run {
  kind: Exclude<CharacterKind, 'other'>;
  text: string;
  /** Something that is no token (punctuation, a space) stands before it. */
  apart: boolean;
}

function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  let apart = true;
  for (const char of text) {
    const kind = kindOf(char);
    const run = runs.at(-1);
    if (kind !== 'other' && run?.kind === kind && !apart) run.text += char;
    else if (kind !== 'other') runs.push({ kind, text: char, apart });
    apart = kind === 'other';
  }
  return runs;
}

/** A number together with the Han character before it, and with the one after it. */
function jointsOf(runs: readonly Run[], at: number): string[] {
  const [before, number, after] = [runs[at - 1], runs[at], runs[at + 1]];
  const joints: string[] = [];
  if (!number) return joints;
  if (before?.kind === 'han' && !number.apart) joints.push(lastOf(before.text) + number.text);
  if (after?.kind === 'han' && !after.apart) joints.push(number.text + firstOf(after.text));
  return joints;
}

function besideNumber(runs: readonly Run[], at: number): boolean {
  const [before, run, after] = [runs[at - 1], runs[at], runs[at + 1]];
  return (before?.kind === 'digit' && !run?.apart) || (after?.kind === 'digit' && !after.apart);
}

function bigramsOf(run: string): string[] {
  const chars = [...run];
  return chars.slice(1).map((char, at) => `${chars[at] ?? ''}${char}`);
}

const firstOf = (text: string) => [...text][0] ?? '';
const lastOf = (text: string) => [...text].at(-1) ?? '';
