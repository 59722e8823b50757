/** The rules of reviews. */
import type { Rule } from '../model/rule.ts';
import { neverShownRule, orphanRecordRule, unreviewedRule } from './check-review.ts';
import { lostSettingsRule, reviewColumnRule, reviewRecordRule } from './read-review.ts';

export const REVIEW_RULES: readonly Rule[] = [
  reviewColumnRule,
  lostSettingsRule,
  reviewRecordRule,
  unreviewedRule,
  neverShownRule,
  orphanRecordRule,
];
