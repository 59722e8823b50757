/**
 * Names the language and the direction of what is written in a nationality's own script, which Markdown cannot: the
 * style sheet gives it its faces, a screen reader its voice, and Uyghur its right-hand beginning.
 */
import type { Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';

const ANY = /[\u0600-\u06ff\u0f00-\u0fff\u1800-\u18af]/;
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

/** By the first letter of a block, as a browser's `dir="auto"` goes by it. */
const SCRIPTS: readonly (readonly [RegExp, Readonly<Record<string, string>>])[] = [
  [/\p{Script=Tibetan}/u, { lang: 'bo' }],
  [/\p{Script=Mongolian}/u, { lang: 'mn' }],
  [/\p{Script=Arabic}/u, { lang: 'ug', dir: 'rtl' }],
];
/** The high hamza is Kazakh's alone; everything else in Arabic letters is taken for Uyghur. */
const KAZAKH = '\u0674';
const FIRST_LETTER = /\p{L}/u;

/** Sets `lang`, and `dir` where it is needed, on blocks that begin in one of these scripts. */
export function rehypeScripts() {
  return (tree: Root, file: { value: unknown }): void => {
    if (!ANY.test(String(file.value))) return;
    visit(tree, 'element', (node) => {
      if (BLOCKS.has(node.tagName)) Object.assign(node.properties, languageOf(toString(node)));
    });
  };
}

function languageOf(text: string): Readonly<Record<string, string>> | undefined {
  const letter = FIRST_LETTER.exec(text)?.[0] ?? '';
  const found = SCRIPTS.find(([script]) => script.test(letter))?.[1];
  return found?.['lang'] === 'ug' && text.includes(KAZAKH) ? { ...found, lang: 'kk' } : found;
}
