/** The rules of addresses, new and old. */
import type { Rule } from '../model/rule.ts';
import { attachmentAddressRule } from './attachment-addresses.ts';
import { reservedNameRule, takenAddressRule } from './check-addresses.ts';
import { oldAddressTakenRule, oldAddressTwiceRule } from './old-address-issues.ts';
import { LEDGER_RULES } from './ledger/ledger-rules.ts';
import { loopRule, notYetRule, targetRule } from './redirect-target-issue.ts';

export const ADDRESS_RULES: readonly Rule[] = [
  attachmentAddressRule,
  takenAddressRule,
  reservedNameRule,
  oldAddressTakenRule,
  oldAddressTwiceRule,
  targetRule,
  loopRule,
  notYetRule,
  ...LEDGER_RULES,
];
