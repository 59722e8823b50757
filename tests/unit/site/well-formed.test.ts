import { expect, test } from 'vitest';
import { wellFormed } from '../../../src/site/well-formed.ts';

test.for([
  ['会\u0000议\u000b通\u001b知\uffff\ud800。', '会 议 通 知  。'],
  ['雪克来提·扎克尔\t\n\u{20000}', '雪克来提·扎克尔\t\n\u{20000}'],
] as const)('%j as XML may hold it', ([text, expected]) => {
  expect(wellFormed(text)).toBe(expected);
});
