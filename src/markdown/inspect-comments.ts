/** Comments (注释) that would show, or that hide what is none. */
import type { Nodes, Root } from 'mdast';
import type { Rule } from '../model/rule.ts';
import { SKIP, visit } from './visit.ts';
import { type BodyProblem, lineOf, shortened } from './body-problem.ts';
import { isWordConditional } from './inspect-word-conditionals.ts';
import type { Source } from './source.ts';
import { HOLDS_TEXT, isEscaped, visibleSource } from './visible-source.ts';

export const commentRule: Rule = {
  id: 'markdown/comment',
  level: 'stop',
  scope: 'text',
  title: '注释',
  basis: '没有结束的注释会吞掉正文，没有认成的注释会给读者看到。',
};

/** `<!--` and `-->` as an input method writes them: 《！——, <！--, <!—-, —>. */
const DASHES = '[-\u2010-\u2015\u2212\uff0d]{1,4}';
const OPENING = new RegExp(`[<\uff1c\u300a\u3008][ \\t]?[!\uff01][ \\t]?${DASHES}`, 'g');
const CLOSING = new RegExp(`${DASHES}[ \\t]?[>\uff1e\u300b\u3009]`, 'g');
/** A comment's end that has no beginning, or an arrow. */
const STRAY = /-->/g;

/** `tree` as it was parsed. */
export function inspectComments(tree: Root, source: Source, format: 'md' | 'mdx'): BodyProblem[] {
  const problems: BodyProblem[] = [];
  visit(tree, (node) => {
    if (node.type === 'html') problems.push(...hidden(node.value, lineOf(node), source));
    problems.push(...nestedInBraces(node));
    if (!HOLDS_TEXT.has(node.type)) return undefined;
    problems.push(...nestedIn(node), ...shownIn(node, source, format));
    return SKIP;
  });
  return problems;
}

/** A comment that is its own block: it hides the article when it does not end, and what follows its end on that line. */
function hidden(html: string, line: number, { lines }: Source): BodyProblem[] {
  const begin = html.lastIndexOf('<!--');
  if (begin !== -1 && !html.includes('-->', begin)) {
    return [
      {
        line: line + html.slice(0, begin).split('\n').length - 1,
        message: '注释「<!--」没有结束，从这里往下的文字都不会显示。',
        fix: '在注释的末尾写上「-->」；不要注释，就删掉「<!--」；要照样显示，写成「\\<!--」。',
      },
    ];
  }
  if (!html.trimStart().startsWith('<!--')) return [];
  const end = html.lastIndexOf('-->');
  if (holdsComment(html)) return [nested(line)];
  const behind = html.slice(end + 3);
  if (behind.trim() === '') return [];
  const row = line + html.slice(0, end).split('\n').length - 1;
  const column = (lines[row - 1] ?? '').lastIndexOf('-->') + 3;
  return [
    {
      line: row,
      message: `注释后面的「${shortened(behind)}」不会显示。`,
      fix: '在「-->」后面空一行，再写正文。',
      edit: { line: row, column, was: '', becomes: '\n\n' },
    },
  ];
}

/** Of comments within text, the second beginning inside one. */
function nestedIn(node: Nodes): BodyProblem[] {
  const problems: BodyProblem[] = [];
  visit(node, (inner) => {
    if (inner.type === 'html' && holdsComment(inner.value)) problems.push(nested(lineOf(inner)));
    problems.push(...nestedInBraces(inner));
  });
  return problems;
}

/** Likewise of those of .mdx, which end at the first end below, behind any number of paragraphs. */
function nestedInBraces(node: Nodes): BodyProblem[] {
  if (node.type !== 'mdxFlowExpression' && node.type !== 'mdxTextExpression') return [];
  const comments = node.data?.estree?.comments ?? [];
  return comments.some(({ value }) => /\{\s*\/\*/.test(value))
    ? [nested(lineOf(node), ['{/*', '*/}'])]
    : [];
}

function holdsComment(html: string): boolean {
  if (isWordConditional(html)) return false;
  const begin = html.indexOf('<!--');
  const inner = html.indexOf('<!--', begin + 4);
  return begin !== -1 && inner !== -1 && inner < html.indexOf('-->', begin);
}

function nested(line: number, [begin, end] = ['<!--', '-->']): BodyProblem {
  return {
    line,
    message: `注释「${begin}」还没有结束，里面又有一个「${begin}」：中间的文字都不会显示。`,
    fix: `在前一个注释的末尾写上「${end}」；不要那个注释，就删掉它的「${begin}」。`,
  };
}

function shownIn(node: Nodes, source: Source, format: 'md' | 'mdx'): BodyProblem[] {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  const written = source.body.slice(start, end);
  if (written.search(OPENING) === -1 && !written.includes('-->')) return [];
  const text = visibleSource(node, written, start);
  const problems: BodyProblem[] = [];
  const paired: number[] = [];
  let passed = 0;
  for (const { 0: sign, index } of text.matchAll(OPENING)) {
    if (index < passed) continue;
    const from = index + sign.length;
    const { line, column } = source.placeOf(start + index);
    CLOSING.lastIndex = from;
    const closing = CLOSING.exec(text);
    if (isEscaped(text, index)) {
      passed = closing ? closing.index + closing[0].length : from;
      paired.push(passed);
      continue;
    }
    if (!closing) {
      problems.push({
        line,
        message: `「${sign}」是注释的开头吗？它没有结束，会原样显示。`,
        fix: `注释写成 ${comment('给同事看的话', format)}，中间不要空行；不是注释，就删掉「${sign}」${sign.startsWith('<') ? `；要照样显示，写成「\\${sign}」` : ''}。`,
      });
      break;
    }
    passed = closing.index + closing[0].length;
    paired.push(passed);
    const was = written.slice(index, passed);
    const becomes = comment(written.slice(from, closing.index).trim(), format);
    problems.push({
      line,
      message: `「${shortened(was)}」没有认成注释，会显示在网页上。`,
      fix: `注释的符号要用英文的，写成 ${shortened(becomes)}。`,
      edit: { line, column, was, becomes },
    });
  }
  return [...problems, ...straysIn(text, start, source, paired)];
}

/** @param paired where ends were found that belong to a beginning */
function straysIn(
  text: string,
  start: number,
  source: Source,
  paired: readonly number[],
): BodyProblem[] {
  // Where nothing was hidden, an arrow is the likelier: it is told, and stops nobody.
  const level = source.body.includes('<!--') ? {} : { level: 'warn' as const };
  const problems: BodyProblem[] = [];
  const ends = new Set(paired);
  let passed = 0;
  for (const { 0: sign, index } of text.matchAll(STRAY)) {
    const isWords = /<!\[endif\]$/i.test(text.slice(Math.max(0, index - 9), index));
    if (isWords || isEscaped(text, index) || ends.has(index + sign.length)) continue;
    const before = text
      .slice(Math.max(passed, index - 200), index)
      .split(/\n| {7,}/)
      .at(-1);
    passed = index + sign.length;
    problems.push({
      line: source.placeOf(start + index).line,
      message: `这里的「-->」前面没有注释的开头，它和前面的「${shortened(before ?? '')}」会显示在网页上。`,
      fix: '前面的字不该公开的，在那些字前面写「<!--」；该公开的，删掉「-->」；是箭头的，改成「→」；要照样显示，写成「\\-->」。',
      ...level,
    });
  }
  return problems;
}

function comment(words: string, format: 'md' | 'mdx'): string {
  return format === 'md' ? `<!-- ${words} -->` : `{/* ${words.replaceAll('*/', '* /')} */}`;
}
