/** Blanks where Chinese has none. Characters that nobody sees are left out when a text is read. */
import type { ReaderBlock } from '../../model/reader-text.ts';
import type { Rule } from '../../model/rule.ts';
import { matches, withNeighbours } from './text-check.ts';
import type { Hit, TextCheck } from './text-check.ts';
import type { Words } from './words.ts';

export const edgeSpaceRule: Rule = {
  id: 'punctuation/space-at-mark',
  level: 'warn',
  scope: 'text',
  title: '标点旁边的空格',
  basis: 'GB/T 15834-2011《标点符号用法》：标点自己占位置，旁边不加空格。',
};

export const spaceRule: Rule = {
  id: 'punctuation/space',
  level: 'info',
  scope: 'text',
  title: '汉字中间的空格',
  basis: '中文的词中间不加空格，多半是复制、换行时留下的。',
};

const EDGE =
  /(?<=[“‘《（〈【〔])[ \u3000]+(?=\S)|(?<=\p{Script=Han}) +(?=[”’》）〉】〕，。、；：！？])|(?<=[，。、；：！？]) +(?=[”’》）〉】〕，。、；：！？])/gu;
const BETWEEN = /(?<=[\p{Script=Han}〇]) +(?=[\p{Script=Han}〇])/gu;
const CREDIT = /(?:记者|通讯员|摄影|编辑|审核|文|图|摄) $/u;

/** In a sentence alone: titles, mottoes, lists of names and quotations part their words by blanks. */
function* between(words: Words): Generator<Hit> {
  let last: { block: ReaderBlock | undefined; isSentence: boolean } | undefined;
  for (const { 0: blank, index } of words.text.matchAll(BETWEEN)) {
    const block = words.blockAt(index);
    if (!last || last.block !== block) {
      const isSentence = block?.kind === 'paragraph' && /[。！？；]/u.test(block.text);
      last = { block, isSentence };
    }
    if (!last.isSentence) continue;
    const [before] = words.around(index, 0, 80);
    const [, behind] = words.around(index, blank.length, 6);
    const isQuoted = /[“《【〈「][^”》】〉」]*$/u.test(before);
    // Names of two characters are spaced out to the length of three.
    const isName =
      /(?:^|[，、；：（\s])\p{Script=Han}$/u.test(before) &&
      /^\p{Script=Han}(?:[，、；）。\s]|$)/u.test(behind);
    if (isQuoted || isName || CREDIT.test(`${before} `)) continue;
    yield {
      at: index,
      length: blank.length,
      message: `「${withNeighbours(words, index, blank.length)}」中间有空格。`,
      fix: '删掉空格；是两句话的，换成标点。',
    };
  }
}

export const SPACE_CHECKS: readonly TextCheck[] = [
  {
    rule: edgeSpaceRule,
    isStyle: true,
    find: (words) =>
      matches(words, EDGE, ({ 0: blank, index }) => ({
        message: `「${withNeighbours(words, index, blank.length)}」里标点旁边有空格。`,
        fix: '删掉空格。',
        becomes: '',
      })),
  },
  { rule: spaceRule, isStyle: true, find: between },
];
