import { describe, expect, test } from 'vitest';
import { excerpt, highlight, type Segment } from '../../../src/search/excerpt.ts';

const shown = (segments: Segment[]) =>
  segments.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');
const filler = (sentences: number) => '此处是别的话。'.repeat(sentences);

describe('highlight', () => {
  test.each([
    ['in the text’s own form', '落实“三新”要求', ['三新要求'], '落实“[三新”要求]'],
    ['every place', '节能，再节能', ['节能'], '[节能]，再[节能]'],
    ['overlapping terms as one', '机关事务管理', ['机关事务', '事务管理'], '[机关事务管理]'],
    ['a name with its dot', '库尔班江·萨迪克到会', ['库尔班江萨迪克'], '[库尔班江·萨迪克]到会'],
    ['full-width numbers', '（２０２１年）', ['2021年'], '（[２０２１年]）'],
    ['a rare character', '某𬱟某', ['𬱟'], '某[𬱟]某'],
    ['nothing', '节能', ['车辆'], '节能'],
  ])('marks %s', (_, text, terms, expected) => {
    expect(shown(highlight(text, terms))).toBe(expected);
  });
});

describe('excerpt', () => {
  test.each([
    ['a short text whole', '机关事务管理局。', ['事务'], '机关[事务]管理局。'],
    ['the beginning when nothing is marked', '甲'.repeat(30), ['车'], `${'甲'.repeat(20)}…`],
    [
      'from the beginning of the sentence',
      `${filler(9)}节能宣传。${filler(9)}`,
      ['节能'],
      '…[节能]宣传。此处是别的话。此处是别的话。此…',
    ],
    [
      'a little before, in a long sentence',
      `${'甲'.repeat(40)}节能${'乙'.repeat(40)}`,
      ['节能'],
      `…${'甲'.repeat(6)}[节能]${'乙'.repeat(12)}…`,
    ],
    [
      'a term longer than the passage to its end',
      `${'甲乙'.repeat(20)}尾尾`,
      ['甲乙'.repeat(15)],
      `[${'甲乙'.repeat(20)}]…`,
    ],
    [
      'from the clause, where the sentence began too far away',
      `${'甲'.repeat(40)}，乙乙节能${'丙'.repeat(40)}`,
      ['节能'],
      `…乙乙[节能]${'丙'.repeat(16)}…`,
    ],
    [
      'a sentence without the mark that closes the one before',
      `“${'甲'.repeat(9)}。”节能宣传。`,
      ['节能'],
      '…[节能]宣传。',
    ],
    [
      'no end of a number for a number',
      `${'甲'.repeat(20)}391.1分乙节能${'丙'.repeat(20)}`,
      ['节能'],
      `…分乙[节能]${'丙'.repeat(16)}…`,
    ],
    [
      'no beginning of a number for a number',
      `节能${'丙'.repeat(16)}37.5%${'丁'.repeat(20)}`,
      ['节能'],
      `[节能]${'丙'.repeat(16)}…`,
    ],
    [
      'no number without its unit',
      `节能${'丙'.repeat(17)}5亿元${'丁'.repeat(20)}`,
      ['节能'],
      `[节能]${'丙'.repeat(17)}…`,
    ],
    [
      'a hit to its end, when that is in a number',
      `${'甲'.repeat(20)}20.5元`,
      [`${'甲'.repeat(20)}20`],
      `[${'甲'.repeat(20)}20]…`,
    ],
    [
      'a part of what is too long to be left out',
      `节能${'a'.repeat(60)}`,
      ['节能'],
      `[节能]${'a'.repeat(18)}…`,
    ],
  ])('shows %s', (_, text, terms, expected) => {
    expect(shown(excerpt(text, terms, 20))).toBe(expected);
  });

  test('shows two passages when one does not hold every term', () => {
    const text = `节能宣传。${filler(9)}车辆封存。${filler(9)}`;
    expect(shown(excerpt(text, ['车辆', '节能'], 20))).toBe(
      '[节能]宣传。此处是别的…[车辆]封存。此处是别的…',
    );
  });

  test('shows one passage when the two would meet', () => {
    const long = '甲乙'.repeat(15);
    expect(shown(excerpt(`${long}丙丙节能丁丁`, [long, '节能'], 20))).toBe(
      `[${long}]丙丙[节能]丁丁`,
    );
  });

  test('does not cut a rare character in two', () => {
    const text = `${'𬱟'.repeat(40)}节能${'𬱟'.repeat(40)}`;
    for (const { text: piece } of excerpt(text, ['节能'], 21))
      expect(piece.isWellFormed()).toBe(true);
  });
});
