/** Characters written by their number or name that readers could not see, or that would turn the text around. */
import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { Root } from 'mdast';
import { SKIP, visit } from './visit.ts';
import { badReferences, isBadCode } from '../model/character-references.ts';
import { unwantedCharacters } from '../model/clean-text.ts';
import type { Rule } from '../model/rule.ts';
import type { BodyProblem } from './body-problem.ts';
import { isPrivate, usualSign } from './inspect-symbol-font.ts';
import type { Source } from './source.ts';
import { HOLDS_TEXT, isEscaped, visibleSource } from './visible-source.ts';
import type { Words } from '../model/issue.ts';

export const referenceRule: Rule = {
  id: 'markdown/character-reference',
  level: 'stop',
  scope: 'text',
  title: '写成代码的字符',
  basis: '看不见的、会颠倒文字的字符，读者分辨不出来。',
};

const REFERENCE = /&(?:#[xX]([\da-fA-F]{1,6})|#(\d{1,7})|([A-Za-z][A-Za-z\d]{1,30}));/g;
/** What turns words around; all else that is not seen only parts them. */
const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

const isPerhapsUnwanted = unwantedCharacters('');

interface Found extends Words, Pick<BodyProblem, 'level'> {
  written: string;
  index: number;
  becomes?: string | undefined;
}

/** `tree` as it was parsed: within code they are text. */
export function inspectReferences(tree: Root, source: Source): BodyProblem[] {
  const problems: BodyProblem[] = [];
  visit(tree, (node) => {
    if (!HOLDS_TEXT.has(node.type) && node.type !== 'definition') return undefined;
    const start = node.position?.start.offset ?? 0;
    const written = source.body.slice(start, node.position?.end.offset ?? start);
    const text = visibleSource(node, written, start);
    for (const { written: was, index, becomes, ...problem } of [
      ...badReferences(text),
      ...unseenReferences(text, source.body),
    ]) {
      if (isEscaped(text, index)) continue;
      const { line, column } = source.placeOf(start + index);
      const edit = becomes === undefined ? {} : { edit: { line, column, was, becomes } };
      problems.push({ line, ...problem, ...edit });
    }
    return SKIP;
  });
  return problems;
}

/** What would be dropped or reported if it stood there as the character itself. */
function unseenReferences(text: string, body: string): Found[] {
  const all = [...text.matchAll(REFERENCE)].flatMap(
    ({ 0: written, 1: hex, 2: decimal, 3: name, index }) => {
      const character = decoded(hex, decimal, name);
      return character === undefined ? [] : [{ written, index, character }];
    },
  );
  // Only where one may be unwanted is the whole body asked for scripts that need it.
  const isUnwanted = all.some(({ character }) => isPerhapsUnwanted(character))
    ? unwantedCharacters(body + all.map(({ character }) => character).join(''))
    : isPerhapsUnwanted;
  return all.flatMap(({ written, index, character }) => {
    if (isPrivate(character)) return [{ written, index, ...privateWords(written, character) }];
    if (character === '\ufffd') return [{ written, index, ...lostWords(written) }];
    return isUnwanted(character) ? [{ written, index, ...unseenWords(written, character) }] : [];
  });
}

/** The character, unless its number is bad: that is a problem of its own. */
function decoded(hex?: string, decimal?: string, name?: string): string | undefined {
  if (name !== undefined) return decodeNamedCharacterReference(name) || undefined;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return isBadCode(code) ? undefined : String.fromCodePoint(code);
}

function privateWords(written: string, character: string): Omit<Found, 'written' | 'index'> {
  const usual = usualSign(character);
  return {
    message: `「${written}」是 Word 特殊字体（Wingdings、Symbol）的符号，网页上会显示成方框。`,
    fix: usual === undefined ? '请对照原文换成普通的符号或文字。' : `换成普通的符号「${usual}」。`,
    becomes: usual,
  };
}

function lostWords(written: string): Omit<Found, 'written' | 'index'> {
  return {
    message: `「${written}」显示成「�」，原来的字已经丢失。`,
    fix: '对照原稿，把这个字直接写上；没有字的，删掉它。',
  };
}

function unseenWords(written: string, character: string): Omit<Found, 'written' | 'index'> {
  const turns = TURNS.test(character);
  return {
    level: turns ? undefined : 'warn',
    message: turns
      ? `「${written}」是看不见的控制符，会让文字颠倒。`
      : `「${written}」是看不见的字符，会打断词语，搜索不到。`,
    fix: `删掉「${written}」。`,
    becomes: '',
  };
}
