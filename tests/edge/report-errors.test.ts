import { expect, test } from 'vitest';
import { reportErrors } from '../../src/edge/report-errors.ts';

test('a failure is one line a minute, with its causes and how often it was', () => {
  const lines: string[] = [];
  const clock = { time: 0 };
  const report = reportErrors(
    (line) => lines.push(line.replace(/^\S+ /, '')),
    () => clock.time,
  );
  const failure = () => new Error('The list\ncannot be read', { cause: new TypeError('EIO') });
  for (let n = 0; n < 100; n++) report(failure());
  report(new Error('disk is full'));
  clock.time = 60_000;
  report(failure());
  report(failure());
  expect(lines).toEqual([
    'Error: The list cannot be read ← TypeError: EIO',
    'Error: disk is full',
    'Error: The list cannot be read ← TypeError: EIO (and 99 more like it)',
  ]);
});
