/** Why a text can't be shown as it is, though it is not empty. */
import { badReferences } from './character-references.ts';
import { holdsHtml } from './html-names.ts';
import { shortened } from './shortened.ts';
import type { Words } from './issue.ts';

export interface TextProblem extends Words {
  /** What to put in the place of what, where only one thing can be meant. */
  change?: { was: string; becomes: string };
}

/** Bold as Markdown reads it: the signs lean on the words inside. */
export const BOLD =
  /(?<![\p{L}\p{N}*\\])\*\*(?![\s*])([^*]+?)(?<!\s)\*\*(?!\*)|(?<=[\p{L}\p{N}])\*\*(?![\s*\p{P}])([^*]+?)(?<![\s\p{P}])\*\*(?!\*)/u;

/** A control character in a field. The message begins with 这一项, which becomes the field's name. */
export function controlProblem(value: string): TextProblem | undefined {
  const control = /[\p{Cc}\uFFFE\uFFFF]|\p{Cs}/u.exec(value);
  if (control) {
    const [was] = control;
    const before = value.slice(0, control.index).slice(-8);
    const where = before ? `，在「${before}」后面` : '，在最前面';
    return {
      message: `这一项里有一个看不见的控制符（${codeOf(was)}${where}）。`,
      fix: '多半是从别处粘贴带来的：把这一行删掉，重新打一遍。',
      change: { was, becomes: '' },
    };
  }
  return undefined;
}

/** The first problem of a text in one line. Its message begins like that of `controlProblem`. */
export function textProblem(value: string): TextProblem | undefined {
  const control = controlProblem(value);
  if (control) return control;
  const [lost] = /[\p{Co}\uFFFD]/u.exec(value) ?? [];
  if (lost) {
    return {
      message: `这一项里有读者看不到的字「${lost}」（显示成方框或问号）。`,
      fix: '多半是 Word 的特殊符号，或者转换时坏了的字：换成普通的字或符号。',
    };
  }
  const [reference] = badReferences(value);
  if (reference) {
    const { written: was, message, fix, becomes } = reference;
    return {
      message: `这一项里的${message}`,
      fix,
      ...(becomes !== undefined && { change: { was, becomes } }),
    };
  }
  if (holdsHtml(value)) {
    return {
      message: `这一项里有网页代码：「${shortened(value)}」。`,
      fix: '只写文字，删掉尖括号里的代码。',
    };
  }
  const [was, inside = '', within = ''] = BOLD.exec(value) ?? [];
  if (was) {
    return {
      message: `这一项里有加粗的星号「${was}」，这里不能带格式，星号会显示出来。`,
      fix: `删掉星号：${inside || within}。是隐去的姓名的，改用「×」或「某」。`,
      change: { was, becomes: inside || within },
    };
  }
  return undefined;
}

function codeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
