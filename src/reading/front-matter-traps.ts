/**
 * Lines of front matter that YAML misreads or refuses in words no editor understands. Each is named in plain
 * Chinese, then repaired for the rest of this run only, so that the other problems of the file are found too.
 */
import { wholeLine } from '../model/edit-in-line.ts';
import { flowTrap } from './flow-fields.ts';
import { misplacedLine } from './front-matter-indent.ts';
import type { Above } from './front-matter-indent.ts';
import { ANY_NAMES } from '../model/field-names.ts';
import type { FieldNames } from '../model/field-names.ts';
import { withoutInvisible } from '../model/invisible.ts';
import type { Finding, Issue } from '../model/issue.ts';
import { found } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import { consultationSchema } from '../model/consultation.ts';
import { documentSchema } from '../model/official-document.ts';
import { BOLD } from '../model/text-problem.ts';
import { plainLine, quoted, quotedLine } from './yaml-line.ts';

export const trapRule: Rule = {
  id: 'front-matter/line',
  level: 'stop',
  scope: 'file',
  title: '稿件信息的写法',
  basis: '中文键盘的符号、多余的空格会让一行读不懂，或者丢掉后面的字。',
};

interface Trap {
  /** Of the colon itself: nothing to say where the name before it is no field's. */
  isColon?: true;
  /** Its groups are the key and the value. */
  pattern: RegExp;
  message: (key: string, value: string) => string;
  fix: (key: string, value: string) => string;
  /** The line as it is meant, where it can mean one thing only. */
  becomes?: (key: string, value: string) => string | undefined;
}

const quoteWhole = (key: string, value: string): string =>
  `把整个内容用英文单引号括起来：${key}: ${quoted(value)}`;

/** Quotes of Chinese in the place of the English ones that the whole is put in. */
const chineseQuotes = (value: string): string => value.replaceAll(/"([^"]*)"/g, '“$1”');

/** What may stand below a group's own line, in English and as its label says it. */
const INNER = [
  'file|title|site|time|url',
  // Of the sections of a topic.
  'articles|keywords|category|count|style',
  ...[documentSchema, consultationSchema].flatMap(({ shape }) =>
    Object.entries(shape).flatMap(([key, field]) => [key, field.meta()?.title ?? key]),
  ),
].join('|');
const KEY = String.raw`^((?:\s*-\s+)?[\p{L}_]+|\s+(?:${INNER}))`;
const OWN_KEY = String.raw`^([\p{L}_]+)`;

const TRAPS: readonly Trap[] = [
  {
    isColon: true,
    pattern: new RegExp(`${KEY}[ \\u3000]*：[ \\u3000]*(.*)$`, 'u'),
    message: (key) => `「${key.trim()}」后面用了中文冒号「：」。`,
    fix: (key, value) => `改成英文冒号，后面空一格：${plainLine(key.trim(), value)}`,
    becomes: plainLine,
  },
  {
    isColon: true,
    pattern: new RegExp(`${KEY}:([^\\s].*)$`, 'u'),
    message: (key) => `「${key.trim()}:」的冒号后面没有空格。`,
    fix: (key, value) => `冒号后面空一格：${key.trim()}: ${value}`,
    becomes: plainLine,
  },
  {
    pattern: new RegExp(
      `${OWN_KEY}:\\s+("(?:[^"\\\\]|\\\\.)*"\\s*[^\\s#].*|'[^']*'\\s*[^\\s#'].*)$`,
      'u',
    ),
    message: (key) => `「${key}」的内容以英文引号开头，引号后面还有字，读不懂。`,
    fix: (key, value) => `引号改用中文的“ ”，${quoteWhole(key, chineseQuotes(value))}`,
    becomes: (key, value) => quotedLine(key, chineseQuotes(value)),
  },
  {
    pattern: new RegExp(`${OWN_KEY}:\\s+("[^"]*|'[^']*)$`, 'u'),
    message: (key, value) => `「${key}」的内容以英文引号开头，后面没有另一半引号「${value[0]}」。`,
    fix: (key, value) =>
      `删掉前面的引号：${plainLine(key, value.slice(1))}，或者在末尾补上另一半。`,
  },
  {
    pattern: new RegExp(`${OWN_KEY}:\\s+(\\[[^\\]]*\\]\\s*[^\\s#].*|\\[[^\\]]*)$`, 'u'),
    message: (key) => `「${key}」的内容以「[」开头，会被当成列表。`,
    fix: quoteWhole,
    becomes: (key, value) => (value.includes(']') ? quotedLine(key, value) : undefined),
  },
  {
    pattern: new RegExp(`${OWN_KEY}:\\s+(\\{[^}]*\\}\\s*[^\\s#].*|\\{[^}]*)$`, 'u'),
    message: (key) => `「${key}」的内容以「{」开头，会被当成几项。`,
    fix: quoteWhole,
    becomes: (key, value) => (value.includes('}') ? quotedLine(key, value) : undefined),
  },
  {
    pattern: new RegExp(`${OWN_KEY}:\\s+(#.*)$`, 'u'),
    message: (key) => `「${key}」的内容以「#」开头，「#」和后面的字都会丢掉。`,
    fix: quoteWhole,
    becomes: numberSign,
  },
  {
    // A word of a fixed form (a date, true) can only be followed by a remark.
    pattern: new RegExp(
      `${OWN_KEY}:\\s+((?!(?:[\\d: -]+|true|false|是|否)\\s+#)[^"'[{|>\\s].*\\s#.*)$`,
      'u',
    ),
    message: (key) => `「${key}」的内容里有「 #」，「#」和后面的字都会丢掉。`,
    fix: (key, value) =>
      numberSign(key, value)
        ? quoteWhole(key, value)
        : `${quoteWhole(key, value)}；「#」后面只是备注的，删掉，或另起一行写。`,
    becomes: numberSign,
  },
  {
    pattern: new RegExp(`${OWN_KEY}:\\s+([^"'[{|>\\s].*:(?:\\s.*)?)$`, 'u'),
    message: (key) => `「${key}」的内容里有英文冒号加空格，会被当成另一个字段。`,
    fix: quoteWhole,
    becomes: quotedLine,
  },
  {
    pattern: new RegExp(`${OWN_KEY}:\\s+([@\`%*&!].*|[-?]\\s.*|[>|]\\s*[^\\s\\d+#-].*)$`, 'u'),
    message: (key, value) => `「${key}」的内容以「${value[0]}」开头，读不懂。`,
    fix: quoteWhole,
    becomes: quotedLine,
  },
];

/** `#1号楼` is a number, where `# 待定` may be a remark. */
function numberSign(key: string, value: string): string | undefined {
  const signs = [...value.matchAll(/(?:^|\s)#(.?)/gu)];
  return signs.every(([, next]) => /\d/.test(next ?? '')) ? quotedLine(key, value) : undefined;
}

/**
 * The Issues of the known traps, and the text with those lines repaired.
 * @param firstLine 1-based line of the file on which `text` begins
 * @param names of the fields: what begins with other Chinese words may be a line of the body, and is not mended
 */
export function findTraps(
  text: string,
  file: string,
  firstLine: number,
  names: FieldNames = ANY_NAMES,
): { text: string; issues: Issue[] } {
  const findings: Finding[] = [];
  const written = text.split('\n');
  const lines = written.map(tidySpaces);
  let above: Above = { kind: 'start' };
  for (const [index, line] of lines.entries()) {
    if (above.kind === 'block' && (line === '' || line.startsWith(' '))) continue;
    const misplaced = misplacedLine(line, above, lines) ?? flowTrap(line);
    const straight = misplaced?.becomes ?? line;
    const trap = misplaced ? undefined : trapOf(straight, names);
    const raw = written[index] ?? '';
    const number = firstLine + index;
    if (misplaced) {
      const { message, fix, becomes } = misplaced;
      const edit = becomes === undefined ? undefined : wholeLine(raw, number, becomes);
      findings.push({ file, line: number, message, fix, edit });
    } else if (trap && trap.message) {
      const { message, fix, becomes } = trap;
      const edit = becomes === undefined ? undefined : wholeLine(raw, number, becomes);
      findings.push({ file, line: number, message, fix, edit });
    }
    const repaired = trap?.repaired ?? straight;
    lines[index] = repaired;
    above = below(repaired, above);
  }
  return { text: lines.join('\n'), issues: found(trapRule, findings) };
}

/** A field whose value holds no colon, no number sign and no sign at its head that any trap begins with. */
const PLAIN_FIELD = /^[\p{L}_]+: [^\s"'[{#@`%*&!?>|:：-][^#:：]*$/u;

function trapOf(
  line: string,
  names: FieldNames,
): { repaired: string; message?: string; fix: string; becomes?: string | undefined } | undefined {
  if (PLAIN_FIELD.test(line)) return undefined;
  for (const { isColon, pattern, message, fix, becomes } of TRAPS) {
    const [, key, value] = pattern.exec(line) ?? [];
    if (key === undefined || value === undefined) continue;
    const content = value.trim();
    const repaired = quotedLine(key, content);
    // The schema says of bold what there is to say, and reads the name of a character.
    const isKnown = content.startsWith('*') ? BOLD.test(content) : /^&#?\w{2,31};/.test(content);
    const isForeign = mayBeBody(key, names);
    if (isKnown || (isColon && isForeign)) return { repaired, fix: '' };
    return {
      repaired,
      message: message(key, content),
      fix: fix(key, content),
      becomes: isForeign ? undefined : becomes?.(key, content),
    };
  }
  return undefined;
}

/** A word that no field is called by: it is reported as such. */
function mayBeBody(key: string, { meant }: FieldNames): boolean {
  return meant.size > 0 && /^\p{Script=Han}/u.test(key) && !meant.has(key);
}

/** What the next line stands under. */
function below(line: string, above: Above): Above {
  const [, key, value] = /^([\p{L}_]+)\s*:(?:\s+(.*))?$/u.exec(line) ?? [];
  if (key === undefined) return above;
  if (!value || value.startsWith('#')) return { kind: 'open', key };
  return /^[|>][\d+-]*(?:\s+#.*)?$/.test(value) ? { kind: 'block', key } : { kind: 'words', key };
}

/** Full-width and no-break spaces around a value are not part of it, and YAML does not know them as spaces. */
function tidySpaces(line: string): string {
  return withoutInvisible(line)
    .replace(/^([\p{L}_]+):[ \t\u3000\u00A0]+/u, '$1: ')
    .replace(/[ \t\u3000\u00A0]+$/, '');
}
