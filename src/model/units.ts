/** units.yaml (单位名称): how units are called, and how they were called before. */
import { z } from 'zod';
import { beijingDay, text, yesOrNo } from './fields.ts';

export const unitsSchema = z.array(
  z.strictObject({
    name: text(60).meta({ title: '单位名称', description: '现在的全称。' }),
    short: text(40).optional().meta({ title: '简称', description: '规范的简称，没有就不写。' }),
    /** Whose texts are this site's own, and no reposts */
    own: yesOrNo
      .optional()
      .meta({ title: '本单位', description: '本单位和直属单位写 true，别的单位不写。' }),
    former: z
      .array(
        z.strictObject({
          name: text(60).meta({ title: '原名称', description: '以前的名称。' }),
          until: beijingDay.meta({ title: '使用到哪一天', description: '例如 2024-05-01。' }),
        }),
      )
      .optional()
      .meta({
        title: '原来的名称',
        description: '每行一个：- { name: 原名, until: 2024-05-01 }。',
      }),
  }),
);

/** A unit (单位). */
export type Unit = z.output<typeof unitsSchema>[number];
