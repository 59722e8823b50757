import { expect, it } from 'vitest';
import { alternates, isOneOfSeveral, languageOfSite } from '../../../src/site/other-languages.ts';
import { aSite } from '../../support/a-site.ts';

const url = 'https://ug.example.gov.cn/';

it.each([
  ['ئۇيغۇرچە', undefined, 'ug', 'rtl'],
  ['قازاقشا', 'kk', 'kk', 'rtl'],
  ['中文', undefined, 'zh-CN', 'ltr'],
  ['བོད་ཡིག', undefined, 'bo', 'ltr'],
  ['English', 'en', 'en', 'ltr'],
  ['English', undefined, undefined, 'ltr'],
])('%s with %s is %s, %s', (name, given, lang, dir) => {
  expect(languageOfSite({ name, url, ...(given && { lang: given }) })).toEqual({ lang, dir });
});

it('a home page names itself and the others, and neither where it is alone', () => {
  const otherLanguages = [{ name: 'ئۇيغۇرچە', url }];
  const site = aSite({ config: { otherLanguages } });
  expect(alternates(site)).toEqual([
    { lang: 'zh-CN', url: 'https://www.example.gov.cn/' },
    { lang: 'ug', url },
  ]);
  expect(isOneOfSeveral(site)).toBe(true);
  expect(alternates(aSite())).toEqual([]);
  expect(isOneOfSeveral(aSite())).toBe(false);
});
