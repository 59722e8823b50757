/** Bodies that would take minutes to read: nobody writes them, a paste gone wrong or somebody hostile does. */
import type { Issue } from '../model/issue.ts';
import type { Rule } from '../model/rule.ts';
import type { BodyProblem } from './body-problem.ts';
import { nestedBrackets } from './size-of-brackets.ts';
import { tooDeep, tooManyContainers } from './size-of-containers.ts';
import { endlessSearch, repeatedAddress } from './size-of-searches.ts';
import { tooManyCells } from './size-of-tables.ts';

export const sizeRule: Rule = {
  id: 'markdown/size',
  level: 'stop',
  scope: 'text',
  title: '读不了的正文',
  basis: '写法过于复杂的正文会让生成停住，多半是粘贴错了。',
};

/** Whether an issue says that a file's body was too much to be read: nothing may be made of it, a preview included. */
export function isUnread({ rule }: Pick<Issue, 'rule'>): boolean {
  return rule === sizeRule.id;
}

/** What costs time by its square, in staff's words, and more of it than any document has. */
type Limit = readonly [sign: RegExp, counted: string, most: number];

const LIMITS: readonly Limit[] = [
  [/~~/g, '个「~~」', 1_000],
  [/\[\^/g, '个「[^」', 2_000],
  [/<[!?]/g, '个「<!」「<?」', 2_000],
  // Rows of them, too, in which each may begin a tag or a reference.
  [/</g, '个「<」', 50_000],
  [/&/g, '个「&」', 50_000],
  [/^[ \t]*\|/gm, '行表格', 10_000],
  [/:\/\/|www\.|@/gi, '个网址和「@」', 20_000],
  // Each of another length is looked for to the end.
  [/`{20,}/g, '串「`」', 100],
];

/** Each costs as much as a long text without one. */
const LINES: readonly Limit[] = [
  [/\n[^\n]/g, '行', 20_000],
  [/\n/g, '行（包括空行）', 100_000],
  [/[\\&]|([`*_[\]<>~!])(?!\1)/g, '个符号', 100_000],
];

/** The same for what is looked for to the end of its paragraph: the sum of the squares over all paragraphs counts. */
const DENSE: readonly (readonly [sign: RegExp, name: string, most: number])[] = [
  // One asterisk beside a Chinese character (张*，) is text at once. In a row of both each begins a run of its own.
  [
    /\*(?=_)|_(?=\*)|(?<![*_])[*_]{2,4}(?![*_])|(?<![*_\p{Script=Han}])[*_](?![*_\p{Script=Han}])/gu,
    '「*」「_」',
    4_000,
  ],
  [/[[【]/gu, '「[」', 8_000],
  [/\]/g, '「]」', 8_000],
  [/<(?=[A-Za-z/])/g, '「<」', 10_000],
];
const PARAGRAPH = /[^\n]+(?:\n[^\S\n]*[^\s][^\n]*)*/g;

const SHORT = 1_000;

/** At each the parser of MDX reads anew all that stands in the braces before it. */
const BRACES: Limit = [/\}/g, '个「}」', 500];

/** At the end of each paragraph the same parser reads anew all that stands behind `import` or `export`. */
const MOST_PARAGRAPHS_OF_PROGRAM = 50;

/** Why a body is not read at all; undefined for one that can be. */
export function inspectSize(body: string, format: 'md' | 'mdx'): BodyProblem | undefined {
  const deep = tooDeep(body) ?? nestedBrackets(body);
  if (deep) return deep;
  if (body.length < SHORT) return undefined;
  const program = format === 'mdx' ? (tooMany(body, [BRACES]) ?? longProgram(body)) : undefined;
  return (
    program ??
    tooMany(body, LIMITS) ??
    tooManyContainers(body) ??
    tooManyCells(body) ??
    tooDense(body) ??
    tooMany(body, LINES)
  );
}

function longProgram(body: string): BodyProblem | undefined {
  const begun = /^(import|export) /m.exec(body);
  if (!begun) return undefined;
  const paragraphs = body.slice(begun.index).match(/\n[ \t]*(?=\n)/g)?.length ?? 0;
  if (paragraphs <= MOST_PARAGRAPHS_OF_PROGRAM) return undefined;
  return {
    line: body.slice(0, begun.index).split('\n').length,
    message: `以「${begun[1]}」开头的行会被当成程序，下面的正文也会，读不了。`,
    fix: '删掉这一行；如果是正文，换个字开头。',
  };
}

function tooMany(body: string, limits: readonly Limit[]): BodyProblem | undefined {
  for (const [sign, counted, most] of limits) {
    // No sign is shorter than a character.
    if (body.length <= most) continue;
    const count = body.match(sign)?.length ?? 0;
    if (count > most) {
      return {
        line: 1,
        message: `正文里有 ${count} ${counted}，太多了，读不了（最多 ${most} ${counted.charAt(0)}）。`,
        fix: '是不是粘贴错了？很长的材料请做成附件，或者分成几篇。',
      };
    }
  }
  return undefined;
}

function tooDense(body: string): BodyProblem | undefined {
  const brackets = body.split('[').length - 1;
  const endless = inParagraphs(
    body,
    (text) => endlessSearch(text) ?? repeatedAddress(text, brackets),
  );
  if (endless) return endless;
  const signs = DENSE.filter(
    ([sign, , most]) => body.length > most && (body.match(sign)?.length ?? 0) > most,
  );
  if (signs.length === 0) return undefined;
  const paragraphs = [...body.matchAll(PARAGRAPH)];
  for (const [sign, name, most] of signs) {
    let squares = 0;
    for (const { 0: text, index } of paragraphs) {
      const count = text.match(sign)?.length ?? 0;
      squares += count ** 2;
      if (squares <= most ** 2) continue;
      return {
        line: body.slice(0, index).split('\n').length,
        message: `这一段里有 ${count} 个${name}，太密了，读不了。`,
        fix: '是不是粘贴错了？删掉多余的符号，或者用空行分成几段，分成几篇。',
      };
    }
  }
  return undefined;
}

function inParagraphs(
  body: string,
  judge: (text: string) => Omit<BodyProblem, 'line'> | undefined,
): BodyProblem | undefined {
  for (const { 0: text, index } of body.matchAll(PARAGRAPH)) {
    const problem = judge(text);
    if (problem) return { line: body.slice(0, index).split('\n').length, ...problem };
  }
  return undefined;
}

/** The problem of a body that was too much for the programs that read it. */
export function unreadable(): BodyProblem {
  return {
    line: 1,
    message: '正文的写法太复杂，程序读不了。',
    fix: '是不是粘贴错了？请删掉层层嵌套的符号，或者分成几篇。',
  };
}
