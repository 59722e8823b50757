import { expect, it } from 'vitest';
import { lostCharacters, lostInFields } from '../../../../src/desk/client/lost-characters.ts';
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

it('is told of the fields that were saved, once', () => {
  const lostOf = lostInFields([
    { name: 'title', label: '标题' },
    { name: 'source', label: '来源' },
  ]);
  const save = (title: string): string =>
    lostOf({ title, source: '办公室' }, { title: plainText(title), source: '办公室' });
  const words = '“标题”里看不见的字符（U+200E、U+2067）网页上没有，请核对这一项。';
  expect(save('供热\u200e检查\u2067')).toBe(words);
  expect(save('供热\u200e检查\u2067了')).toBe('');
  expect(save('供热检查了')).toBe('');
  expect(save('供热\u200e检查\u2067')).toBe(words);
});
