// 待维吾尔语使用者审校 (to be reviewed by a speaker).
import type { ViewLabels } from '../../script-labels.ts';

export const views: ViewLabels = {
  tenThousands: (number) => `${number} تۈمەن`,
};
