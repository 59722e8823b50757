import { describe, expect, it } from 'vitest';
import { addDays, addMonths, daysBetween, spoken } from '../../../src/inspection/days.ts';
import { HOLIDAYS } from '../../../src/inspection/holidays.ts';
import { isLaterThan, isWorkingDay } from '../../../src/inspection/working-days.ts';

describe('days', () => {
  it('are added over the ends of months and years', () => {
    expect(addDays('2026-12-25', 14)).toBe('2027-01-08');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(daysBetween('2026-12-25', '2027-01-08')).toBe(14);
  });

  it('of a later month end with that month', () => {
    expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
    expect(addMonths('2026-05-26', 6)).toBe('2026-11-26');
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
  });

  it('are said without the year that it is', () => {
    expect(spoken('2026-12-09', '2026-11-26')).toBe('12月9日');
    expect(spoken('2027-01-09', '2026-11-26')).toBe('2027年1月9日');
  });
});

describe('working days', () => {
  it.each([
    ['2026-11-27', true],
    ['2026-11-28', false],
    ['2026-10-07', false],
    ['2026-10-08', true],
    // Worked on for the holiday.
    ['2026-10-10', true],
    ['2025-01-26', true],
    ['2025-02-04', false],
    ['2028-05-02', undefined],
  ])('%s: %s', (day, works) => {
    expect(isWorkingDay(day)).toBe(works);
  });

  it('that are worked on at week ends are such', () => {
    const worked = Object.values(HOLIDAYS).flatMap((year) => year.worked);
    expect(worked).toHaveLength(11);
    for (const day of worked) expect([0, 6]).toContain(new Date(`${day}T00:00Z`).getUTCDay());
  });
});

describe('later than three working days', () => {
  it.each([
    // Thursday to Tuesday, to Wednesday.
    ['2026-11-19', '2026-11-24', false],
    ['2026-11-19', '2026-11-25', true],
    // Eight days off, and a Saturday that is worked on.
    ['2026-09-30', '2026-10-10', false],
    ['2026-09-30', '2026-10-12', true],
    ['2026-11-20', '2026-11-19', false],
    ['2028-05-01', '2028-05-04', false],
    ['2028-05-01', '2028-05-10', 'unknown'],
    ['2028-05-01', '2028-08-01', true],
  ])('%s → %s: %s', (from, to, late) => {
    expect(isLaterThan(from, to, 3)).toBe(late);
  });
});
