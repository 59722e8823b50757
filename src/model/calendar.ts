/** Dates as staff write them. All are Beijing time (UTC+8), so a zone is never written. */
import { shortened } from './shortened.ts';
import type { Words } from './issue.ts';

type Reading =
  | { text: string }
  | (Words & {
      /** The right form, where only one can be meant. */
      becomes?: string;
    });

/** The People's Republic's first year, and the last that is no slip of the finger. */
const YEARS = [1949, 2099] as const;
const EXAMPLE = '请写成 2026-03-05，或带时间的 2026-03-05 10:30（北京时间）。';

/**
 * Reads `2026-03-05`, `2026-03-05 10:30` or `2026-03-05 8:30`; anything else is answered with what is wrong and,
 * where the meaning is plain (2026-3-5, 2026年3月5日上午8时), with the right form.
 */
export function calendarDay(written: string): Reading {
  const exact = /^(\d{4})-(\d{2})-(\d{2})(?: (\d{1,2}):(\d{2}))?$/.exec(written);
  if (exact) return existing(exact.slice(1).filter(Boolean).map(Number), written);
  const zoned = inBeijing(written);
  if (zoned === 'nowhere') {
    return { message: `日期「${shortened(written)}」里的时区不存在。`, fix: `请核对。${EXAMPLE}` };
  }
  if (zoned) {
    return {
      message: `日期「${written}」带有时区。`,
      fix: `日期一律是北京时间，不写时区：${zoned}。`,
      becomes: zoned,
    };
  }
  const parts = looseParts(written);
  const meant = parts && existing(parts, written);
  if (!meant) return { message: `日期「${shortened(written)}」读不懂。`, fix: EXAMPLE };
  if (!('text' in meant)) return meant;
  const { text } = meant;
  return {
    message: `日期写的是「${shortened(written)}」。`,
    fix: `请写成 ${text}。`,
    becomes: text,
  };
}

const ZONED =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)? ?(?:Z|(?:UTC|GMT)?([+-])(\d{1,2})(?::?(\d{2}))?|UTC|GMT)$/i;

/** The moment of a time with a zone, as Beijing's clock shows it; `nowhere` for a zone that no place of the Earth has. */
function inBeijing(written: string): string | undefined {
  const [, day, clock, sign, hours = '0', minutes = '0'] = ZONED.exec(written) ?? [];
  if (!day || !clock) return undefined;
  if (Number(minutes) > 59 || Number(hours) * 60 + Number(minutes) > FARTHEST) return 'nowhere';
  // A day or time that there is not is told as that.
  const parts = [...day.split('-'), ...clock.split(':')].map(Number);
  if (!('text' in existing(parts, written))) return undefined;
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  const moment = Date.parse(`${day}T${clock}Z`) + (BEIJING_MINUTES - offset) * 60_000;
  return Number.isNaN(moment)
    ? undefined
    : new Date(moment).toISOString().slice(0, 16).replace('T', ' ');
}

const BEIJING_MINUTES = 8 * 60;
const FARTHEST = 14 * 60;

const PART_OF_DAY = '(?<part>上午|早上|清晨|凌晨|中午|下午|傍晚|晚上)?';
const CLOCK = String.raw`(?<hour>\d{1,2}) ?(?::(?<minute>\d{2})(?::\d{2})?|[时点](?: ?(?<minutes>\d{1,2}) ?分?|(?<half>半))?)`;
const LOOSE = new RegExp(
  String.raw`^(?<year>\d{4}) ?[-/.年] ?(?<month>\d{1,2}) ?[-/.月] ?(?<day>\d{1,2}) ?[日号]?(?:[T ]* ?${PART_OF_DAY} ?${CLOCK})?$`,
);
const UNBROKEN = /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/;

/** Year, month, day, hour and minute of a form that can mean one thing only; without a time, three numbers. */
function looseParts(written: string): number[] | undefined {
  // Full-width digits and marks, and the dashes of a Chinese keyboard.
  const plain = written
    .normalize('NFKC')
    .replaceAll(/[‐‑–—―−]/g, '-')
    .replaceAll(/\s+/g, ' ');
  const groups = (LOOSE.exec(plain) ?? UNBROKEN.exec(plain))?.groups;
  if (!groups) return undefined;
  const { year, month, day, part, hour, minute, minutes, half } = groups;
  const date = [year, month, day].map(Number);
  if (hour === undefined) return date;
  const of24 = hourOfDay(Number(hour), part);
  if (of24 === undefined) return undefined;
  return [...date, of24, half ? 30 : Number(minute ?? minutes ?? 0)];
}

/** 下午3点 → 15; undefined where it may be either (上午12点). */
function hourOfDay(hour: number, part: string | undefined): number | undefined {
  if (part === undefined) return hour;
  if (/[下傍晚]/.test(part)) return hour < 12 ? hour + 12 : hour > 12 ? hour : undefined;
  if (part === '中午') return hour <= 2 ? hour + 12 : hour >= 11 && hour <= 14 ? hour : undefined;
  return hour < 12 ? hour : undefined;
}

function existing(parts: readonly number[], written: string): Reading {
  const [year = 0, month = 0, day = 0, hour, minute = 0] = parts;
  const [first, last] = YEARS;
  const text = `${digits(year, 4)}-${digits(month)}-${digits(day)}`;
  if (year < first || year > last) {
    return {
      message: `日期「${written}」的年份是 ${digits(year, 4)}，写错了。`,
      fix: `请核对年份，应在 ${first} 到 ${last} 之间。`,
    };
  }
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) {
    return { message: `没有「${text}」这一天。`, fix: '请核对年、月、日。' };
  }
  if (hour === undefined) return { text };
  const clock = `${digits(hour)}:${digits(minute)}`;
  if (hour > 23 || minute > 59) {
    return { message: `没有「${clock}」这个时间。`, fix: '请写 00:00 到 23:59。' };
  }
  return { text: `${text} ${clock}` };
}

function digits(number: number, length = 2): string {
  return String(number).padStart(length, '0');
}

/** When a day is over, `2026-06-14` → `2026-06-14 24:00`; a time of a day stays as it is. Compares with `YYYY-MM-DD HH:MM`. */
export function endOfDay(date: string): string {
  return date.length === '2026-06-14'.length ? `${date} 24:00` : date;
}
