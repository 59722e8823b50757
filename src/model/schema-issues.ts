/** zod's findings as Issues in the words of the bureau, with the line of the value. */
import type { z } from 'zod';
import type { Issue } from './issue.ts';
import { nearest } from './nearest.ts';
import type { YamlPath } from './yaml-text.ts';

/** A schema field's label (字段名) and one line of help, kept as zod metadata. */
export interface FieldMeta {
  title: string;
  description: string;
}

/** Reports a problem that a schema's own check found, with its remedy. */
export function fail(
  context: { addIssue(issue: { code: 'custom'; message: string; params: { fix: string } }): void },
  message: string,
  fix: string,
): void {
  context.addIssue({ code: 'custom', message, params: { fix } });
}

interface Source {
  file: string;
  lineOf(path: YamlPath): number;
  /** The schema of the whole file, asked for labels. */
  schema: z.ZodType;
  /** Other words that staff use for a field, e.g. 标题 → title. */
  synonyms?: Readonly<Record<string, string>>;
}

/** One Issue for each of zod's; a missing field that stands there under a wrong name is reported once. */
export function schemaIssues(error: z.ZodError, source: Source): Issue[] {
  const misnamed = new Set(error.issues.flatMap((issue) => meantPaths(issue, source)));
  const issues = error.issues.filter(
    (issue) => !(isMissing(issue) && misnamed.has(issue.path.join('/'))),
  );
  return issues.flatMap((issue) => {
    const { file, lineOf } = source;
    const line = lineOf(issue.path);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        file,
        line: lineOf([...issue.path, key]),
        ...unknownKey(key, issue.path, source),
      }));
    }
    if (issue.code === 'custom') {
      const fix = issue.params?.['fix'];
      return [
        {
          file,
          line,
          message: issue.message.replace(/^这一项/, nameOf(issue.path, source)),
          fix: typeof fix === 'string' ? fix : '请改正这一行。',
        },
      ];
    }
    return [{ file, line, ...wrongValue(issue, source) }];
  });
}

function wrongValue(issue: z.core.$ZodIssue, source: Source): Pick<Issue, 'message' | 'fix'> {
  const { schema } = source;
  const key = keyOf(issue.path);
  const { description } = metaAt(schema, issue.path);
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
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    return { message: `${name}是空的，或者太长、太多。`, fix: `请改正${help}` };
  }
  return { message: `${name}的格式不对。`, fix: `请改正${help}` };
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
  return title ? `${title}（${keyOf(path)}）` : `「${keyOf(path)}」`;
}

/** The fields that unknown keys were meant to be, as joined paths. */
function meantPaths(issue: z.core.$ZodIssue, source: Source): string[] {
  if (issue.code !== 'unrecognized_keys') return [];
  return issue.keys.flatMap((key) => {
    const meant = meaningOf(key, issue.path, source);
    return meant === undefined ? [] : [[...issue.path, meant].join('/')];
  });
}

function meaningOf(
  key: string,
  path: YamlPath,
  { schema, synonyms = {} }: Source,
): string | undefined {
  return own(synonyms, key) ?? nearest(key, Object.keys(shapeAt(schema, path)));
}

function unknownKey(key: string, path: YamlPath, source: Source): Pick<Issue, 'message' | 'fix'> {
  const known = Object.keys(shapeAt(source.schema, path));
  const meant = meaningOf(key, path, source);
  return {
    message: `不认识的字段「${key}」。`,
    fix: meant ? `是不是「${meant}」？` : `可用的字段：${known.join('、')}。`,
  };
}

type Def = { innerType?: z.ZodType; element?: z.ZodType; in?: z.ZodType; options?: z.ZodType[] };

/** Follows a path down objects and lists, through optional, default and pipe. */
function schemaAt(schema: z.ZodType, path: YamlPath): z.ZodType | undefined {
  let current: z.ZodType | undefined = schema;
  for (const part of path) {
    current = unwrap(current);
    if (!current) return undefined;
    current =
      typeof part === 'number' ? (current.def as Def).element : own(shape(current), String(part));
  }
  return current;
}

/** Staff may write `constructor` as a field; what every object inherits is none. */
function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function unwrap(schema: z.ZodType | undefined): z.ZodType | undefined {
  let current = schema;
  while (current) {
    const def = current.def as Def;
    const inner = def.innerType ?? def.in;
    if (!inner) return current;
    current = inner;
  }
  return undefined;
}

function shape(schema: z.ZodType): Record<string, z.ZodType> {
  return 'shape' in schema ? (schema.shape as Record<string, z.ZodType>) : {};
}

function shapeAt(schema: z.ZodType, path: YamlPath): Record<string, z.ZodType> {
  const target = unwrap(schemaAt(schema, path));
  return target ? shape(target) : {};
}

function metaAt(schema: z.ZodType, path: YamlPath): Partial<FieldMeta> {
  let current = schemaAt(schema, path);
  while (current) {
    const meta = current.meta();
    if (meta?.title) return meta as FieldMeta;
    const def = current.def as Def;
    current = def.innerType ?? def.in;
  }
  return {};
}
