/** Pictures and links that stayed plain text because a sign is Chinese or a name holds a space: readers would see the code. */
import type { Link, Parents, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { type BodyProblem, lineOf, shortened } from './body-problem.ts';
import { linkKind } from '../model/link-kind.ts';

const PICTURE = /\.(?:jpe?g|png|gif|webp|svg)$/i;
const UNREAD = /([!！]?)\[([^\]\n]{0,300})\]([(（])([^)）\n]{0,300})[)）]/gu;

/** One problem for each such piece of text; `tree` as it was parsed, while lines are still what was written. */
export function inspectUnreadSyntax(tree: Root): BodyProblem[] {
  const problems: BodyProblem[] = [];
  visit(tree, (node) => {
    if (!('children' in node)) return;
    for (const { line, text } of textRuns(node)) problems.push(...unreadIn(text, line));
    problems.push(...chineseExclamations(node));
  });
  return problems;
}

/** `！[会场](1.jpg)`: a link to the picture, with an exclamation mark before it. */
function chineseExclamations(parent: Parents): BodyProblem[] {
  const problems: BodyProblem[] = [];
  for (const [index, link] of parent.children.entries()) {
    const before = parent.children[index - 1];
    if (link.type !== 'link' || before?.type !== 'text' || !before.value.endsWith('！')) continue;
    if (!PICTURE.test(link.url) || linkKind(link.url) !== 'file') continue;
    const written = `[${linkText(link)}](${link.url})`;
    problems.push(
      unread(lineOf(link), `！${written}`, `感叹号改成英文的「!」，写成 !${written}。`),
    );
  }
  return problems;
}

/** The text between two marked-up pieces; an address that GFM recognised in it is a part of it. */
function textRuns(parent: Parents): { line: number; text: string }[] {
  const runs: { line: number; text: string }[] = [];
  let line = lineOf(parent);
  let text = '';
  const close = (): void => {
    if (text !== '') runs.push({ line: line - lineBreaks(text), text });
    text = '';
  };
  for (const child of parent.children) {
    // What GFM makes of text has no place in the source.
    const [label] = child.type === 'link' && !child.position ? child.children : [];
    const piece = child.type === 'text' ? child : label;
    if (piece?.type === 'text') {
      if (child.position && text === '') line = lineOf(child);
      text += piece.value;
      line += lineBreaks(piece.value);
    } else {
      close();
      line = child.position?.end.line ?? line;
    }
  }
  close();
  return runs;
}

function unreadIn(text: string, firstLine: number): BodyProblem[] {
  const problems: BodyProblem[] = [];
  for (const match of text.matchAll(UNREAD)) {
    const [whole, mark = '', label = '', bracket = '', target = ''] = match;
    // [2017]（47号) is a document's number: only what names a file or an address was meant as one.
    if (mark === '' && !/[./]/.test(target)) continue;
    const right = `${mark && '!'}[${label}](${target.trim().replaceAll(/\s+/g, '-')})`;
    const line = firstLine + lineBreaks(text.slice(0, match.index));
    problems.push(unread(line, whole, `${reason(mark, bracket, target)}写成 ${right}。`));
  }
  return problems;
}

function unread(line: number, written: string, fix: string): BodyProblem {
  return { line, message: `「${shortened(written)}」没有认出来，会原样显示。`, fix };
}

function reason(mark: string, bracket: string, target: string): string {
  if (mark === '！') return '感叹号改成英文的「!」，';
  if (bracket === '（') return '括号改成英文的「( )」，';
  return /\s/.test(target) ? '文件名里不要有空格，先给文件改名，' : '';
}

function linkText({ children }: Link): string {
  return children.map((child) => (child.type === 'text' ? child.value : '')).join('');
}

function lineBreaks(text: string): number {
  return text.split('\n').length - 1;
}
