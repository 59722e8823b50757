// 待维吾尔语使用者审校 (to be reviewed by a speaker).
import type { LeavingLabels } from '../../script-labels.ts';

export const leaving: LeavingLabels = {
  title: 'سىز بۇ تور بېكەتتىن ئايرىلىسىز',
  text: 'تۆۋەندىكى ئادرېس ھۆكۈمەت تور بېكىتىنىڭ ئادرېسى ئەمەس، مەزمۇنىغا قارشى تەرەپ مەسئۇل: ',
  stay: 'بۇ بېكەتتە قېلىش',
  go: 'زىيارەتنى داۋاملاشتۇرۇش',
};
