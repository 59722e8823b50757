/**
 * A long list of settings in its simplest form (`- from: /a` and `  to: b`), read line by line: the whole parser takes
 * five seconds and half a gigabyte for a hundred thousand old addresses. Whatever is not certain is left to that parser,
 * which says the same of all that is read here.
 */
import type { YamlPath, YamlText } from '../model/yaml-text.ts';

/** No sign of YAML's at the beginning, no space, no colon that could end a key. */
const PLAIN = String.raw`[\w/\u4E00-\u9FFF](?:[\x21-\x39\x3B-\x7E\u4E00-\u9FFF]|:(?![ ]|$))*`;
const SINGLE = String.raw`'[\x20-\x26\x28-\x7E\u4E00-\u9FFF]*'`;
const DOUBLE = String.raw`"[\x20\x21\x23-\x5B\x5D-\x7E\u4E00-\u9FFF]*"`;
const FIELD = new RegExp(
  String.raw`^(- |  )([a-z]{1,20}): (?:(${PLAIN})|(${SINGLE}|${DOUBLE})) *$`,
);
const NOTHING = /^(?:#[\x20-\x7E\u3000-\u303F\u4E00-\u9FFF\uFF00-\uFF60]*)?$/;

type Item = Record<string, string>;

/** @returns the list, or the 1-based line at which it is not certain what the text says */
export function readPlainList(text: string): YamlText | { uncertain: number } {
  const written = text.split('\n');
  const value: Item[] = [];
  /** Of each item, the lines of its fields. */
  const lines: Map<string, number>[] = [];
  for (const [index, raw] of written.entries()) {
    const [, head, key = '', plain, quoted = ''] = FIELD.exec(raw) ?? [];
    if (head === undefined) {
      if (NOTHING.test(raw)) continue;
      return { uncertain: index + 1 };
    }
    if (head === '- ') {
      value.push({});
      lines.push(new Map());
    }
    const item = value.at(-1);
    const places = lines.at(-1);
    if (!item || !places || places.has(key) || key === 'constructor')
      return { uncertain: index + 1 };
    item[key] = plain ?? quoted.slice(1, -1);
    places.set(key, index + 1);
  }
  if (value.length === 0) return { uncertain: 1 };
  return {
    value,
    lineOf: (path) => lineOf(lines, path),
    lineText: (line) => written[line - 1] ?? '',
    issues: [],
  };
}

/** What is not there has the line of what it would be in. */
function lineOf(lines: readonly ReadonlyMap<string, number>[], [index, key]: YamlPath): number {
  const item = lines[Number(index)];
  const whole = item ?? lines[0];
  const own = key === undefined ? undefined : item?.get(String(key));
  return own ?? whole?.values().next().value ?? 1;
}
