// 待维吾尔语使用者审校 (to be reviewed by a speaker).
import type { OtherSearchLabels } from '../../script-labels.ts';

export const otherSearches: OtherSearchLabels = {
  meant: (query) => `${query} نى ئىزدەمسىز؟`,
  withoutMarks: 'تىنىش بەلگىسىنى چىقىرىۋېتىپ ئىزدەش',
  without: (terms) => `${terms} نى چىقىرىۋېتىپ ئىزدەش`,
  withoutFilters: 'سەھىپە، يىل ۋە مەنبەنى چەكلىمەي ئىزدەش',
};
