/** Character references by number (`&#x202e;`) that stand for no character that readers could see. */
import type { Words } from './issue.ts';

const REFERENCE = /&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi;
const LARGEST = 0x10_ff_ff;
/** Controls but blanks and line breaks, what turns text around, halves of characters, non-characters. */
const BAD =
  // oxlint-disable-next-line no-control-regex -- these are what is looked for
  /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u202a-\u202e\ufdd0-\ufdef]|\p{Cs}/u;
/** Old programs number the signs of Windows' Western table (`&#150;` is –). */
const WESTERN = new TextDecoder('windows-1252');

export interface BadReference extends Words {
  /** As it was written. */
  written: string;
  /** UTF-16 offset of it in the text. */
  index: number;
  /** What is meant, where that is certain. */
  becomes?: string;
}

/** All such references of a text, in its order. */
export function badReferences(text: string): BadReference[] {
  if (!text.includes('&#')) return [];
  return [...text.matchAll(REFERENCE)].flatMap(({ 0: written, 1: hex, 2: decimal, index }) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return isBadCode(code) ? [{ written, index, ...wordsOf(written, code) }] : [];
  });
}

/** Whether a number stands for nothing that can be shown. */
export function isBadCode(code: number): boolean {
  if (code > LARGEST || (code & 0xff_fe) === 0xff_fe) return true;
  return BAD.test(String.fromCodePoint(code));
}

function wordsOf(written: string, code: number): Omit<BadReference, 'written' | 'index'> {
  const western = code > 0x7f && code < 0xa0 ? WESTERN.decode(Uint8Array.of(code)) : '';
  if (western !== '' && !BAD.test(western)) {
    return {
      message: `「${written}」是旧的写法，显示不出「${western}」。`,
      fix: `直接写「${western}」。`,
      becomes: western,
    };
  }
  if (code > LARGEST || (code >= 0xd8_00 && code <= 0xdf_ff)) {
    return {
      message: `「${written}」不是完整的字，会显示成「�」。`,
      fix: '对照原稿，把这个字直接写上；没有字的，删掉它。',
    };
  }
  return {
    message: `「${written}」是看不见的控制符，会让文字颠倒或者显示成「�」。`,
    fix: `删掉「${written}」。`,
    becomes: '',
  };
}
