/** The rules of lasting addresses: of the ledger as a file, and of what it says was published. */
import type { Rule } from '../../model/rule.ts';

export const ledgerLineRule: Rule = {
  id: 'ledger/line',
  level: 'stop',
  scope: 'file',
  title: '地址清单里读不懂的行',
  basis: '读不懂的行，那个地址就没有人管了。',
};

export const ledgerConflictRule: Rule = {
  id: 'ledger/conflict',
  level: 'stop',
  scope: 'file',
  title: '地址清单里的合并冲突',
  basis: '两边发布过的地址都要打得开。',
};

export const ledgerTwiceRule: Rule = {
  id: 'ledger/twice',
  level: 'stop',
  scope: 'file',
  title: '地址清单里有两个主人的地址',
  basis: '一个地址只能有一个去处。',
};

export const ledgerFormRule: Rule = {
  id: 'ledger/form',
  level: 'warn',
  scope: 'file',
  title: '地址清单的格式',
  basis: '格式乱了不影响使用，git 合并时容易冲突。',
};

export const lostAddressRule: Rule = {
  id: 'address/lost',
  level: 'stop',
  scope: 'site',
  title: '丢失的地址',
  basis: '国办秘函〔2019〕19号：链接打不开，检查时扣分；发布过的地址要一直打得开。',
};

export const takenBackRule: Rule = {
  id: 'address/taken-back',
  level: 'stop',
  scope: 'site',
  title: '发布过又藏起来的稿件',
  basis: '发布过的稿件要撤下，读者打开它的地址应当看到说明，而不是打不开。',
};

export const reusedNameRule: Rule = {
  id: 'address/reused',
  level: 'stop',
  scope: 'site',
  title: '别人用过的名称',
  basis: '改过名的稿件、栏目、单页、专题，原来的名称还要转到它那里，不能给别人用。',
};

/** What is mended when the ledger is written anew: both sides of a conflict were read. */
export const LEDGER_MENDED: readonly string[] = [ledgerConflictRule.id, ledgerFormRule.id];

export const LEDGER_RULES: readonly Rule[] = [
  ledgerLineRule,
  ledgerConflictRule,
  ledgerTwiceRule,
  ledgerFormRule,
  lostAddressRule,
  takenBackRule,
  reusedNameRule,
];
