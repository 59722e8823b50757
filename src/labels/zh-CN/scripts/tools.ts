import type { ScriptToolLabels } from '../../script-labels.ts';

export const tools: ScriptToolLabels = {
  copied: '已复制',
  notCopied: '没能复制',
  voice: /^(?:zh|cmn)\b/i,
};
