/** The rules of files beside articles. */
import type { Rule } from '../model/rule.ts';
import { archiveRule } from './archive-problem.ts';
import { brokenFileRule, macroRule, mislabelledRule, refusedKindRule } from './judge-file.ts';
import { photoPlaceRule } from './photos-within.ts';
import { unsearchableRule } from './text-issue.ts';
import { ATTACHMENT_WORD_RULES } from './words-issues.ts';

export const ATTACHMENT_RULES: readonly Rule[] = [
  archiveRule,
  mislabelledRule,
  refusedKindRule,
  brokenFileRule,
  macroRule,
  photoPlaceRule,
  unsearchableRule,
  ...ATTACHMENT_WORD_RULES,
];
