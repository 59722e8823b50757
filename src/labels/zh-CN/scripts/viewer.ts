import type { ViewerLabels } from '../../script-labels.ts';

export const viewer: ViewerLabels = {
  viewer: '查看图片',
  place: (number, count) => `（${number}/${count}）`,
  previous: '上一张',
  next: '下一张',
  close: '关闭',
};
