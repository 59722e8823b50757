/** What `check` is asked to show, and how. */
import { ALL_RULES } from '../src/build/rule-registry.ts';
import { LEVELS } from '../src/model/issue.ts';
import type { Level } from '../src/model/issue.ts';
import { nearest } from '../src/model/nearest.ts';
import { wrongUse } from './arguments.ts';

export const FORMATS = ['text', 'json', 'github', 'gitlab'] as const;
export type Format = (typeof FORMATS)[number];

export const CHECK_OPTIONS = {
  fix: { type: 'boolean' },
  rules: { type: 'boolean' },
  level: { type: 'string' },
  rule: { type: 'string', multiple: true },
  changed: { type: 'boolean' },
  format: { type: 'string' },
} as const;

export interface CheckOptions {
  /** What weighs less is not shown. */
  level: Level;
  /** Whether a rule is asked for. */
  isAsked(rule: string): boolean;
  format: Format;
}

/** Reads the values of options that take certain words only; another word is wrong use. */
export function readCheckOptions(values: {
  level?: string | undefined;
  rule?: readonly string[] | string | undefined;
  format?: string | undefined;
  fix?: boolean | undefined;
}): CheckOptions {
  const level = oneOf('level', values.level ?? 'info', LEVELS);
  const format = oneOf('format', values.format ?? 'text', FORMATS);
  if (values.fix && format !== 'text') {
    wrongUse('「--fix」会逐条说明改了哪里，不能和「--format」一起用。');
  }
  const asked = [values.rule ?? []].flat();
  for (const name of asked) refuseUnknownRule(name);
  return {
    level,
    format,
    isAsked: (rule) =>
      asked.length === 0 || asked.some((name) => rule === name || rule.startsWith(`${name}/`)),
  };
}

function oneOf<T extends string>(option: string, written: string, known: readonly T[]): T {
  const value = known.find((each) => each === written);
  return value ?? wrongUse(`「--${option} ${written}」不对，可以写：${known.join('、')}。`);
}

function refuseUnknownRule(name: string): void {
  const ids = ALL_RULES.map(({ id }) => id as string);
  const families = ids.map((id) => id.slice(0, id.indexOf('/')));
  if ([...ids, ...families].includes(name)) return;
  const meant = nearest(name, [...new Set([...ids, ...families])]);
  const hint = meant ? `是不是「${meant}」？` : '全部规则：npm run check -- --rules';
  wrongUse(`没有「${name}」这条规则。${hint}`);
}
