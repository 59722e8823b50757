import type { ViewLabels } from '../../script-labels.ts';

export const views: ViewLabels = {
  tenThousands: (number) => `${number}万`,
};
