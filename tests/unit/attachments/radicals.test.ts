import { expect, test } from 'vitest';
import { withoutRadicals } from '../../../src/attachments/radicals.ts';

test.each([
  ['radicals that NFKC knows', '⾃治区⼈⺟', '自治区人母'],
  ['radicals that it does not know', '⼈⺠团体的常⻅问题，第3⻚', '人民团体的常见问题，第3页'],
  ['a radical that is no character of a text', '⺀', '⺀'],
  ['other characters that NFKC would change', '（ﬁ）１', '（ﬁ）１'],
])('reads %s', (_, text, expected) => {
  expect(withoutRadicals(text)).toBe(expected);
});
