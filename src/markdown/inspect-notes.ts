/** Footnotes (脚注) whose two halves do not meet, and lines that Markdown takes for the address of a link. */
import type { Definition, FootnoteDefinition, Root } from 'mdast';
import type { Rule } from '../model/rule.ts';
import { visit } from './visit.ts';
import { type BodyProblem, lineOf, shortened } from './body-problem.ts';
import type { Source } from './source.ts';
import { type TextRange, textRanges } from './text-ranges.ts';

export const noteRule: Rule = {
  id: 'markdown/note',
  level: 'stop',
  scope: 'text',
  title: '脚注',
  basis: '脚注和正文对不上，读者看不到它。',
};

/** `[^1]` that stayed text, in brackets of either width, with a colon behind it when it begins its line. */
const UNREAD = /[[［【]\s?[\^＾]\s?([^\]］】\s[［【]{1,40})\s?[\]］】](\s?[:：])?/gu;
const ADDRESS = /^(?:[a-z][a-z\d+.-]*:|[./#?]|[^\s]+\.[a-z\d]{2,5}(?:[?#]|$)|www\.)/i;

/** `tree` as it was parsed. */
export function inspectNotes(tree: Root, source: Source): BodyProblem[] {
  const problems: BodyProblem[] = [];
  const notes = new Map<string, FootnoteDefinition>();
  const addresses = new Map<string, Definition>();
  const noted = new Set<string>();
  const linked = new Set<string>();
  const unread = textRanges(tree).flatMap((range) => unreadIn(range, source));
  visit(tree, (node) => {
    switch (node.type) {
      case 'footnoteReference':
        noted.add(node.identifier);
        break;
      case 'linkReference':
      case 'imageReference':
        linked.add(node.identifier);
        break;
      case 'footnoteDefinition': {
        const first = notes.get(node.identifier);
        if (first) problems.push(twice(node));
        else notes.set(node.identifier, node);
        break;
      }
      case 'definition': {
        const first = addresses.get(node.identifier);
        if (first) problems.push(vanished(node, source));
        else addresses.set(node.identifier, node);
        break;
      }
    }
  });
  // One half that is not read leaves the other alone: only the first is to be mended.
  const isUnread = (wanted: string, isNote: boolean): boolean =>
    unread.some(
      (other) =>
        other.isNote === isNote &&
        other.was !== other.right &&
        other.name.toLowerCase() === wanted.toLowerCase(),
    );
  for (const note of unread) {
    if (note.was !== note.right || !isUnread(note.name, !note.isNote))
      problems.push(unreadProblem(note, source));
  }
  for (const [identifier, note] of notes) {
    if (!noted.has(identifier) && !isUnread(identifier, false)) problems.push(unused(note));
  }
  for (const [identifier, definition] of addresses) {
    if (!linked.has(identifier) || !ADDRESS.test(definition.url))
      problems.push(vanished(definition, source));
  }
  return problems;
}

function nameOf({ label, identifier }: FootnoteDefinition | Definition): string {
  return shortened(label ?? identifier);
}

function unused(note: FootnoteDefinition): BodyProblem {
  const name = nameOf(note);
  return {
    line: lineOf(note),
    message: `正文里没有地方写着 [^${name}]，这条脚注不会显示。`,
    fix: `在正文要加脚注的地方写 [^${name}]；不要脚注，就把这一行开头的「[^${name}]:」删掉。`,
  };
}

function twice(note: FootnoteDefinition): BodyProblem {
  const name = nameOf(note);
  return {
    line: lineOf(note),
    message: `脚注 [^${name}] 写了两次（上面已经有一条），这一条不会显示。`,
    fix: `两条脚注用不同的编号；同一条就删掉一行。`,
  };
}

/** `[注]: 内容`, which is the address of a link named 注 to Markdown. */
function vanished(definition: Definition, { lines }: Source): BodyProblem {
  const line = lineOf(definition);
  const row = lines[line - 1] ?? '';
  const column = (definition.position?.start.column ?? 1) - 1;
  const colon = row.indexOf(']:', column) + 1;
  const label = shortened(row.slice(column, colon));
  return {
    line,
    message: `「${shortened(row.slice(column))}」会被当成一个链接的网址，这一行不会显示。`,
    fix: `如果是正文，把「${label}」后面的冒号改成中文的「：」；用不到就删掉这一行。`,
    ...(colon > 0 && { edit: { line, column: colon, was: ':', becomes: '：' } }),
  };
}

interface UnreadNote {
  name: string;
  /** Whether it is the note, not the place that points to it. */
  isNote: boolean;
  /** What stands there, and how it is written right. */
  was: string;
  right: string;
  at: number;
}

function unreadIn({ start, end }: TextRange, { body }: Source): UnreadNote[] {
  return [...body.slice(start, end).matchAll(UNREAD)].flatMap(
    ({ 0: whole, 1: name = '', 2: colon = '', index }) => {
      const at = start + index;
      if (body[at - 1] === '\\') return [];
      const lineStart = body.lastIndexOf('\n', at - 1) + 1;
      const isNote = colon !== '' && body.slice(lineStart, at).trim() === '';
      const was = isNote ? whole : whole.slice(0, whole.length - colon.length);
      return [{ name, isNote, was, right: `[^${name}]${isNote ? ':' : ''}`, at }];
    },
  );
}

function unreadProblem({ name, isNote, was, right, at }: UnreadNote, source: Source): BodyProblem {
  const { line, column } = source.placeOf(at);
  if (was === right) {
    return {
      line,
      message: `脚注「${was}」没有内容，会原样显示。`,
      fix: `在正文后面另起一行，写成「[^${name}]: 脚注的内容」，上面空一行；不是脚注，就删掉它。`,
    };
  }
  return {
    line,
    message: `「${was}」没有认成脚注，会原样显示。`,
    fix: `脚注的符号要用英文的，写成「${right}」${isNote ? '，后面空一格' : ''}。`,
    edit: { line, column, was, becomes: isNote ? `${right} ` : right },
  };
}
