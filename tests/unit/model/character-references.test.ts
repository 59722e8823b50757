/** Characters written by number: in bodies and in fields. */
import { expect, it, test } from 'vitest';
import { plainText } from '../../../src/model/plain-text.ts';
import { textProblem } from '../../../src/model/text-problem.ts';
import { badReferences } from '../../../src/model/character-references.ts';

const CONTROL = (written: string): string =>
  `「${written}」是看不见的控制符，会让文字颠倒或者显示成「�」。 → 删掉「${written}」。`;
const HALF = (written: string): string =>
  `「${written}」不是完整的字，会显示成「�」。 → 对照原稿，把这个字直接写上；没有字的，删掉它。`;

test.for([
  ['&#x202e;倒&#x202C;', [CONTROL('&#x202e;'), CONTROL('&#x202C;')], '倒'],
  ['甲&#x1b;[31m&#0;', [CONTROL('&#x1b;'), CONTROL('&#0;')], '甲[31m'],
  [
    '甲&#xFFFE;&#xfdd0;&#127;&#x1FFFF;',
    ['&#xFFFE;', '&#xfdd0;', '&#127;', '&#x1FFFF;'].map(CONTROL),
    '甲',
  ],
  ['2025&#150;2026', ['「&#150;」是旧的写法，显示不出「–」。 → 直接写「–」。'], '2025–2026'],
  ['&#xD83D;&#9999999;', [HALF('&#xD83D;'), HALF('&#9999999;')], '&#xD83D;&#9999999;'],
] as const)('%j is reported', ([text, issues, mended]) => {
  const found = badReferences(text);
  expect(found.map(({ message, fix }) => `${message} → ${fix}`)).toEqual(issues);
  const right = found.reduce<string>(
    (all, { written, becomes = written }) => all.replace(written, () => becomes),
    text,
  );
  expect(right).toBe(mended);
  expect(textProblem(plainText(text))).toEqual({
    message: `这一项里的${found[0]?.message}`,
    fix: found[0]?.fix,
    ...(found[0]?.becomes !== undefined && {
      change: { was: found[0].written, becomes: found[0].becomes },
    }),
  });
});

it.each([
  '&#8220;甲&#x201D;',
  '&#10;&#13;&#9;',
  '&#x1F600;',
  '&#12345678;',
  '&#x; &# &amp;',
  '&#160;',
])('%j is in order', (text) => {
  expect(badReferences(text)).toEqual([]);
});
