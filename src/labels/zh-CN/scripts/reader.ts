import type { ReaderLabels } from '../../script-labels.ts';

export const reader: ReaderLabels = {
  language: 'zh-CN',
  voices: ['zh-cn', 'cmn', 'zh'],
  reader: '朗读',
  pause: '暂停',
  goOn: '继续',
  previous: '上一段',
  next: '下一段',
  stop: '停止',
  speed: '语速',
  slow: '慢',
  usual: '正常',
  fast: '快',
};
