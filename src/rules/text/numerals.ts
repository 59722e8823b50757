/** Numbers with their units and the words around them. */
import { numberFault } from '../../model/document-number.ts';
import type { Rule } from '../../model/rule.ts';
import { exchange, matches, withNeighbours } from './text-check.ts';
import type { TextCheck } from './text-check.ts';

const STANDARD = 'GB/T 15835-2011《出版物上数字用法》。';

export const percentRangeRule: Rule = {
  id: 'number/percent-range',
  level: 'warn',
  scope: 'text',
  title: '百分数的范围',
  basis: 'GB/T 15835-2011《出版物上数字用法》：范围的前一个百分号不能省略。',
};

export const fallTimesRule: Rule = {
  id: 'number/fall-times',
  level: 'warn',
  scope: 'text',
  title: '减少的倍数',
  basis: 'GB/T 15835-2011 和通行的用法：减少不能用倍数，减少一倍就什么也不剩。',
};

export const percentagePointRule: Rule = {
  id: 'number/percentage-point',
  level: 'warn',
  scope: 'text',
  title: '百分点',
  basis: '通行的用法：百分点前面用“个”，百分号后面不再写百分点。',
};

export const approximateRule: Rule = {
  id: 'number/approximate-twice',
  level: 'warn',
  scope: 'text',
  title: '重复的约数',
  basis: '通行的用法：约、近、多、左右、以上只用一个。',
};

export const documentNumberInTextRule: Rule = {
  id: 'number/document',
  level: 'warn',
  scope: 'text',
  title: '正文里的文号',
  basis: 'GB/T 9704-2012：年份标全称，用六角括号括入；发文顺序号不加“第”字，不编虚位。',
};

export const thousandsRule: Rule = {
  id: 'number/wide-sign',
  level: 'warn',
  scope: 'text',
  title: '数字里的中文标点',
  basis: 'GB/T 15835-2011《出版物上数字用法》：小数点、千分位用半角的符号。',
};

export const rangeSignRule: Rule = {
  id: 'number/range-sign',
  level: 'info',
  scope: 'text',
  title: '范围的符号',
  basis: 'GB/T 15834-2011《标点符号用法》：数字的范围用“～”或“—”。',
};

export const mixedRule: Rule = {
  id: 'number/mixed',
  level: 'info',
  scope: 'text',
  title: '数字和“百、千”混用',
  basis: STANDARD,
};

export const decadeRule: Rule = {
  id: 'number/decade',
  level: 'info',
  scope: 'text',
  title: '没有世纪的年代',
  basis: STANDARD,
};

const PERCENT_RANGE = /(?<![\d.%])(\d+(?:\.\d+)?)([～~—\-－–至到])(\d+(?:\.\d+)?%)/gu;
const FALL = /(?:减少|下降|降低|缩短|缩小)了?(?:近|约|超过?)?\d+(?:\.\d+)?(?:多|余)?倍/gu;
const POINT = /(?<![\d.])\d+(?:\.\d+)?(?:多|余)? ?百分点/gu;
const PERCENT_POINT = /\d{1,9}(?:\.\d{1,9})?%个?百分点/gu;
/** No longer number is meant, and a run of digits must not be begun anew at each of them. */
const N = '[\\d.,万亿千百]{1,16}';
const APPROXIMATE = new RegExp(
  [
    `(?:(?<![签契节合预条公制大])约|大约|大概|(?<![接附最临靠])近|将近)${N}(?:多|余)?[\\p{Script=Han}]{0,4}?(?:左右|上下)`,
    `(?:超过|(?<!不)逾)${N}(?:余|多)[\\p{Script=Han}]{0,3}?(?:以上)?`,
    `(?<![最接附临靠签契节合预条公制])(?:近|约)${N}(?:余|多)(?!\\p{Script=Han}{0,1}年来)`,
    `${N}(?:余|多)[\\p{Script=Han}]{0,2}?(?<!级|规模|[一二三四五六七八九]等|岁|度)(?:以上|左右)`,
  ].join('|'),
  'gu',
);
const NUMBER =
  /\p{Script=Han}{1,8}(?:[[［(（【](?:19|20)\d\d[\]］)）】]第?\d{1,4}号|〔(?:19|20)\d\d〕(?:第\d{1,4}|0\d{0,3})号)/gu;
const YEAR_IN_BRACKETS = /[[［(（【〔](?:19|20)\d\d[\]］)）】〕]第?\d/u;
const LEADS_TO_NUMBER = /^.*(?:按照|根据|依据|遵照|关于|印发|文件|通知|的|和|及|与|由|以)/u;
const WIDE_COMMA = /(?<![\d，])\d{1,3}(?:，\d{3})+(?=[\p{Script=Han}%])(?![年月日])/gu;
const WIDE_POINT = /(?<=\d)。(?=\d+[%\p{Script=Han}])/gu;
/** Of 10~20% the rule of percentages says all. */
const TILDE =
  /(?<=\d)~(?=\d)(?!\d+(?:\.\d+)?%)|(?<=[%％℃年月日时点万亿元])~(?=\d)|(?<=\p{Script=Han})~(?=\p{Script=Han})/gu;
const HYPHEN =
  /(?<![\d.\-—/])(\d+(?:\.\d+)?)[-－–](\d+(?:\.\d+)?)(?=月|日|年|时|点|℃|个|人|万|亿|元|吨|米|度|级|天|岁|倍|公里|毫米)/gu;
const MIXED =
  /(?<![\d.])\d+(?:\.\d+)?(?:[百十](?!姓|亿亿|强|佳|大|优|分|日|货|年)|千(?![克米瓦卡帕伏赫焦安公立字吨比升年]))(?=\p{Script=Han}|，|。|、)/gu;
const DECADE = /(?<![\d至到、])[1-9]0年代/gu;

export const NUMERAL_CHECKS: readonly TextCheck[] = [
  {
    rule: percentRangeRule,
    isStyle: true,
    find: (words) =>
      matches(words, PERCENT_RANGE, ({ 0: written, 1: from, 2: sign, 3: to }) =>
        // Nothing is nothing without a unit, too: 0—0.1%.
        Number(from) === 0
          ? undefined
          : exchange(
              `「${written}」前一个数少了百分号。`,
              `${from}%${/[~\-－–]/u.test(sign ?? '') ? '～' : sign}${to}`,
            ),
      ),
  },
  {
    rule: fallTimesRule,
    isStyle: true,
    find: (words) =>
      matches(words, FALL, ({ 0: written }) => ({
        message: `「${written}」：减少不能说倍数。`,
        fix: '改成百分数或者几分之几，例如「减少三分之二」。',
      })),
  },
  {
    rule: percentagePointRule,
    isStyle: true,
    *find(words) {
      yield* matches(words, POINT, ({ 0: written }) =>
        exchange(`「${written}」少了「个」字。`, written.replace(/ ?百分点/u, '个百分点')),
      );
      yield* matches(words, PERCENT_POINT, ({ 0: written }) => ({
        message: `「${written}」又写百分号又写百分点。`,
        fix: `是比率变化的写「${written.replace(/%个?/u, '个')}」，是增减幅度的写「${written.replace(/个?百分点/u, '')}」。`,
      }));
    },
  },
  {
    rule: approximateRule,
    isStyle: true,
    find: (words) =>
      matches(words, APPROXIMATE, ({ 0: written }) => ({
        message: `「${written}」里表示大概的词重复了。`,
        fix: '约（近）、多（余）、左右、以上，只留一个。',
      })),
  },
  {
    rule: documentNumberInTextRule,
    isStyle: true,
    *find(words) {
      // Looked for before the words that lead to it, of which there are many.
      if (!YEAR_IN_BRACKETS.test(words.text)) return;
      yield* matches(words, NUMBER, ({ 0: written }) => {
        // Words before the number are no part of it, as far as they are known.
        const number = written.replace(LEADS_TO_NUMBER, '');
        const fault = numberFault(number);
        if (!fault?.becomes) return undefined;
        const said = exchange(`文号「${number}」${fault.what}。`, fault.becomes);
        return { ...said, becomes: written.slice(0, -number.length) + fault.becomes };
      });
    },
  },
  {
    rule: thousandsRule,
    isStyle: true,
    *find(words) {
      yield* matches(words, WIDE_COMMA, ({ 0: written }) => ({
        message: `「${written}」里用了中文逗号。`,
        fix: `是一个数的写成「${written.replaceAll('，', '')}」；是几个数的，用顿号隔开。`,
      }));
      yield* matches(words, WIDE_POINT, ({ index }) => ({
        message: `「${withNeighbours(words, index, 1)}」里的小数点写成了句号。`,
        fix: '小数点用半角的「.」；是两句话的，第二句不要用数字开头。',
      }));
    },
  },
  {
    rule: rangeSignRule,
    isStyle: true,
    *find(words) {
      yield* matches(words, TILDE, ({ index }) => ({
        ...exchange(`「${withNeighbours(words, index, 1)}」里用了半角的「~」。`, '～'),
      }));
      yield* matches(words, HYPHEN, ({ 0: written, 1: from, 2: to }) => ({
        message: `「${written}」的范围用了短横。`,
        fix: `改成「${from}～${to}」或「${from}至${to}」。`,
      }));
    },
  },
  {
    rule: mixedRule,
    isStyle: true,
    find: (words) =>
      matches(words, MIXED, ({ 0: written, index }) => ({
        message: `「${withNeighbours(words, index, written.length)}」里的「${written}」混用了两种数字。`,
        fix: '全用阿拉伯数字，或者全用汉字；只有“万”“亿”可以跟在阿拉伯数字后面。',
      })),
  },
  {
    rule: decadeRule,
    isStyle: true,
    find: (words) =>
      matches(words, DECADE, ({ 0: written, index }) => {
        if (words.text.slice(Math.max(0, index - 30), index).includes('世纪')) return undefined;
        return {
          message: `「${written}」没有写哪个世纪。`,
          fix: `写成「20世纪${written}」。`,
        };
      }),
  },
];
