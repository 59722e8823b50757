/** `{width=50%}`, `{.red}`, `{#id}`, `[文字]{.underline}`, `[]{#_Toc1 .anchor}`: what other editors write behind a picture or a title, and ours would show. */
import type { Parents, Root } from 'mdast';
import type { Rule } from '../model/rule.ts';
import { visit } from './visit.ts';
import { editWithin } from './body-edit.ts';
import { type BodyProblem, lineOf, shortened } from './body-problem.ts';

export const attributeListRule: Rule = {
  id: 'markdown/attribute-list',
  level: 'stop',
  scope: 'text',
  title: '别的编辑器写的样式',
  basis: '花括号里的样式会原样显示在网页上。',
};

const NAME = 'width|height|style|custom-style|class|id|align|target|rel';
const ITEM = String.raw`(?:[.#][A-Za-z_][\w-]{0,50}|(?:${NAME})[ \t]?=[ \t]?(?:"[^"{}\n]{0,80}"|[^\s{}"]{1,80}))`;
const LIST = new RegExp(
  String.raw`(?:\[(?<words>[^[\]{}\n]{0,300})\])?\{:?[ \t]{0,3}${ITEM}(?:[ \t]{1,3}${ITEM}){0,9}[ \t]{0,3}\}`,
  'g',
);

/** Of .md bodies: in .mdx each brace is judged. `tree` as it was parsed. */
export function inspectAttributeLists(tree: Root, body: string): BodyProblem[] {
  const problems: BodyProblem[] = [];
  if (!/\{:?[ \t]*(?:[.#]|[a-z]+[ \t]?=)/.test(body)) return problems;
  visit(tree, 'text', (text, _, parent) => {
    const source = body.slice(text.position?.start.offset, text.position?.end.offset);
    let line = lineOf(text);
    let passed = 0;
    for (const { 0: written, index, groups } of text.value.matchAll(LIST)) {
      // With a backslash before a brace it is meant to be seen.
      if (!source.includes(written)) continue;
      line += text.value.slice(passed, index).split('\n').length - 1;
      passed = index;
      const words = groups?.['words'];
      // `[**甲**]{.b}`: the bracket begins before the bold type.
      const isBehindBracket = text.value[index - 1] === ']';
      const edit = isBehindBracket
        ? undefined
        : editWithin(body, parent as Parents, written, words?.trim() ? words : '');
      problems.push({
        line,
        message: `「${shortened(written)}」是别的编辑器的格式，会原样显示。`,
        fix: remedy(words, isBehindBracket),
        ...(edit && { edit }),
      });
    }
  });
  return problems;
}

function remedy(words: string | undefined, isBehindBracket: boolean): string {
  if (words?.trim()) return `写成 ${words}：文字的样式由网站统一安排。`;
  return isBehindBracket
    ? '删掉它和前面的一对方括号，方括号里的文字留下：文字的样式由网站统一安排。'
    : '删掉它：图片的大小、文字的样式由网站统一安排。';
}
