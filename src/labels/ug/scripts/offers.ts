// 待维吾尔语使用者审校 (to be reviewed by a speaker).
import type { OfferLabels } from '../../script-labels.ts';

export const offers: OfferLabels = {
  column: (name) => `${name} سەھىپىسىگە كىرىش`,
  source: (name) => `مەنبەسى ${name} بولغان ماقالىلەر`,
  literal: (words) => `پەقەت ${words} يېزىلغانلارنى ئىزدەش`,
  ofYear: (year, query) => `پەقەت ${year}-يىلى ئېلان قىلىنغان ${query}`,
};
