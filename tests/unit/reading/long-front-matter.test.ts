/** Of a long field that cannot be read the line at fault is found without reading all of it again for each line. */
import { expect, test } from 'vitest';
import { blameLines } from '../../../src/reading/front-matter-blame.ts';

const items = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `  - /old/${index}.html`);

test('a fault far down is told where it is', () => {
  const lines = ['aliases:', ...items(150), '  - "甲', ...items(5)];
  const { text, issues } = blameLines(lines.join('\n'), 'a.md', 2, lines);
  expect(issues.map(({ line, level }) => [line, level])).toEqual([[153, 'stop']]);
  expect(text.split('\n')).toEqual([...lines.slice(0, 151), ...Array(6).fill('')]);
});

test('a field that goes on for long after its fault keeps what can be read', () => {
  const lines = ['aliases:', '  - "甲', ...items(150)];
  const { text, issues } = blameLines(lines.join('\n'), 'a.md', 2, lines);
  expect(issues.map(({ line }) => line)).toEqual([3]);
  expect(text.split('\n')).toEqual(['aliases:', '', ...items(150)]);
});
