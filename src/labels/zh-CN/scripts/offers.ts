import type { OfferLabels } from '../../script-labels.ts';

export const offers: OfferLabels = {
  column: (name) => `进入栏目${name}`,
  source: (name) => `来源是${name}的稿件`,
  literal: (words) => `只查找写有${words}的`,
  ofYear: (year, query) => `只看${year}年发布的${query}`,
};
