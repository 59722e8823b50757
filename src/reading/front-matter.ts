/** The block between the two `---` lines of an article or page. The only import of gray-matter. */
import matter from 'gray-matter';
import { withoutControls } from '../model/clean-text.ts';
import { ANY_NAMES } from '../model/field-names.ts';
import type { FieldNames } from '../model/field-names.ts';
import { blameLines } from './front-matter-blame.ts';
import { formIssue } from './front-matter-form.ts';
import { EXAMPLE, findMarkers } from './front-matter-markers.ts';
import { findTraps } from './front-matter-traps.ts';
import type { Issue } from '../model/issue.ts';
import { ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import { parseYamlText } from '../model/yaml-text.ts';
import type { YamlPath } from '../model/yaml-text.ts';

export const noFieldsRule: Rule = {
  id: 'front-matter/none',
  level: 'stop',
  scope: 'file',
  title: '没有内容的稿件信息',
  basis: '国办发〔2017〕47号：信息要有标题、来源和发布日期。',
};

export interface FrontMatter {
  /** Every scalar is text; undefined when there is no readable front matter. */
  data: Readonly<Record<string, unknown>> | undefined;
  /** The text after the closing line. */
  body: string;
  /** 1-based line of the file on which the body begins. */
  bodyLine: number;
  lineOf(path: YamlPath): number;
  /** A line of the front matter as it stands in the file. */
  lineText(line: number): string;
  issues: Issue[];
  /** Lines that could not be read, and are among the issues. */
  unread: readonly string[];
}

/**
 * Splits an article into its front matter and body.
 * @param text LF line ends, no byte order mark
 * @param file the path as staff see it
 * @param names of the fields, for those who want its issues
 */
export function readFrontMatter(
  text: string,
  file: string,
  names: FieldNames = ANY_NAMES,
): FrontMatter {
  const found = findMarkers(text, file, names);
  if ('refused' in found) return refusal(found.refused);
  const { firstLine, bodyLine, issues: markers } = found;
  let fields: Fields | undefined;
  const parse = (yaml: string): object => {
    fields = readFields(yaml.replace(/^\n/, ''), file, firstLine, names);
    return isRecord(fields.value) ? fields.value : {};
  };
  const regular = ['---', found.yaml, '---', found.body].join('\n');
  // Options make gray-matter skip its cache, which answers an empty object the second time.
  const { content } = matter(regular, { language: 'yaml', engines: { yaml: { parse } } });
  // It asks nobody where there is nothing but blanks and comments.
  const { value, lineOf, lineText, unread, ...own } =
    fields ?? readFields(found.yaml, file, firstLine, names);
  const issues = [...markers, ...own.issues];
  if (issues.length === markers.length && isNothing(value)) {
    const message = '稿件信息是空的。';
    return refusal(ruled(noFieldsRule, { file, line: firstLine, message, fix: EXAMPLE }));
  }
  const isFields = isRecord(value);
  if (!isFields && issues.length === markers.length) {
    const message = '稿件信息不是「字段: 内容」的格式。';
    issues.push(ruled(noFieldsRule, { file, line: firstLine, message, fix: EXAMPLE }));
  }
  const form = isFields && formIssue(found.yaml, file, firstLine);
  // Of a line that nobody can read, that is said alone.
  if (form && !issues.some(({ line }) => line === form.line)) issues.push(form);
  return {
    data: isFields ? value : undefined,
    body: withoutControls(content),
    bodyLine,
    lineOf,
    lineText,
    issues,
    unread,
  };
}

interface Fields extends Pick<FrontMatter, 'lineOf' | 'lineText' | 'issues' | 'unread'> {
  value: unknown;
}

/** The fields as far as they can be read: a line that cannot is named, and the others are read without it. */
function readFields(yaml: string, file: string, firstLine: number, names: FieldNames): Fields {
  const written = yaml.split('\n');
  const lineText = (line: number): string => written[line - firstLine] ?? '';
  const repaired = findTraps(yaml, file, firstLine, names);
  let parsed = parseYamlText(repaired.text, file, firstLine);
  let blamed: Issue[] = [];
  if (parsed.value === undefined) {
    const blame = blameLines(repaired.text, file, firstLine, written);
    blamed = blame.issues;
    if (blamed.length > 0) parsed = parseYamlText(blame.text, file, firstLine);
  }
  const { value, lineOf } = parsed;
  const issues = [...repaired.issues, ...blamed, ...parsed.issues];
  return { value, lineOf, lineText, issues, unread: blamed.map(({ line = 0 }) => lineText(line)) };
}

function refusal(issue: Issue): FrontMatter {
  const nothing = { data: undefined, body: '', bodyLine: 1, lineText: () => '', unread: [] };
  return { ...nothing, lineOf: () => issue.line ?? 1, issues: [issue] };
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
