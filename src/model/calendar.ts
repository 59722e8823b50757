/** Dates as staff write them. All are Beijing time (UTC+8), so a zone is never written. */

type Reading = { text: string } | { message: string; fix: string };

/**
 * Reads `2026-03-05` or `2026-03-05 10:30`; anything else is answered with what is wrong and, where the
 * meaning is plain (2026-3-5, 2026年3月5日), with the right form.
 */
export function calendarDay(written: string): Reading {
  const exact = /^(\d{4})-(\d{2})-(\d{2})(?: (\d{2}):(\d{2}))?$/.exec(written);
  if (exact) return existing(exact, written);
  if (/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}.*(?:Z|[+-]\d{2}:?\d{2}|UTC|GMT.*)$/i.test(written)) {
    return {
      message: `日期「${written}」带有时区。`,
      fix: `日期一律是北京时间，不写时区：${written.slice(0, 10)} ${written.slice(11, 16)}（如果原来不是北京时间，请先换算）。`,
    };
  }
  const loose = LOOSE.exec(written);
  if (loose) {
    const [year = '', month = '', day = '', hour, minute] = loose.slice(1);
    const right = [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
    const time = hour && minute ? ` ${hour.padStart(2, '0')}:${minute}` : '';
    const exists = calendarDay(right + time);
    if (!('text' in exists)) return exists;
    return { message: `日期写的是「${written}」。`, fix: `请写成 ${exists.text}。` };
  }
  return {
    message: `日期「${written}」读不懂。`,
    fix: '请写成 2026-03-05，或带时间的 2026-03-05 10:30（北京时间）。',
  };
}

const LOOSE =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s]*(\d{1,2})[:：时](\d{2})(?::\d{2})?分?)?$/;

function existing(match: RegExpExecArray, written: string): Reading {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match.slice(1).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < 1900) {
    return { message: `没有「${written.slice(0, 10)}」这一天。`, fix: '请核对年、月、日。' };
  }
  if (hour > 23 || minute > 59) {
    return { message: `没有「${written.slice(11)}」这个时间。`, fix: '请写 00:00 到 23:59。' };
  }
  return { text: written };
}
