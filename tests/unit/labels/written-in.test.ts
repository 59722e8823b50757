import { describe, expect, it } from 'vitest';
import { writtenIn } from '../../../src/labels/written-in.ts';

describe('what a text is written in', () => {
  it.each([
    ['ئورگان ئىشلىرى', { lang: 'ug', dir: 'rtl' }],
    ['2026-يىللىق خىزمەت', { lang: 'ug', dir: 'rtl' }],
    ['ٴبىلىم بەرۋ', { lang: 'kk', dir: 'rtl' }],
    ['རང་སྐྱོང་ལྗོངས།', { lang: 'bo' }],
    ['ᠮᠣᠩᠭᠤᠯ', { lang: 'mn' }],
    ['机关事务 ئورگان', undefined],
    ['Energy Week', undefined],
    ['2026-03-05', undefined],
    ['', undefined],
  ])('on a Chinese site: %s', (text, own) => {
    expect(writtenIn(text, 'zh-CN')).toEqual(own);
  });

  it.each([
    ['ئورگان ئىشلىرى', undefined],
    ['示机管发〔2026〕15号', { lang: 'zh-CN', dir: 'ltr' }],
    ['ٴبىلىم بەرۋ', { lang: 'kk', dir: 'rtl' }],
    ['རང་སྐྱོང་ལྗོངས།', { lang: 'bo', dir: 'ltr' }],
    ['Energy Week', undefined],
  ])('on a Uyghur site: %s', (text, own) => {
    expect(writtenIn(text, 'ug')).toEqual(own);
  });
});
