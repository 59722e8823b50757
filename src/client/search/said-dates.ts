/**
 * Dates as they are said or typed in short — 去年3月, 25年3月, 2025年三月, 上个月, 上周, 昨天, 20250326 — read as days and months of
 * the reader's day in Beijing; 昨天的新闻 is what was published on that day, and 今年3月的通知 a 通知 of that month.
 */
import { datesIn, dayNumber, isMonth } from '../../search/date-forms.ts';

export interface SaidDate {
  /** As the reader wrote it. */
  said: string;
  /** 2025年3月, 2026年11月26日, or 2026年11月16日至22日; with what is to be of that time behind a space. */
  read: string;
}

/**
 * @param query a term in quotation marks, or left out, stays as it is written
 * @returns the query with dates in the place of what was said, and what was read so
 */
export function readSaidDates(query: string, now: Date): { query: string; dates: SaidDate[] } {
  const dates: SaidDate[] = [];
  const month = monthAlone(query.trim().normalize('NFKC'), now);
  if (month !== undefined) return { query: month, dates: [{ said: query.trim(), read: month }] };
  const parts = query.split(/(\s+)/u).map((part) => {
    const read = dateSaid(part.normalize('NFKC'), now) ?? ofDateSaid(part.normalize('NFKC'), now);
    if (read === undefined) return part;
    if (!dates.some(({ said }) => said === part)) dates.push({ said: part, read });
    return read;
  });
  return { query: parts.join(''), dates };
}

/** Whether a query is dates as they are said, and nothing else: a day is no word that texts have. */
export function isDatesAlone({ query }: { query: string }, dates: readonly SaidDate[]): boolean {
  const said = new Set(dates.map((date) => date.said));
  const areAlone = dates.length > 0 && dates.every(({ read }) => !read.includes(' '));
  return areAlone && query.split(/\s+/u).every((part) => part === '' || said.has(part));
}

const BEIJING = 8 * 3_600_000;
const YEARS = new Map([
  ['今年', 0],
  ['去年', -1],
  ['前年', -2],
]);
const DAYS = new Map([
  ['今天', 0],
  ['今日', 0],
  ['昨天', -1],
  ['昨日', -1],
  ['前天', -2],
]);
const MONTHS = new Map([
  ['本月', 0],
  ['这个月', 0],
  ['上月', -1],
  ['上个月', -1],
]);

/** From Monday to Sunday. */
const WEEKS = new Map([
  ['本周', 0],
  ['这周', 0],
  ['这星期', 0],
  ['本星期', 0],
  ['上周', -1],
  ['上星期', -1],
  ['上个星期', -1],
]);

function dateSaid(term: string, now: Date): string | undefined {
  const today = new Date(now.getTime() + BEIJING);
  const [year, month, day] = [today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate()];
  const days = DAYS.get(term);
  if (days !== undefined) {
    const date = new Date(Date.UTC(year, month, day + days));
    return `${monthOf(date)}${date.getUTCDate()}日`;
  }
  const months = MONTHS.get(term);
  if (months !== undefined) return monthOf(new Date(Date.UTC(year, month + months, 1)));
  const weeks = WEEKS.get(term);
  if (weeks !== undefined) {
    const monday = day - ((today.getUTCDay() + 6) % 7) + 7 * weeks;
    return daysOf(
      new Date(Date.UTC(year, month, monday)),
      new Date(Date.UTC(year, month, monday + 6)),
    );
  }
  return figuresSaid(term) ?? monthSaid(term, year);
}

/** 昨天的新闻 and 昨天发布的 as 2026年11月26日, 上个月发的通知 and 上个月通知 as 2026年10月 通知. */
function ofDateSaid(term: string, now: Date): string | undefined {
  const [, said = '', what = ''] = OF_DATE.exec(term) ?? PUBLISHED.exec(term) ?? [];
  const written = datesIn(said).length > 0 ? said : undefined;
  const date = dateSaid(said, now) ?? written;
  if (date !== undefined) return what === '' || ANYTHING.has(what) ? date : `${date} ${what}`;
  // 3月5日会议 may stand so in a text, and 昨天新闻 in none.
  const [, before = '', kind = ''] = OF_KIND.exec(term) ?? [];
  const day = dateSaid(before, now);
  return day === undefined || ANYTHING.has(kind) ? day : `${day} ${kind}`;
}

const PUBLISH = '发布|印发|公布|刊发';
const OF_DATE = new RegExp(`^(.{2,16}?)(?:${PUBLISH}|发)?的(\\p{Script=Han}{2,6})$`, 'u');
const PUBLISHED = new RegExp(`^(.{2,16}?)(?:(?:${PUBLISH})的?|发的)$`, 'u');
/** What all is that a site publishes. */
const ANYTHING = new Set(['稿件', '文章', '新闻', '消息', '信息', '报道', '内容']);
const KINDS = [...ANYTHING, '通知', '公告', '通告', '通报', '文件', '会议', '活动'].join('|');
const OF_KIND = new RegExp(`^(.{2,16}?)(?:${PUBLISH})?(${KINDS})$`, 'u');

/** 三月, 3月份, asked alone: the latest that has begun. Beside other words it is one of a text. */
function monthAlone(query: string, now: Date): string | undefined {
  const [, figures] = /^(\d{1,2})月份?$/.exec(inFigures(query)) ?? [];
  const month = Number(figures);
  if (figures === undefined || !isMonth(month)) return undefined;
  const today = new Date(now.getTime() + BEIJING);
  const year = today.getUTCFullYear() - (month > today.getUTCMonth() + 1 ? 1 : 0);
  return `${year}年${month}月`;
}

/** 2026年11月16日至22日; of two months or years the second is said, too. */
function daysOf(first: Date, last: Date): string {
  const year = last.getUTCFullYear() === first.getUTCFullYear() ? '' : `${last.getUTCFullYear()}年`;
  const month = last.getUTCMonth() === first.getUTCMonth() ? '' : `${last.getUTCMonth() + 1}月`;
  return `${monthOf(first)}${first.getUTCDate()}日至${year}${month}${last.getUTCDate()}日`;
}

/** 20250326, where that is a day. */
function figuresSaid(term: string): string | undefined {
  const [, year = '', month = '', day = ''] = /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(term) ?? [];
  if (Number.isNaN(dayNumber(year, month, day))) return undefined;
  return `${year}年${Number(month)}月${Number(day)}日`;
}

/** 去年3月, 去年三月五日, 25年3月, 二〇二五年三月; undefined when there is no such day, and when it is written as dates are. */
function monthSaid(term: string, thisYear: number): string | undefined {
  const [, of = '', rest = '', month, day = '1'] = MONTH.exec(inFigures(term)) ?? [];
  const ahead = YEARS.get(of);
  const isShort = /^\d\d年$/.test(of);
  if (month === undefined) return undefined;
  if (ahead === undefined && !isShort && inFigures(term) === term) return undefined;
  const said = Number.parseInt(of, 10);
  // Of the years that a bureau's texts may be of: 25年 is 2025年, 98年 1998年.
  const whole = isShort ? said + (2000 + said > thisYear + 1 ? 1900 : 2000) : said;
  const year = ahead === undefined ? whole : thisYear + ahead;
  const last = new Date(Date.UTC(year, Number(month), 0)).getUTCDate();
  const isReal = isMonth(Number(month)) && Number(day) >= 1 && Number(day) <= last;
  return isReal ? `${year}年${rest}` : undefined;
}

const MONTH = /^(今年|去年|前年|(?:(?:19|20)\d\d|\d\d)年)((\d{1,2})月(?:份|(\d{1,2})[日号])?)$/;
const DIGITS = '〇一二三四五六七八九';

/** 二〇二五年 as 2025年, and 十二月三十一日 as 12月31日. */
function inFigures(term: string): string {
  return term
    .replaceAll('零', '〇')
    .replace(/^[〇一二三四五六七八九]{4}(?=年)/, (year) => [...year].map(digitOf).join(''))
    .replace(/(?:([二三]?)(十))?([一二三四五六七八九]?)(?=[月日号])/g, (all, tens, ten, ones) =>
      all === '' ? '' : String((ten ? digitOf(tens || '一') * 10 : 0) + digitOf(ones || '〇')),
    );
}

const digitOf = (character: string) => DIGITS.indexOf(character);

const monthOf = (date: Date) => `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月`;
