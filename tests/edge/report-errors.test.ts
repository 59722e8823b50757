import { expect, test } from 'vitest';
import { reportErrors } from '../../src/views/report-errors.ts';

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

test.each([
  [
    new Error('database or disk is full'),
    '磁盘满了，浏览次数记不上，网页照常打开。请清理磁盘。 Error: database or disk is full',
  ],
  [
    new Error('Redis went away before it answered', { cause: new Error('Socket timeout') }),
    'Redis 连不上或没有回答，浏览次数记不上，网页照常打开。请检查 Redis；它好了以后自动继续。 Error: Redis went away before it answered ← Error: Socket timeout',
  ],
  [
    new Error('More than 1000 connections of one network at a time'),
    '同一个地址的连接太多，多出来的断开了。前面有 nginx 等代理的，要写 VIEWS_TRUST_PROXY（npm run serve 写 --trust-proxy）。 Error: More than 1000 connections of one network at a time',
  ],
  [
    new Error('More than 8000 connections at a time'),
    '连接太多，新来的读者暂时打不开网页。 Error: More than 8000 connections at a time',
  ],
  [new TypeError('x is not a function'), 'TypeError: x is not a function'],
])('%s is told in words too, where it was foreseen', (cause, line) => {
  const lines: string[] = [];
  reportErrors((text) => lines.push(text.replace(/^\S+ /, '')))(cause);
  expect(lines).toEqual([line]);
});
