// 待维吾尔语使用者审校 (to be reviewed by a speaker).
import type { NearSearchLabels } from '../../script-labels.ts';

export const nearSearches: NearSearchLabels = {
  meant: (query) => `${query} نى ئىزدەمسىز؟`,
  apart: (query) => `ئايرىپ يېزىپ ئىزدەش: ${query}`,
  only: (query) => `پەقەت ${query} نى ئىزدەش`,
};
