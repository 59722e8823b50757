import { expect, test } from 'vitest';
import { nearPiece } from '../../../src/search/near-piece.ts';

const TITLES = ['关于公务用车的通知', '公务用车', '办公用房、合同能源管理', '公务用东西'];

test.each([
  ['one character wrong', '公物用车', '公务用车'],
  ['the first wrong', '共务用车', '公务用车'],
  ['the last wrong', '公务用本', '公务用车'],
  ['the last wrong, in the middle of a title', '合同能源管道', undefined],
  ['two that have changed places', '公务车用', '公务用车'],
  ['one too many', '公务务用车', '公务用车'],
  ['one lacking', '合同能管理', '合同能源管理'],
  ['two wrong', '公物用本', undefined],
  ['three characters', '公物车', undefined],
  ['not across a mark', '用房合问', undefined],
  ['no Han characters', 'abcd', undefined],
  ['an end too many, which is another term', '公务用车改', undefined],
])('%s: %s', (_, term, piece) => {
  expect(nearPiece(term, TITLES)).toBe(piece);
});
