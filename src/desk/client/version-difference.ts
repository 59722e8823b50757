/** What became of a text from one version to another: by paragraphs, and within one that was changed by words. */
import { runsOf } from './text-difference.ts';

export interface Part {
  kind: 'same' | 'gone' | 'new';
  text: string;
}

export interface ComparedParagraph {
  kind: 'same' | 'gone' | 'new' | 'changed';
  parts: Part[];
}

/** Han one by one, as nothing parts their words; other words, numbers and spaces whole. */
const PIECES = /[\p{Script=Latin}\p{N}]+|\s+|./gsu;
/** Pairs of characters that two paragraphs have in common; with a smaller share one did not become the other. */
const LEAST_COMMON = 0.3;
/** How many paragraphs on a changed one is looked for. */
const AHEAD = 8;
/** A single character between two changes is theirs: of 改造 and 改建造价 it would make a riddle. */
const SHORTEST = 2;

/** Lines of Markdown are paragraphs, rows and items; the blank ones between them say nothing. */
export function compareParagraphs(before: string, after: string): ComparedParagraph[] {
  return runsOf(paragraphs(before), paragraphs(after)).flatMap(({ mine, theirs, isSame }) =>
    isSame ? mine.map((text) => whole('same', text)) : paired(mine, theirs),
  );
}

/** Words and characters of one paragraph. */
export function compareWords(before: string, after: string): Part[] {
  const parts: Part[] = [];
  const runs = runsOf(before.match(PIECES) ?? [], after.match(PIECES) ?? []);
  let [gone, added] = ['', ''];
  const settle = () => {
    if (gone !== '') parts.push({ kind: 'gone', text: gone });
    if (added !== '') parts.push({ kind: 'new', text: added });
    [gone, added] = ['', ''];
  };
  for (const [index, { mine, theirs, isSame }] of runs.entries()) {
    const text = mine.join('');
    const isBetween = index > 0 && index < runs.length - 1;
    if (isSame && !(isBetween && text.length < SHORTEST)) {
      settle();
      parts.push({ kind: 'same', text });
    } else {
      gone += text;
      added += theirs.join('');
    }
  }
  settle();
  return parts.filter((part, index) => endAtMark(part, parts[index - 1], parts[index + 1]));
}

/**
 * Of `甲。[乙]。` and `甲[。乙]。`, which are one text, the former is how somebody wrote it: a sentence has its mark behind it.
 * @returns whether anything is left of the part
 */
function endAtMark(part: Part, before?: Part, after?: Part): boolean {
  const [, mark = ''] = /^([。！？；，、：])./su.exec(part.text) ?? [];
  const isBetween = part.kind !== 'same' && before?.kind === 'same' && after?.kind === 'same';
  if (mark !== '' && isBetween && after.text.startsWith(mark)) {
    before.text += mark;
    part.text = part.text.slice(1) + mark;
    after.text = after.text.slice(1);
  }
  return part.text !== '';
}

/** Each paragraph beside the one of the next few that is most like it; those without one are gone, or new. */
function paired(before: readonly string[], after: readonly string[]): ComparedParagraph[] {
  const compared: ComparedParagraph[] = [];
  let next = 0;
  for (const text of before) {
    const shares = after.slice(next, next + AHEAD).map((other) => commonShare(text, other));
    const most = Math.max(0, ...shares);
    if (most < LEAST_COMMON) {
      compared.push(whole('gone', text));
      continue;
    }
    const place = next + shares.indexOf(most);
    compared.push(...after.slice(next, place).map((other) => whole('new', other)));
    compared.push({ kind: 'changed', parts: compareWords(text, after[place] ?? '') });
    next = place + 1;
  }
  return [...compared, ...after.slice(next).map((text) => whole('new', text))];
}

function commonShare(left: string, right: string): number {
  const pairs = (text: string) =>
    [...text].map((character, index, all) => (all[index - 1] ?? '') + character);
  const [mine, theirs] = [new Set(pairs(left)), new Set(pairs(right))];
  const common = [...mine].filter((pair) => theirs.has(pair)).length;
  return common / Math.max(mine.size, theirs.size);
}

function whole(kind: 'same' | 'gone' | 'new', text: string): ComparedParagraph {
  return { kind, parts: [{ kind, text }] };
}

function paragraphs(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}
