// 待维吾尔语使用者审校 (to be reviewed by a speaker).
import type { ReaderLabels } from '../../script-labels.ts';

export const reader: ReaderLabels = {
  language: 'ug',
  voices: ['ug'],
  reader: 'ئاۋازلىق ئوقۇش',
  pause: 'توختاپ تۇرۇش',
  goOn: 'داۋاملاشتۇرۇش',
  previous: 'ئالدىنقى ئابزاس',
  next: 'كېيىنكى ئابزاس',
  stop: 'توختىتىش',
  speed: 'ئوقۇش سۈرئىتى',
  slow: 'ئاستا',
  usual: 'نورمال',
  fast: 'تېز',
};
