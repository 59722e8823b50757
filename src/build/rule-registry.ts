/** All rules of all rooms: what `check --rules` lists, and what a finding's basis is looked up in. */
import { ATTACHMENT_RULES } from '../attachments/attachment-rules.ts';
import { MARKDOWN_RULES } from '../markdown/markdown-rules.ts';
import type { Rule } from '../model/rule.ts';
import { SCHEMA_RULES } from '../model/schema-rules.ts';
import { READING_RULES } from '../reading/reading-rules.ts';
import { REVIEW_RULES } from '../review/review-rules.ts';
import { CHECK_RULES } from '../rules/check-rules.ts';
import { ADDRESS_RULES } from '../site/address-rules.ts';
import { TOPIC_RULES } from '../site/topic-issues.ts';

/** In the order of their ids, each of which is there once. */
export const ALL_RULES: readonly Rule[] = [
  ...SCHEMA_RULES,
  ...MARKDOWN_RULES,
  ...ATTACHMENT_RULES,
  ...CHECK_RULES,
  ...READING_RULES,
  ...REVIEW_RULES,
  ...ADDRESS_RULES,
  ...TOPIC_RULES,
].toSorted((a, b) => (a.id < b.id ? -1 : 1));

const BY_ID: ReadonlyMap<string, Rule> = new Map(ALL_RULES.map((rule) => [rule.id, rule]));

/** @throws for an id that no rule has: a finding of the program's own making */
export function ruleOf(id: string): Rule {
  const rule = BY_ID.get(id);
  if (!rule) throw new Error(`There is no rule "${id}"`);
  return rule;
}
