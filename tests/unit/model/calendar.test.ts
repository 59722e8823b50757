import { expect, test } from 'vitest';
import { calendarDay } from '../../../src/model/calendar.ts';

test.for([
  '2026-03-05',
  '2026-03-05 10:30',
  '2026-03-05 00:00',
  '2026-03-05 23:59',
  '2028-02-29',
  '2000-02-29',
  '1900-01-01',
] as const)('%s is read as it is written', (written) => {
  expect(calendarDay(written)).toEqual({ text: written });
});

test.for([
  ['2026-3-5', '2026-03-05'],
  ['2026/3/5', '2026-03-05'],
  ['2026.03.05', '2026-03-05'],
  ['2026年3月5日', '2026-03-05'],
  ['2026 年 3 月 5 日', '2026-03-05'],
  ['2026年3月5日10:30', '2026-03-05 10:30'],
  ['2026年3月5日 9时05分', '2026-03-05 09:05'],
  ['2026-03-05 9:05', '2026-03-05 09:05'],
  ['2026-03-05 10：30', '2026-03-05 10:30'],
  ['2026-03-05T10:30', '2026-03-05 10:30'],
  ['2026-03-05 10:30:00', '2026-03-05 10:30'],
] as const)('%s is refused, and the remedy is %s', ([written, right]) => {
  expect(calendarDay(written)).toEqual({
    message: `日期写的是「${written}」。`,
    fix: `请写成 ${right}。`,
  });
});

test.for([
  '2026-03-05T10:30:00Z',
  '2026-03-05T10:30:00+08:00',
  '2026-03-05 10:30 +0800',
  '2026-03-05 10:30 UTC',
  '2026-03-05 10:30 GMT+8',
] as const)('the time zone of %s is refused', (written) => {
  expect(calendarDay(written)).toEqual({
    message: `日期「${written}」带有时区。`,
    fix: '日期一律是北京时间，不写时区：2026-03-05 10:30（如果原来不是北京时间，请先换算）。',
  });
});

test.for([
  ['2026-02-30', '没有「2026-02-30」这一天。'],
  ['2026-02-29', '没有「2026-02-29」这一天。'],
  ['1900-02-29', '没有「1900-02-29」这一天。'],
  ['2026-13-01', '没有「2026-13-01」这一天。'],
  ['2026-00-10', '没有「2026-00-10」这一天。'],
  ['2026-04-31 10:30', '没有「2026-04-31」这一天。'],
  ['0026-03-05', '没有「0026-03-05」这一天。'],
] as const)('%s is not in the calendar', ([written, message]) => {
  expect(calendarDay(written)).toEqual({ message, fix: '请核对年、月、日。' });
});

test.for([
  ['2026-03-05 24:00', '没有「24:00」这个时间。'],
  ['2026-03-05 10:60', '没有「10:60」这个时间。'],
] as const)('%s is not on the clock', ([written, message]) => {
  expect(calendarDay(written)).toEqual({ message, fix: '请写 00:00 到 23:59。' });
});

test.for(['', '昨天', '03-05', '20260305', '２０２６-03-05', '2026年3月'])(
  '「%s」 cannot be read',
  (written) => {
    expect(calendarDay(written)).toEqual({
      message: `日期「${written}」读不懂。`,
      fix: '请写成 2026-03-05，或带时间的 2026-03-05 10:30（北京时间）。',
    });
  },
);
