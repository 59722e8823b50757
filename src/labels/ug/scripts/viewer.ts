// 待维吾尔语使用者审校 (to be reviewed by a speaker).
import type { ViewerLabels } from '../../script-labels.ts';

export const viewer: ViewerLabels = {
  viewer: 'رەسىم كۆرۈش',
  place: (number, count) => ` (${number}/${count})`,
  previous: 'ئالدىنقى رەسىم',
  next: 'كېيىنكى رەسىم',
  close: 'تاقاش',
};
