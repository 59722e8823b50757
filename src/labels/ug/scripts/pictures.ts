// 待维吾尔语使用者审校 (to be reviewed by a speaker).
import type { PictureLabels } from '../../script-labels.ts';

export const pictures: PictureLabels = {
  picture: (number) => `${number}-رەسىم`,
  enlarge: (picture) => `رەسىمنى چوڭايتىش: ${picture}`,
};
