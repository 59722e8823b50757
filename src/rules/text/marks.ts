/** Punctuation marks that Chinese does not use, or not so (GB/T 15834-2011). */
import type { Rule } from '../../model/rule.ts';
import { exchange, matches, withNeighbours } from './text-check.ts';
import type { TextCheck } from './text-check.ts';

const STANDARD = 'GB/T 15834-2011《标点符号用法》。';

export const halfWidthRule: Rule = {
  id: 'punctuation/half-width',
  level: 'warn',
  scope: 'text',
  title: '汉字中间的半角标点',
  basis: STANDARD,
};

export const bracketRule: Rule = {
  id: 'punctuation/half-width-bracket',
  level: 'warn',
  scope: 'text',
  title: '括着汉字的半角括号',
  basis: STANDARD,
};

export const dashRule: Rule = {
  id: 'punctuation/dash',
  level: 'warn',
  scope: 'text',
  title: '破折号',
  basis: 'GB/T 15834-2011《标点符号用法》：破折号是占两个字的“——”。',
};

export const ellipsisRule: Rule = {
  id: 'punctuation/ellipsis',
  level: 'warn',
  scope: 'text',
  title: '省略号',
  basis: 'GB/T 15834-2011《标点符号用法》：省略号是占两个字的“……”，不与“等”同用。',
};

export const straightQuoteRule: Rule = {
  id: 'punctuation/straight-quote',
  level: 'warn',
  scope: 'text',
  title: '直引号',
  basis: 'GB/T 15834-2011《标点符号用法》：引号是“ ”和‘ ’。',
};

export const doubledMarkRule: Rule = {
  id: 'punctuation/doubled',
  level: 'warn',
  scope: 'text',
  title: '连着写的标点',
  basis: STANDARD,
};

export const fullWidthRule: Rule = {
  id: 'punctuation/full-width',
  level: 'warn',
  scope: 'text',
  title: '全角的数字和字母',
  basis: 'GB/T 15835-2011《出版物上数字用法》：阿拉伯数字用半角。',
};

export const ordinalMarkRule: Rule = {
  id: 'punctuation/ordinal',
  level: 'info',
  scope: 'text',
  title: '序号后面的标点',
  basis: 'GB/T 15834-2011《标点符号用法》：“一、”“（一）”“1.”，带括号的序号后面不加标点。',
};

const HAN = '[\\p{Script=Han}〇]';
const FULL: Readonly<Record<string, string>> = {
  ',': '，',
  '.': '。',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
};

const HALF = new RegExp(`(?<=${HAN}|[”’》）])[,;:?!.](?=${HAN}|[“‘《（\\n])`, 'gu');
const BRACKETS = new RegExp(`\\((?=[^()\\n]*${HAN})([^()\\n]{1,60})\\)`, 'gu');
const DASH = /(?<=[\p{Script=Han}”》）])-{2,3}(?=[\p{Script=Han}“《（])/gu;
const SINGLE_DASH = /(?<=[，。；：])—(?=[\p{Script=Han}“《（])(?<!——)(?!—)/gu;
const DOTS = /(?<![.。…·\d])(?:\.{3,}|。{3,}|·{3,}|．{3,})|(?<!…)…(?!…)/gu;
const AND_SO_ON = /等……|……等/gu;
const QUOTES =
  /"([^"\n]{1,200})"|'([^'\n]{1,200})'|(?<=[\p{Script=Han}，。：])["'](?=\p{Script=Han})/gu;
const DOUBLED =
  /[，、；：]{2,}|[。，、；：？！][，、；：。]|[，、；：][。？！]|。{2}(?!。)|(?<!？|！)？{2,}|！{4,}/gu;
const FULL_WIDTH = /[０-９Ａ-Ｚａ-ｚ]+/gu;
const ORDINAL =
  /^(?:[一二三四五六七八九十]{1,3}[，,.．]|（[一二三四五六七八九十]{1,3}）[、，,.])(?=\p{Script=Han})|[①-⑩](?=[、.．])/gmu;

export const MARK_CHECKS: readonly TextCheck[] = [
  {
    rule: halfWidthRule,
    isStyle: true,
    find: (words) =>
      matches(words, HALF, ({ 0: mark, index }) =>
        exchange(
          `「${withNeighbours(words, index, 1)}」里用了半角的「${mark}」。`,
          FULL[mark] ?? '',
        ),
      ),
  },
  {
    rule: bracketRule,
    isStyle: true,
    find: (words) =>
      matches(words, BRACKETS, ({ 0: written, 1: inner }) =>
        exchange(`「${written}」用了半角的括号。`, `（${inner}）`),
      ),
  },
  {
    rule: dashRule,
    isStyle: true,
    *find(words) {
      for (const pattern of [DASH, SINGLE_DASH]) {
        yield* matches(words, pattern, ({ 0: dash, index }) =>
          exchange(
            `「${withNeighbours(words, index, dash.length)}」里的破折号写成了「${dash}」。`,
            '——',
          ),
        );
      }
    },
  },
  {
    rule: ellipsisRule,
    isStyle: true,
    *find(words) {
      yield* matches(words, DOTS, ({ 0: dots, index }) =>
        exchange(
          `「${withNeighbours(words, index, dots.length)}」里的省略号写成了「${dots}」。`,
          '……',
        ),
      );
      yield* matches(words, AND_SO_ON, ({ 0: written }) => ({
        message: `「${written}」：省略号和“等”重复了。`,
        fix: '只留一个。',
      }));
    },
  },
  {
    rule: straightQuoteRule,
    isStyle: true,
    find: (words) =>
      matches(words, QUOTES, ({ 0: written, 1: outer, 2: inner, index }) => {
        if (!/\p{Script=Han}/u.test(outer ?? inner ?? '甲')) return undefined;
        if (outer !== undefined) return exchange(`「${written}」用了直引号。`, `“${outer}”`);
        if (inner !== undefined) return exchange(`「${written}」用了直引号。`, `‘${inner}’`);
        return {
          message: `「${withNeighbours(words, index, 1)}」里用了直引号「${written}」。`,
          fix: '成对改成“ ”，引号里面的改成‘ ’。',
        };
      }),
  },
  {
    rule: doubledMarkRule,
    isStyle: true,
    find: (words) =>
      matches(words, DOUBLED, ({ 0: marks, index }) => {
        const same = new Set(marks).size === 1 ? (marks[0] ?? '') : undefined;
        const message = `「${withNeighbours(words, index, marks.length)}」里的标点「${marks}」连在了一起。`;
        return same ? exchange(message, same) : { message, fix: '只留对的一个。' };
      }),
  },
  {
    rule: fullWidthRule,
    isStyle: true,
    find: (words) =>
      matches(words, FULL_WIDTH, ({ 0: written }) =>
        exchange(`「${written}」是全角的。`, written.normalize('NFKC')),
      ),
  },
  {
    rule: ordinalMarkRule,
    isStyle: true,
    find: (words) =>
      matches(words, ORDINAL, ({ 0: written }) => ({
        message: `序号「${written}」后面的标点不对。`,
        fix: '写成「一、」「（一）」「1.」，带括号、带圈的序号后面不加标点。',
      })),
  },
];
