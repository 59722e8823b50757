/** Pieces of a paragraph, however many there are. */
import { expect, it } from 'vitest';
import type { Piece } from '../../../src/desk/blocks/blocks.ts';
import { phrasing } from '../../../src/desk/blocks/phrasing.ts';

it('takes them one by one: a call takes only so many words', () => {
  const pieces = Array.from({ length: 210_000 }, (_, n): Piece => ({
    type: 'text',
    text: '字',
    isBold: n % 3 === 0,
    isStruck: n % 3 === 1,
  }));
  const names = { note: () => '1', picture: () => ({ fault: '' }) };
  expect(phrasing(pieces, names)).toHaveLength(210_000);
});
