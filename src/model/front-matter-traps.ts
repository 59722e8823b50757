/**
 * Lines of front matter that YAML misreads or refuses in words no editor understands. Each is named in plain
 * Chinese, then repaired for the rest of this run only, so that the other problems of the file are found too.
 */
import type { Issue } from './issue.ts';

interface Trap {
  pattern: RegExp;
  message: (key: string, value: string) => string;
  fix: (key: string, value: string) => string;
}

const quoteWhole = (key: string, value: string): string =>
  `把整个内容用英文单引号括起来：${key}: ${quoted(value)}`;

const TRAPS: readonly Trap[] = [
  {
    pattern: /^([\p{L}_]+)[ \u3000]*：[ \u3000]*(.*)$/u,
    message: (key) => `「${key}」后面用了中文冒号「：」。`,
    fix: (key, value) => `改成英文冒号，后面空一格：${key}: ${value}`,
  },
  {
    pattern: /^([\p{L}_]+):([^\s].*)$/u,
    message: (key) => `「${key}:」的冒号后面没有空格。`,
    fix: (key, value) => `冒号后面空一格：${key}: ${value}`,
  },
  {
    pattern: /^([\p{L}_]+):\s+("(?:[^"\\]|\\.)*"\s*[^\s#].*|'[^']*'\s*[^\s#'].*)$/u,
    message: (key) => `「${key}」的内容以英文引号开头，引号后面还有字，读不懂。`,
    fix: (key, value) =>
      `引号改用中文的“ ”，${quoteWhole(key, value.replaceAll(/"([^"]*)"/g, '“$1”'))}`,
  },
  {
    pattern: /^([\p{L}_]+):\s+(\[[^\]]*\]\s*[^\s#].*)$/u,
    message: (key) => `「${key}」的内容以「[」开头，会被当成列表。`,
    fix: quoteWhole,
  },
  {
    pattern: /^([\p{L}_]+):\s+(#.*)$/u,
    message: (key) => `「${key}」的内容以「#」开头，「#」和后面的字都会丢掉。`,
    fix: quoteWhole,
  },
  {
    pattern: /^([\p{L}_]+):\s+([^"'[{|>\s].*\s#\S.*)$/u,
    message: (key) => `「${key}」的内容里有「 #」，「#」和后面的字都会丢掉。`,
    fix: quoteWhole,
  },
  {
    pattern: /^([\p{L}_]+):\s+([^"'[{|>\s].*:\s.*)$/u,
    message: (key) => `「${key}」的内容里有英文冒号加空格，会被当成另一个字段。`,
    fix: quoteWhole,
  },
  {
    pattern: /^([\p{L}_]+):\s+([@`%].*)$/u,
    message: (key, value) => `「${key}」的内容以「${value[0]}」开头，读不懂。`,
    fix: quoteWhole,
  },
];

/**
 * The Issues of the known traps, and the text with those lines repaired.
 * @param firstLine 1-based line of the file on which `text` begins
 */
export function findTraps(
  text: string,
  file: string,
  firstLine: number,
): { text: string; issues: Issue[] } {
  const issues: Issue[] = [];
  const lines = text.split('\n').map((line, index) => {
    for (const { pattern, message, fix } of TRAPS) {
      const [, key, value] = pattern.exec(line) ?? [];
      if (key === undefined || value === undefined) continue;
      const content = value.trim();
      issues.push({
        file,
        line: firstLine + index,
        message: message(key, content),
        fix: fix(key, content),
      });
      return `${key}: ${quoted(content)}`;
    }
    return line;
  });
  return { text: lines.join('\n'), issues };
}

function quoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
