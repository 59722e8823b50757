import { expect, it } from 'vitest';
import { lostCharacters } from '../../../../src/desk/client/lost-characters.ts';
import { plainText } from '../../../../src/model/plain-text.ts';

it.each([
  ['关于\u202e印发\u202c办法的通知', 'U+202E、U+202C'],
  ['关于\u200b印发\u200b的通知', 'U+200B'],
  ['关于印发的通知', ''],
  [' 关于印发的通知 ', ''],
  // Words that run to the left keep what orders them.
  ['\u2067ئۇقتۇرۇش\u2069', ''],
])('%j loses %j', (typed, lost) => {
  expect(lostCharacters(typed, plainText(typed))).toBe(lost);
});
