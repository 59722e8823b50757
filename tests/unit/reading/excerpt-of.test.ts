import { expect, it } from 'vitest';
import { excerptOf } from '../../../src/reading/excerpt-of.ts';

/** So many Han characters. */
const han = (count: number) => '节能'.repeat(count).slice(0, count);

it('is a short text itself, and begins behind facts at its head', () => {
  expect(excerptOf('共12家。')).toBe('共12家。');
  expect(excerptOf('索引号：1-2\n发文机关：示例局\n各单位：')).toBe('各单位：');
});

it.each([
  ['Han, at 119 characters', han(200), `${han(119)}…`],
  ['not within a number', `${han(117)}16.4%以上`, `${han(117)}…`],
  ['not behind a number without its unit', `${han(115)}16.4%以上`, `${han(115)}…`],
  ['behind a number with its unit', `${han(114)}16.4%以上`, `${han(114)}16.4%…`],
  ['not within a telephone number', `${han(112)}0999-8800000，`, `${han(112)}…`],
  ['not within a word of letters', `${han(110)} department of`, `${han(110)}…`],
  ['not between the halves of a character', `${han(118)}𠀀𠀀`, `${han(118)}…`],
  ['within an address that is longer than a word', 'a'.repeat(200), `${'a'.repeat(119)}…`],
])('is cut: %s', (_, text, excerpt) => {
  expect(excerptOf(text)).toBe(excerpt);
});

it('has a space between paragraphs of a script that has spaces, and none between those of Han', () => {
  expect(excerptOf('تەربىيە زالى.\n\nتېلېفون')).toBe('تەربىيە زالى. تېلېفون');
  expect(excerptOf('办得好。\n第二段')).toBe('办得好。第二段');
  expect(excerptOf('共12\n13')).toBe('共12 13');
});
