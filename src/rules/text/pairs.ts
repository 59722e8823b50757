/** Marks that come in twos, by paragraph: quotations that run on over paragraphs open each of them and close once. */
import type { Rule } from '../../model/rule.ts';
import { withNeighbours } from './text-check.ts';
import type { Hit, TextCheck } from './text-check.ts';
import type { Words } from './words.ts';

export const pairRule: Rule = {
  id: 'punctuation/unpaired',
  level: 'warn',
  scope: 'text',
  title: '没有成对的标点',
  basis: 'GB/T 15834-2011《标点符号用法》：引号、括号、书名号成对使用。',
};

const CLOSING: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '（': '）',
  '《': '》',
  '〈': '〉',
  '【': '】',
  '〔': '〕',
  '「': '」',
  '『': '』',
};
const OPENING: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(CLOSING).map(([open, close]) => [close, open]),
);
const ANY = /[“”‘’（）《》〈〉【】〔〕「」『』]/gu;
/** In a text that opens more at once marks are no sign of anything. */
const MOST_OPEN = 50;
/** Paragraphs over which a quotation may run that does not open each of them. */
const RUNS_OVER = 4;

interface Mark {
  sign: string;
  at: number;
}

function* unpaired(words: Words): Generator<Hit> {
  /** Opening marks that run on from the paragraphs before. */
  const running = new Set<string>();
  for (const [index, block] of words.blocks.entries()) {
    const start = words.startOf(index);
    const open: Mark[] = [];
    for (const { 0: sign, index: at } of block.text.matchAll(ANY)) {
      if (CLOSING[sign] !== undefined) {
        if (open.length === MOST_OPEN) return;
        open.push({ sign, at });
        continue;
      }
      const opening = OPENING[sign] ?? '';
      const place = open.findLastIndex((mark) => mark.sign === opening);
      if (place >= 0) {
        for (const crossed of open.splice(place).slice(1)) yield hit(words, crossed, start);
      } else if (!running.delete(opening) && !isNoClosing(sign, block.text.slice(0, at + 1))) {
        yield hit(words, { sign, at }, start);
      }
    }
    for (const mark of open) {
      if (runsOn(mark.sign, words, index)) running.add(mark.sign);
      else yield hit(words, mark, start);
    }
  }
}

/** An apostrophe, or the bracket of an ordinal: 1）, 一）. */
function isNoClosing(sign: string, before: string): boolean {
  return (
    sign === '’' || (sign === '）' && /^\s*[\d一二三四五六七八九十a-zA-Z①-⑩]{1,3}）$/u.test(before))
  );
}

function runsOn(sign: string, { blocks }: Words, index: number): boolean {
  if (sign !== '“' && sign !== '‘') return false;
  const close = CLOSING[sign] ?? '';
  return blocks.slice(index + 1, index + 1 + RUNS_OVER).some(({ text }, place) => {
    if (place === 0 && text.trimStart().startsWith(sign)) return true;
    const [closes, opens] = [text.indexOf(close), text.indexOf(sign)];
    return closes >= 0 && (opens < 0 || closes < opens);
  });
}

function hit(words: Words, { sign, at }: Mark, start: number): Hit {
  const other = CLOSING[sign] ?? OPENING[sign] ?? '';
  return {
    at: start + at,
    length: 1,
    message: `「${withNeighbours(words, start + at, 1)}」里的「${sign}」没有和它成对的「${other}」。`,
    fix: '补上另一半，或者删掉这一半。',
  };
}

export const PAIR_CHECKS: readonly TextCheck[] = [
  { rule: pairRule, isStyle: true, find: unpaired },
];
