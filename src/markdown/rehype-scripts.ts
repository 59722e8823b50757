/**
 * Names the language and the direction of what is written in another script than the site's, which Markdown cannot: the
 * style sheet gives it its faces, a screen reader its voice, Uyghur its right-hand beginning, and Chinese its left one.
 */
import type { Language } from '../labels/languages.ts';
import { writtenIn } from '../labels/written-in.ts';
import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';

interface OtherScripts {
  /** Letters of one of them. */
  sign: RegExp;
  /** A word or several of one script, as they stand among others. */
  run: RegExp;
}

/** A pattern for words of these scripts, with the spaces between them. */
const words = (scripts: readonly string[]): string => {
  const letters = `[${scripts.map((script) => `\\p{Script=${script}}`).join('')}]+`;
  return `${letters}(?:[ \u202f]${letters})*`;
};
const OF_NATIONALITIES = String.raw`\u0f00-\u0fff\u1800-\u18af`;
const OTHERS: Readonly<Record<Language, OtherScripts>> = {
  'zh-CN': {
    sign: new RegExp(String.raw`[\u0600-\u06ff${OF_NATIONALITIES}]`),
    run: new RegExp(`(${words(['Arabic', 'Tibetan', 'Mongolian'])})`, 'u'),
  },
  ug: {
    sign: new RegExp(String.raw`[\p{Script=Han}\u0674${OF_NATIONALITIES}]`, 'u'),
    // With the numbers and marks within, or 〔2026〕 would change sides with what is beside it.
    run: new RegExp(
      String.raw`(\p{Script=Han}(?:[^\p{L}\n]*\p{Script=Han})*|${words(['Tibetan', 'Mongolian'])})`,
      'u',
    ),
  },
};

/** Where a text in another script than the site's may be. */
export const otherScript = (language: Language): RegExp => OTHERS[language].sign;
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

/** Sets `lang`, and `dir` where it is needed, on blocks that begin in one of these scripts and on words inside others. */
export function rehypeScripts(language: Language) {
  const { sign, run } = OTHERS[language];
  return (tree: Root): void => {
    visit(tree, (node, index, parent) => {
      if (node.type === 'text' && parent && index !== undefined && sign.test(node.value)) {
        const pieces = node.value.split(run).filter((text) => text !== '');
        parent.children.splice(index, 1, ...pieces.map((text) => word(text, language)));
        return [SKIP, index + pieces.length];
      }
      if (node.type !== 'element') return undefined;
      if (node.tagName === 'code') return SKIP;
      const own = BLOCKS.has(node.tagName) ? writtenIn(toString(node), language) : undefined;
      if (!own) return undefined;
      Object.assign(node.properties, own);
      return holdsBlocks(node) ? undefined : SKIP;
    });
  };
}

function holdsBlocks({ children }: Element): boolean {
  return children.some((child) => child.type === 'element' && BLOCKS.has(child.tagName));
}

function word(value: string, language: Language): ElementContent {
  const text = { type: 'text', value } as const;
  const own = OTHERS[language].sign.test(value) ? writtenIn(value, language) : undefined;
  if (!own) return text;
  return { type: 'element', tagName: 'span', properties: { ...own }, children: [text] };
}
