import { Converter } from 'opencc-js/t2cn';
import { expect, test } from 'vitest';
import { traditionalCharacters, usualCharacters } from '../../../src/search/character-sets.ts';
import { simplified } from '../../../src/search/simplify.ts';

test('every common traditional character has the form that OpenCC gives it', () => {
  const convert = Converter({ from: 't', to: 'cn' });
  const usual = usualCharacters();
  const characters = traditionalCharacters(usual);
  expect([usual.size, characters.length]).toEqual([6763, 2073]);
  const wrong = characters.filter((char) => {
    const form = convert(char);
    return simplified(char) !== (usual.has(form) ? form : char);
  });
  expect(wrong).toEqual([]);
});

test('a query is simplified, and what is no traditional character stays', () => {
  expect(simplified('機關事務管理 2026年 gov 乾隆')).toBe('机关事务管理 2026年 gov 乾隆');
});
