/** A text that is no article, a single page or a topic: its file → its fields, and what is known of its body. */
import type { z } from 'zod';
import { readFrontMatter } from './front-matter.ts';
import { inspectText } from './inspect-text.ts';
import { secondFrontMatter } from './second-front-matter.ts';
import { isInConflict, textDamage } from './text-damage.ts';
import { readTextFile, textDigest } from './text-file.ts';
import type { BodyFacts } from '../model/body.ts';
import type { FieldNames } from '../model/field-names.ts';
import type { Issue } from '../model/issue.ts';
import { fieldBlock } from '../model/reader-text.ts';
import { schemaIssues } from '../model/schema-issues.ts';
import { inspectWords } from '../rules/text/inspect-words.ts';
import { checkWording } from '../rules/wording.ts';
import type { BureauWords } from '../model/bureau-words.ts';
import type { YamlPath } from '../model/yaml-text.ts';

/** Of which kind a text is. */
export interface TextKind<Schema extends z.ZodObject> {
  schema: Schema;
  synonyms: Readonly<Record<string, string>>;
  names: FieldNames;
  /** Whether its fields may be all of it. */
  mayBeEmpty?: true;
  /** What readers see of the fields. */
  wordsOf(fields: z.output<Schema>): readonly SeenField[];
}

/** Where the field stands, and its words. */
export type SeenField = readonly [path: YamlPath, words: string];

export interface TextRead<Fields> {
  fields: Fields;
  facts: BodyFacts;
  bodyLine: number;
  digest: string;
  lineOf(path: YamlPath): number;
}

const NO_BODY: BodyFacts = { excerpt: '', references: [] };

/** @param file its path as staff see it */
export function readFields<Schema extends z.ZodObject>(
  path: string,
  file: string,
  { schema, synonyms, names, mayBeEmpty, wordsOf }: TextKind<Schema>,
  bureau: BureauWords,
): { text?: TextRead<z.output<Schema>>; issues: Issue[] } {
  const read = readTextFile(path, file);
  if ('issue' in read) return { issues: [read.issue] };
  const damage = textDamage(read.text, file);
  if (isInConflict(read.text)) return { issues: damage };
  const front = readFrontMatter(read.text, file, names);
  const { data, body, bodyLine, lineOf, lineText } = front;
  const issues = [...damage, ...front.issues, ...secondFrontMatter(body, bodyLine, file)];
  if (data === undefined) return { issues };
  const parsed = schema.safeParse(data, { reportInput: true });
  if (!parsed.success) {
    const place = { file, lineOf, lineText };
    const rules = { schema, synonyms, hasBody: true as const };
    return { issues: [...issues, ...schemaIssues(parsed.error, { ...place, ...rules })] };
  }
  const digest = textDigest(read.text);
  const known = { fields: parsed.data, bodyLine, digest, lineOf };
  const words = wordsOf(parsed.data);
  const fields = words.map(([path, seen]) => fieldBlock('title', seen, lineOf(path)));
  for (const [path, seen] of words)
    issues.push(...checkWording(seen, file, lineOf(path), bureau.wording));
  if (mayBeEmpty && body.trim() === '') {
    const told = inspectWords(fields, { file, isRepost: false, bureau });
    return { text: { ...known, facts: NO_BODY }, issues: [...issues, ...told] };
  }
  const text = { body, file, format: 'md' as const, bodyLine, title: '', titleLine: 1, fields };
  const inspected = inspectText(text, bureau);
  return {
    text: { ...known, facts: inspected.facts },
    issues: [...issues, ...inspected.issues],
  };
}
