/** The rules of files beside articles. */
import type { Rule } from '../model/rule.ts';
import { brokenFileRule, mislabelledRule, refusedKindRule, withinFileRule } from './judge-file.ts';
import { unsearchableRule } from './text-issue.ts';

export const ATTACHMENT_RULES: readonly Rule[] = [
  mislabelledRule,
  refusedKindRule,
  brokenFileRule,
  withinFileRule,
  unsearchableRule,
];
