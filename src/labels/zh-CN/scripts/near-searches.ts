import type { NearSearchLabels } from '../../script-labels.ts';

export const nearSearches: NearSearchLabels = {
  meant: (query) => `是不是要找${query}？`,
  apart: (query) => `分开写成${query}再搜`,
  only: (query) => `只搜${query}`,
};
