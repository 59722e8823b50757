/** The rules of what the schemas and YAML itself ask for. */
import { misleadingAddressRule, schemeRule } from './address-problem.ts';
import {
  fieldKindRule,
  fieldValueRule,
  missingFieldRule,
  unknownFieldRule,
} from './field-rules.ts';
import {
  anchorRule,
  duplicateKeyRule,
  severalDocumentsRule,
  unreadableLineRule,
} from './yaml-rules.ts';
import type { Rule } from './rule.ts';

export const SCHEMA_RULES: readonly Rule[] = [
  schemeRule,
  misleadingAddressRule,
  unknownFieldRule,
  missingFieldRule,
  fieldKindRule,
  fieldValueRule,
  unreadableLineRule,
  duplicateKeyRule,
  anchorRule,
  severalDocumentsRule,
];
