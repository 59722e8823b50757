/**
 * Names the language and the direction of what is written in a nationality's own script, which Markdown cannot: the
 * style sheet gives it its faces, a screen reader its voice, and Uyghur its right-hand beginning.
 */
import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';

/** Letters of one of these scripts. */
export const OTHER_SCRIPT = /[\u0600-\u06ff\u0f00-\u0fff\u1800-\u18af]/;
/** A word or several of one script, as they stand among Chinese. */
const LETTERS = String.raw`[\p{Script=Arabic}\p{Script=Tibetan}\p{Script=Mongolian}]+`;
const RUN = new RegExp(`(${LETTERS}(?:[ \u202f]${LETTERS})*)`, 'u');
/** A list and a quotation have their marks on the side where their text begins. */
const BLOCKS = new Set([
  'p',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'li',
  'blockquote',
  'th',
  'td',
  'figcaption',
]);

const SCRIPTS: readonly (readonly [RegExp, Readonly<Record<string, string>>])[] = [
  [/\p{Script=Tibetan}/u, { lang: 'bo' }],
  [/\p{Script=Mongolian}/u, { lang: 'mn' }],
  [/\p{Script=Arabic}/u, { lang: 'ug', dir: 'rtl' }],
];
/** The high hamza is Kazakh's alone; everything else in Arabic letters is taken for Uyghur. */
const KAZAKH = '\u0674';
const FIRST_LETTER = /\p{L}/u;

/** Sets `lang`, and `dir` where it is needed, on blocks that begin in one of these scripts and on words inside others. */
export function rehypeScripts() {
  return (tree: Root): void => {
    visit(tree, (node, index, parent) => {
      if (node.type === 'text' && parent && index !== undefined && OTHER_SCRIPT.test(node.value)) {
        const pieces = node.value.split(RUN).filter((text) => text !== '');
        parent.children.splice(index, 1, ...pieces.map(word));
        return [SKIP, index + pieces.length];
      }
      if (node.type !== 'element') return undefined;
      if (node.tagName === 'code') return SKIP;
      const language = BLOCKS.has(node.tagName) ? languageOf(toString(node)) : undefined;
      if (!language) return undefined;
      Object.assign(node.properties, language);
      return holdsBlocks(node) ? undefined : SKIP;
    });
  };
}

/** By the first letter, as a browser's `dir="auto"` goes by it. */
function languageOf(text: string): Readonly<Record<string, string>> | undefined {
  const letter = FIRST_LETTER.exec(text)?.[0] ?? '';
  const found = SCRIPTS.find(([script]) => script.test(letter))?.[1];
  return found?.['lang'] === 'ug' && text.includes(KAZAKH) ? { ...found, lang: 'kk' } : found;
}

function holdsBlocks({ children }: Element): boolean {
  return children.some((child) => child.type === 'element' && BLOCKS.has(child.tagName));
}

function word(value: string): ElementContent {
  const text = { type: 'text', value } as const;
  const language = OTHER_SCRIPT.test(value) ? languageOf(value) : undefined;
  if (!language) return text;
  return { type: 'element', tagName: 'span', properties: { ...language }, children: [text] };
}
