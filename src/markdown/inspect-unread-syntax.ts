/** Pictures and links that stayed plain text because a sign is Chinese or a name holds a space: readers would see the code. */
import type { Link, Parents, Root } from 'mdast';
import { visit } from './visit.ts';
import { linkKind } from '../model/link-kind.ts';
import type { Rule } from '../model/rule.ts';
import { asTarget, baseName } from './body-address-problem.ts';
import { editWithin } from './body-edit.ts';
import { type BodyProblem, lineOf, shortened } from './body-problem.ts';
import { fileKind } from './file-kind.ts';

export const unreadSyntaxRule: Rule = {
  id: 'markdown/unread-syntax',
  level: 'stop',
  scope: 'text',
  title: '没有认出的图片和链接',
  basis: '没有认出的图片和链接，读者看到的是代码。',
};

/** Brackets within the caption are its own: `![会议[四]现场](…)`. */
const BEGIN =
  /([!！]?)([[【])((?:[^[\]【】\n]|[[【][^[\]【】\n]{0,100}[\]】]){0,300})[\]】][ \u3000]?([(（])/gu;
/** No address is longer; a search for its end costs as much for each beginning. */
const LONGEST_TARGET = 2_000;
const FULL_WIDTH_BOLD = /(?<!＊)＊＊([^＊\n]{1,300})＊＊(?!＊)/gu;

/** Without one of them there is nothing to look for; an entity can write each, and `<` begins a link. */
const SIGN = /[[【＊&<]/u;

interface Run {
  /** What holds the text. */
  parent: Parents;
  line: number;
  text: string;
}

/** One problem for each such piece of text; `tree` as it was parsed, while lines are still what was written. */
export function inspectUnreadSyntax(tree: Root, body: string): BodyProblem[] {
  if (!SIGN.test(body)) return [];
  const problems: BodyProblem[] = [];
  visit(tree, (node) => {
    if (!('children' in node)) return;
    for (const run of textRuns(node)) problems.push(...unreadIn(run, body), ...boldIn(run, body));
    problems.push(...chineseExclamations(node, body));
  });
  return problems;
}

/** `！[会场](1.jpg)`: a link to the picture, with an exclamation mark before it. */
function chineseExclamations(parent: Parents, body: string): BodyProblem[] {
  const problems: BodyProblem[] = [];
  for (const [index, link] of parent.children.entries()) {
    const before = parent.children[index - 1];
    if (link.type !== 'link' || before?.type !== 'text' || !before.value.endsWith('！')) continue;
    if (fileKind(link.url) !== 'picture' || linkKind(link.url) !== 'file') continue;
    const written = `[${linkText(link)}](${asTarget(link.url)})`;
    const fix = `感叹号改成英文的「!」，写成 !${written}。`;
    const source = body.slice(link.position?.start.offset, link.position?.end.offset);
    const edit = editWithin(body, parent, `！${source}`, `!${source}`);
    problems.push(unread(lineOf(link), `！${written}`, fix, edit));
  }
  return problems;
}

/** The text between two marked-up pieces. */
function textRuns(parent: Parents): Run[] {
  const runs: Run[] = [];
  for (const child of parent.children)
    if (child.type === 'text') runs.push({ parent, line: lineOf(child), text: child.value });
  return runs;
}

function unreadIn({ parent, line, text }: Run, body: string): BodyProblem[] {
  const problems: BodyProblem[] = [];
  for (const match of text.matchAll(BEGIN)) {
    const [begin, mark = '', square = '', label = '', round = ''] = match;
    const start = match.index + begin.length;
    const end = closing(text, start, round);
    if (end === undefined) continue;
    const target = text.slice(start, end).trim();
    // [2017]（47号) is a document's number: only what names a file or an address was meant as one.
    const names = fileKind(target) !== 'unknown' || /^(?:https?:|www\.|\/)/i.test(target);
    const isMeant = square === '【' ? names : mark !== '' || /[./]/.test(target);
    if (!isMeant) continue;
    const written = text.slice(match.index, end + 1);
    const isPicture = mark !== '' && !['audio', 'document', 'video'].includes(fileKind(target));
    const right = `${isPicture ? '!' : ''}[${label}](${rightTarget(target)})`;
    const at = line + lineBreaks(text.slice(0, match.index));
    const edit = TWICE.test(target) ? undefined : editWithin(body, parent, written, right);
    const problem = unread(at, written, `${reason(match, target)}写成 ${right}。`, edit);
    problems.push({ ...problem, names: baseName(target) });
  }
  return problems;
}

/** Where the bracket that was opened before `start` is closed; those inside a name close before it. */
function closing(text: string, start: number, round: string): number | undefined {
  const open = [round];
  const end = Math.min(text.length, start + LONGEST_TARGET);
  for (let index = start; index < end && text[index] !== '\n'; index += 1) {
    const character = text[index] ?? '';
    if (character === '(' || character === '（') open.push(character);
    if (character !== ')' && character !== '）') continue;
    const own = character === ')' ? '(' : '（';
    // The outermost may be closed by the other kind; in a name each is closed by its own.
    if (open.length > 1 && open.at(-1) !== own) {
      const before = open.lastIndexOf(own);
      if (before === -1) continue;
      open.length = before + 1;
    }
    open.pop();
    if (open.length === 0) return index;
  }
  return undefined;
}

/** `http://a.cn/ http://a.cn/`: the address of a link, pasted behind what was there. */
const TWICE = /^https?:\S*\s+(?=https?:)/i;

/** A name with spaces or brackets in `<…>`; in an address of the web a space is %20. */
function rightTarget(target: string): string {
  const isWeb = /^(?:https?:|www\.|\/)/i.test(target);
  return isWeb ? target.replace(TWICE, '').replaceAll(/\s/g, '%20') : asTarget(target);
}

function boldIn({ parent, line, text }: Run, body: string): BodyProblem[] {
  return [...text.matchAll(FULL_WIDTH_BOLD)].flatMap((match) => {
    const [written, inside = ''] = match;
    // 张＊＊、李＊＊ and 12＊＊34 hide something.
    if (/^[、，。；：！？）]|^\s*$/u.test(inside)) return [];
    if (/[\dA-Za-z]$/.test(text.slice(0, match.index)) && /^[\dA-Za-z]/.test(inside)) return [];
    const isBold = parent.type === 'strong';
    const right = isBold ? inside : `**${inside}**`;
    const at = line + lineBreaks(text.slice(0, match.index));
    const beside = [text[match.index - 1], text[match.index + written.length]];
    const edit = beside.includes('*') ? undefined : editWithin(body, parent, written, right);
    const fix = isBold ? '这里已经加粗，删掉星号' : '星号改成英文的「*」';
    return [unread(at, written, `${fix}，写成 ${right}。`, edit)];
  });
}

function unread(
  line: number,
  written: string,
  fix: string,
  edit: BodyProblem['edit'],
): BodyProblem {
  const message = `「${shortened(written)}」没有认出来，会原样显示。`;
  return { line, message, fix, ...(edit && { edit }) };
}

function reason([begin, mark, square, , round]: RegExpMatchArray, target: string): string {
  if (mark === '！') return '感叹号改成英文的「!」，';
  if (square === '【') return '方括号改成英文的「[ ]」，';
  if (round === '（') return '括号改成英文的「( )」，';
  if (/[ \u3000][(（]$/.test(begin)) return '两个括号之间不能有空格，';
  if (!/\s/.test(target)) return '';
  if (TWICE.test(target)) return '网址有两个，只留一个，';
  return /^(?:https?:|www\.|\/)/i.test(target)
    ? '网址里的空格要写成 %20，'
    : '文件名里有空格，要用「< >」括起来，';
}

function linkText({ children }: Link): string {
  return children.map((child) => (child.type === 'text' ? child.value : '')).join('');
}

function lineBreaks(text: string): number {
  return text.split('\n').length - 1;
}
