// 待维吾尔语使用者审校 (to be reviewed by a speaker).
import type { ScriptToolLabels } from '../../script-labels.ts';

export const tools: ScriptToolLabels = {
  copied: 'كۆچۈرۈلدى',
  notCopied: 'كۆچۈرۈلمىدى',
  voice: /^ug\b/i,
};
