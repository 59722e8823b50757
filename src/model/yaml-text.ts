/** YAML whose every scalar stays the text that was written (065 keeps its zero, dates and "yes" stay strings). */
import { isAlias, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { Document } from 'yaml';
import { withoutInvisible } from './invisible.ts';
import type { Issue } from './issue.ts';
import { ruled } from './rule.ts';
import { shortened } from './shortened.ts';
import {
  anchorRule,
  duplicateKeyRule,
  severalDocumentsRule,
  unreadableLineRule,
} from './yaml-rules.ts';

export type YamlPath = readonly PropertyKey[];

export interface YamlText {
  /** Strings, lists and plain objects only; undefined when the text could not be read. */
  value: unknown;
  /** The 1-based line of the value at a path, or of the nearest parent that is there. */
  lineOf(path: YamlPath): number;
  /** A line of the file as it was given here, by its 1-based number. */
  lineText(line: number): string;
  issues: Issue[];
}

const OPTIONS = {
  schema: 'failsafe',
  prettyErrors: false,
  strict: true,
  // Its own check compares each key with each other: a file of 100,000 would take minutes.
  uniqueKeys: false,
  // A list or a mapping for a key would be told in English, on the terminal.
  stringKeys: true,
  logLevel: 'error',
} as const;

/**
 * @param text the YAML
 * @param file the path as staff see it
 * @param firstLine the 1-based line of the file on which `text` begins
 */
export function parseYamlText(text: string, file: string, firstLine = 1): YamlText {
  const written = text.split('\n');
  const plain = withoutInvisible(text);
  const lines = new LineCounter();
  const document = parseDocument(plain, { ...OPTIONS, lineCounter: lines });
  const lineAt = (offset: number): number => lines.linePos(offset).line - 1 + firstLine;
  const lineText = (line: number): string => written[line - firstLine] ?? '';
  // The warnings are of unknown tags (`!重要 通知`), which would lose the word after the `!`.
  const unread = [...document.errors, ...document.warnings].map(({ code, pos }) => {
    // What does not end is found at the end of the file: the line that holds something is named.
    let line = lineAt(pos[0]);
    while (line > firstLine && lineText(line).trim() === '') line -= 1;
    return code === 'MULTIPLE_DOCS'
      ? severalDocuments(file, line)
      : unreadable(file, line, lineText(line));
  });
  const anchors = /[&*]/.test(plain) ? anchorIssues(document, file, lineAt) : [];
  const issues = [...unread, ...duplicateKeys(document, file, lineAt), ...anchors];
  return {
    // An alias is never followed: a few lines of them can grow into gigabytes.
    value: unread.length === 0 && anchors.length === 0 ? document.toJS() : undefined,
    lineOf: (path) => lineAt(offsetOf(document, path)),
    lineText,
    issues: onePerLine(issues.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))).slice(
      0,
      MOST_ISSUES,
    ),
  };
}

/** A file of another kind has something to say of each line. */
const MOST_ISSUES = 20;

/** Whether a text is YAML without an error, an unknown tag or an alias. */
export function canBeRead(text: string): boolean {
  const document = parseDocument(text, OPTIONS);
  return document.errors.length + document.warnings.length === 0;
}

function offsetOf(document: Document, path: YamlPath): number {
  for (let length = path.length; length > 0; length -= 1) {
    const keyOffset = keyRange(document, path.slice(0, length));
    if (keyOffset !== undefined) return keyOffset;
  }
  return document.contents?.range?.[0] ?? 0;
}

/** Where a key (or list item) begins: for a mapping the key itself, so that an empty value has a line too. */
function keyRange(document: Document, path: YamlPath): number | undefined {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const last = path.at(-1);
  if (parent && typeof parent === 'object' && 'items' in parent && Array.isArray(parent.items)) {
    for (const item of parent.items) {
      if (item && typeof item === 'object' && 'key' in item && isScalar(item.key)) {
        if (item.key.value === last) return item.key.range?.[0];
      }
    }
  }
  const value = document.getIn(path, true);
  return isNode(value) ? value.range?.[0] : undefined;
}

/** Nobody writes an anchor or an alias on purpose in an article; a `*` or `&` at the head of a title is one by accident. */
function anchorIssues(document: Document, file: string, lineAt: (o: number) => number): Issue[] {
  const issues: Issue[] = [];
  visit(document, {
    Node(_, node) {
      if (isAlias(node) || ('anchor' in node && node.anchor)) {
        const line = lineAt(node.range?.[0] ?? 0);
        issues.push(
          ruled(anchorRule, {
            file,
            line,
            message: '这里用了 YAML 的锚点（& 或 *），本站不支持。',
            fix: '如果 & 或 * 是文字的一部分，请用英文单引号把整个值括起来；否则请把内容直接写出来。',
          }),
        );
      }
    },
  });
  return issues;
}

function duplicateKeys(document: Document, file: string, lineAt: (o: number) => number): Issue[] {
  const issues: Issue[] = [];
  visit(document, {
    Map(_, map) {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) {
          issues.push(duplicateKey(file, lineAt(key.range?.[0] ?? 0), String(key.value)));
        }
        seen.add(key.value);
      }
    },
  });
  return issues;
}

function duplicateKey(file: string, line: number, key: string): Issue {
  return ruled(duplicateKeyRule, {
    file,
    line,
    message: `「${shortened(key)}」写了两次。`,
    fix: '只留一行，删掉多余的那一行。',
  });
}

function severalDocuments(file: string, line: number): Issue {
  return ruled(severalDocumentsRule, {
    file,
    line,
    message: '这里有一行「---」，它下面的内容都不会用到。',
    fix: '删掉这一行「---」；下面是另一份内容的，把它删掉。',
  });
}

/** The Issue of a line that is no YAML. */
export function unreadable(file: string, line: number, written: string): Issue {
  return ruled(unreadableLineRule, {
    file,
    line,
    message: `这一行的写法读不懂：「${shortened(written)}」。`,
    fix: '应当是「字段: 内容」一行一项，冒号用英文冒号、后面空一格，缩进只用空格；内容里有特殊符号时用英文单引号括起来。',
  });
}

function onePerLine(issues: readonly Issue[]): Issue[] {
  const seen = new Set<number | undefined>();
  return issues.filter(({ line }) => !seen.has(line) && seen.add(line));
}
