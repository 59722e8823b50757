/** Days that the calendar does not have, or has on another weekday. */
import { isDay } from '../../model/personal-data.ts';
import type { Rule } from '../../model/rule.ts';
import { exchange, matches } from './text-check.ts';
import type { Hit, TextCheck } from './text-check.ts';
import type { Words } from './words.ts';

const WRONG = '国办秘函〔2019〕19号：内容有错误的稿件，检查时扣分。';
const DIGITS = 'GB/T 15835-2011《出版物上数字用法》：汉字数字的“零”用“〇”。';

export const lostMonthRule: Rule = {
  id: 'number/lost-month',
  level: 'stop',
  scope: 'text',
  title: '丢了「月」字的日期',
  basis: WRONG,
};

export const noSuchDayRule: Rule = {
  id: 'number/no-such-day',
  level: 'stop',
  scope: 'text',
  title: '没有的日期',
  basis: WRONG,
};

export const weekdayRule: Rule = {
  id: 'number/weekday',
  level: 'stop',
  scope: 'text',
  title: '对不上的星期',
  basis: WRONG,
};

export const yearZeroRule: Rule = {
  id: 'number/year-zero',
  level: 'warn',
  scope: 'text',
  title: '年份里的「〇」',
  basis: DIGITS,
};

const LONGEST_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** Numbers of days that people count by. */
const ROUND = new Set(['100', '120', '150', '180', '200', '210', '300', '365', '366', '1000']);
const RUN_TOGETHER =
  /(?<![\d.年月第满逾超近约共前后达每整足仅长连用历经时计约])(?<!\d[,，]|不到|为期|连续|不足|倒计时|服务|累计|预警)(\d{3,4})日(?!元|圆|均|内|之内|以内|龄|游|间|夜|行|谈|后|前|誓|线|盾|维|无|攻坚|冲刺|行动|计划|会战)/gu;

function* lostMonths(words: Words): Generator<Hit> {
  for (const { 0: written, 1: digits = '', index } of words.text.matchAll(RUN_TOGETHER)) {
    if (ROUND.has(digits)) continue;
    const days = [1, 2].flatMap((cut) => {
      const [month, day] = [digits.slice(0, cut), digits.slice(cut)];
      if (day.length > 2 || day.startsWith('0') || month.startsWith('0')) return [];
      return Number(day) <= (LONGEST_MONTHS[Number(month) - 1] ?? 0) ? [`${month}月${day}日`] : [];
    });
    if (days.length === 0) continue;
    const meant = days.map((day) => `「${day}」`).join('或');
    yield {
      at: index,
      length: written.length,
      message: `「${written}」少了「月」字。`,
      fix: `核对日期，写成${meant}。`,
    };
  }
}

/** The same where two digits alone are left: 33日, 45日. */
const TWO =
  /(?<![\d.,，年月第满逾超近约共前后达每整足仅长连用历经时计])(?<!不到|为期|连续|不足|倒计时)(3[2-9]|[4-9][1-9])日(?=[，,。、（(]|上午|下午|晚|电|讯|凌晨|清晨|在\p{Script=Han}|，)/gu;
const DAY =
  /(?<![\d.])(?:(\d{4})年)?(\d{1,2})月(\d{1,3})日(?:[（(]?(?:星期|周|礼拜)([一二三四五六日天])[）)]?)?/gu;
const WEEK = '日一二三四五六';

function* days(words: Words, isWanted: 'day' | 'weekday'): Generator<Hit> {
  for (const match of words.text.matchAll(DAY)) {
    const [written = '', year, month = '', day = '', weekday] = match;
    const place = { at: match.index, length: written.length };
    const isThere =
      year === undefined
        ? Number(day) >= 1 && Number(day) <= (LONGEST_MONTHS[Number(month) - 1] ?? 0)
        : isDay(Number(year), Number(month), Number(day));
    if (!isThere) {
      if (isWanted === 'day')
        yield {
          ...place,
          message: `没有「${written}」这一天。`,
          fix: '核对日期，写成实际的那一天。',
        };
      continue;
    }
    if (isWanted === 'day' || weekday === undefined) continue;
    const years = year ? [Number(year)] : yearsAround(words.facts.day);
    const right = years.map((each) => weekdayOf(each, Number(month), Number(day)));
    if (years.length === 0 || right.includes(weekday.replace('天', '日'))) continue;
    const is = right[Math.floor(right.length / 2)] ?? '';
    yield {
      ...place,
      message: `「${written}」的星期不对：${year ?? years[Math.floor(years.length / 2)]}年的这一天是星期${is}。`,
      fix: '核对日期和星期，改正写错的那一个。',
    };
  }
}

/** A day without its year is one of the years next to the text's. */
function yearsAround(day: string | undefined): number[] {
  const year = Number(day?.slice(0, 4));
  return day === undefined ? [] : [year - 1, year, year + 1];
}

function weekdayOf(year: number, month: number, day: number): string {
  return WEEK[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? '';
}

const YEAR = /[一二][一二三四五六七八九〇○ОOo0零◯]{3}(?=年)/gu;

export const DATE_CHECKS: readonly TextCheck[] = [
  {
    rule: lostMonthRule,
    *find(words) {
      yield* lostMonths(words);
      yield* matches(words, TWO, ({ 0: written, 1: digits = '' }) => ({
        message: `「${written}」少了「月」字。`,
        fix: `核对日期，写成「${digits[0]}月${digits[1]}日」。`,
      }));
    },
  },
  { rule: noSuchDayRule, find: (words) => days(words, 'day') },
  { rule: weekdayRule, find: (words) => days(words, 'weekday') },
  {
    rule: yearZeroRule,
    isStyle: true,
    find: (words) =>
      matches(words, YEAR, ({ 0: year }) => {
        if (!/[○ОOo0零◯]/u.test(year)) return undefined;
        return exchange(`「${year}」里的零写法不对。`, year.replaceAll(/[○ОOo0零◯]/gu, '〇'));
      }),
  },
];
