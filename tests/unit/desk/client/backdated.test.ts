import { expect, it } from 'vitest';
import { backdated } from '../../../../src/desk/client/backdated.ts';
import { oldestDate } from '../../../../src/inspection/history/allowed-dates.ts';

const facts = { oldestDate: '2026-11-20' };

it.each([
  ['2026-11-19', 'draft', true],
  ['2026-11-19 23:59', 'new', true],
  ['2026-11-20', 'draft', false],
  ['2026-12-01', 'draft', false],
  ['', 'draft', false],
  ['去年', 'draft', false],
  // Readers have it: its date is history.
  ['2026-01-01', 'published', false],
  ['2026-01-01', 'changed', false],
] as const)('%j of an article that is %s: %s', (date, state, isTold) => {
  expect(backdated(date, { state }, facts) !== '').toBe(isTold);
});

it('says the date and what to do', () => {
  expect(backdated('2026-01-15', { state: 'draft' }, facts)).toBe(
    '发布日期 2026-01-15 太早：今天发布的，最早写 2026-11-20，再早的检查时算日期弄虚作假。今天才发布的，改成今天；以前发布过、现在补登的，先请管理网站的同志登记补登人和原因。',
  );
});

it.each([
  // A Wednesday, three working days behind it; a Monday after a weekend.
  ['2026-11-25', '2026-11-20'],
  ['2026-11-30', '2026-11-25'],
  // National Day: its holidays are no working days.
  ['2026-10-09', '2026-09-29'],
])('on %s the oldest date is %s', (today, oldest) => expect(oldestDate(today)).toBe(oldest));
