/** The rules of texts, each with its check: the list that is run, and the rules of it for the registry. */
import type { Rule } from '../../model/rule.ts';
import { DATE_CHECKS } from './dates.ts';
import { DOUBLED_CHECKS } from './doubled.ts';
import { LEAK_CHECKS } from './leaks.ts';
import { MARK_CHECKS } from './marks.ts';
import { NESTED_TITLE_CHECKS } from './nested-titles.ts';
import { NUMERAL_CHECKS } from './numerals.ts';
import { OFFICE_CHECKS } from './offices.ts';
import { PAIR_CHECKS } from './pairs.ts';
import { PERSONAL_CHECKS } from './personal.ts';
import { PROTECTED_CHECKS } from './protected.ts';
import { RESIDUE_CHECKS } from './residues.ts';
import { SPACE_CHECKS } from './spaces.ts';
import { TABLE_CHECKS } from './tables.ts';
import type { TextCheck } from './text-check.ts';
import { TYPO_CHECKS } from './typos.ts';
import { UNFILLED_CHECKS } from './unfilled.ts';
import { UNIT_CHECKS } from './units.ts';

export const TEXT_CHECKS: readonly TextCheck[] = [
  ...PERSONAL_CHECKS,
  ...LEAK_CHECKS,
  ...RESIDUE_CHECKS,
  ...UNFILLED_CHECKS,
  ...TYPO_CHECKS,
  ...PROTECTED_CHECKS,
  ...OFFICE_CHECKS,
  ...UNIT_CHECKS,
  ...DATE_CHECKS,
  ...NUMERAL_CHECKS,
  ...MARK_CHECKS,
  ...PAIR_CHECKS,
  ...NESTED_TITLE_CHECKS,
  ...SPACE_CHECKS,
  ...DOUBLED_CHECKS,
  ...TABLE_CHECKS,
];

export const TEXT_RULES: readonly Rule[] = TEXT_CHECKS.map(({ rule }) => rule);
