/** A single page (单页) of content/pages, such as 机构职能. */
import { z } from 'zod';
import type { BodyFacts, NamedFiles } from './body.ts';
import { text, words } from './fields.ts';

export const pageSchema = z.strictObject({
  title: text(60).meta({ title: '标题', description: '一行文字。' }),
  summary: text(300).optional().meta({ title: '摘要', description: '一两句话。' }),
  keywords: words.optional().meta({ title: '关键词', description: '几个词，用顿号分开。' }),
});

export interface Page extends z.output<typeof pageSchema>, BodyFacts {
  /** Its file name without `.md`. */
  slug: string;
  path: string;
  file: string;
  bodyLine: number;
  named: NamedFiles;
}
