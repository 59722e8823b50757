/** zod's findings as Issues in the words of the bureau, with the line of the value. */
import type { z } from 'zod';
import { editInLine } from './edit-in-line.ts';
import {
  fieldKindRule,
  fieldValueRule,
  missingFieldRule,
  unknownFieldRule,
} from './field-rules.ts';
import type { Issue, Words } from './issue.ts';
import { ruled } from './rule.ts';
import type { Rule } from './rule.ts';
import { isRequired, metaAt, shapeAt } from './schema-shape.ts';
import { parentOf, unknownKey, meantKey } from './unknown-key.ts';
import { wrongForm } from './wrong-form.ts';
import type { WantedForm } from './wrong-form.ts';
import type { YamlPath } from './yaml-text.ts';

/** What a value is to become, where only one thing can be meant. */
interface Change {
  was: string;
  becomes: string;
}

type CustomIssue = {
  code: 'custom';
  message: string;
  params: { fix: string; change?: Change | undefined; rule?: Rule | undefined };
};

/** Reports a problem that a schema's own check found, with its remedy; by a rule of its own, if it has one. */
export function fail(
  context: { addIssue(issue: CustomIssue): void },
  message: string,
  fix: string,
  change?: Change,
  rule?: Rule,
): void {
  context.addIssue({ code: 'custom', message, params: { fix, change, rule } });
}

export interface Source {
  file: string;
  lineOf(path: YamlPath): number;
  /** A line of the file as it stands there, for edits. */
  lineText(line: number): string;
  /** The schema of the whole file, asked for labels. */
  schema: z.ZodType;
  /** Lines that could not be read, reported already: the fields on them are not missing. */
  unread?: readonly string[];
  /** Below the fields stands a text, a line of which may have got among them. */
  hasBody?: true;
  /** Other words that staff use for a field, e.g. 标题 → title. */
  synonyms?: Readonly<Record<string, string>>;
}

/**
 * One Issue for each of zod's; a missing field that stands there under a wrong name is reported once.
 * @param error of a parse that was told to report its input
 */
export function schemaIssues(error: z.ZodError, source: Source): Issue[] {
  const misnamed = new Set(error.issues.flatMap((issue) => meantPaths(issue, source)));
  const isThere = (path: YamlPath): boolean =>
    misnamed.has(path.join('/')) ||
    source.unread?.some((line) => line.includes(keyOf(path))) === true;
  const issues = error.issues.filter((issue) => !(isMissing(issue) && isThere(issue.path)));
  return issues.flatMap((issue) => {
    const { file, lineOf } = source;
    const line = lineOf(issue.path);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => {
        const at = lineOf([...issue.path, key]);
        const { message, fix, becomes } = unknownKey(key, issue, source);
        const own = edit(source, at, key, becomes);
        return ruled(unknownFieldRule, { file, line: at, message, fix, edit: own });
      });
    }
    if (issue.code === 'custom') {
      const { fix, change, rule } = (issue.params ?? {}) as Partial<CustomIssue['params']>;
      return [
        ruled(rule ?? fieldValueRule, {
          file,
          line,
          message: issue.message.replace(/^这一项/, nameOf(issue.path, source)),
          fix: fixFor(issue.path, fix ?? '请改正这一行。', source),
          edit: edit(source, line, change?.was, change?.becomes),
        }),
      ];
    }
    return [ruled(ruleOf(issue), { file, line, ...wrongValue(issue, source) })];
  });
}

/** What must be there is not to be deleted. */
function fixFor(path: YamlPath, fix: string, { schema }: Source): string {
  return isRequired(schema, path) ? fix.replace('，用不到就删掉这一行。', '。') : fix;
}

function edit(
  { lineText }: Source,
  line: number,
  was: string | undefined,
  becomes: string | undefined,
): Issue['edit'] {
  if (was === undefined || becomes === undefined) return undefined;
  return editInLine(lineText(line), line, was, becomes);
}

const FORMS: Readonly<Record<string, WantedForm>> = {
  string: 'text',
  array: 'list',
  object: 'fields',
};

function wrongValue(issue: z.core.$ZodIssue, source: Source): Words {
  const { schema } = source;
  const key = keyOf(issue.path);
  const { description = '' } = metaAt(schema, issue.path);
  const name = nameOf(issue.path, source);
  const help = description ? `：${description}` : '。';
  if (isMissing(issue)) {
    return { message: `缺少${name}。`, fix: `加一行「${key}: …」${help}` };
  }
  if (issue.code === 'invalid_value') {
    return {
      message: `${name}写的是「${String(issue.input)}」，不是可用的值。`,
      fix: `可以写：${issue.values.map(String).join('、')}。`,
    };
  }
  const wanted = issue.code === 'invalid_type' ? FORMS[issue.expected] : undefined;
  if (wanted) {
    const { input } = issue;
    const fields = Object.keys(shapeAt(schema, issue.path));
    return wrongForm(wanted, { name, key, input, description }, fields);
  }
  if (issue.code === 'invalid_union') {
    return {
      message: `${name}的写法不对。`,
      fix: `写成一行，几个之间用顿号：${key}: 甲、乙。`,
    };
  }
  return { message: `${name}的格式不对。`, fix: `请改正${help}` };
}

function ruleOf(issue: z.core.$ZodIssue): Rule {
  if (isMissing(issue)) return missingFieldRule;
  const isOfKind = issue.code === 'invalid_type' || issue.code === 'invalid_union';
  return isOfKind ? fieldKindRule : fieldValueRule;
}

function isMissing(issue: z.core.$ZodIssue): boolean {
  return issue.code === 'invalid_type' && issue.input === undefined;
}

function keyOf(path: YamlPath): string {
  return String(path.findLast((part) => typeof part === 'string') ?? '');
}

/** 标题（title） */
function nameOf(path: YamlPath, { schema }: Source): string {
  const { title } = metaAt(schema, path);
  const key = keyOf(path);
  if (path.length === 0) return '这个文件';
  return title ? `${title}（${key}）` : `「${key}」`;
}

/** The fields that unknown keys were meant to be, as joined paths. */
function meantPaths(issue: z.core.$ZodIssue, source: Source): string[] {
  if (issue.code !== 'unrecognized_keys') return [];
  return issue.keys.flatMap((key) => {
    const meant = parentOf(key, issue.path, source) ? undefined : meantKey(key, issue.path, source);
    return meant === undefined ? [] : [[...issue.path, meant].join('/')];
  });
}
