import type { PictureLabels } from '../../script-labels.ts';

export const pictures: PictureLabels = {
  picture: (number) => `第${number}张图片`,
  enlarge: (picture) => `放大图片：${picture}`,
};
