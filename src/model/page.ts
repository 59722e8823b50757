/** A single page (单页) of content/pages, such as 机构职能. */
import { z } from 'zod';
import type { BodyFacts, NamedFiles } from './body.ts';
import { fieldNames } from './field-names.ts';
import { text, words } from './fields.ts';

export const pageSchema = z.strictObject({
  title: text(60).meta({ title: '标题', description: '一行文字。' }),
  summary: text(300).optional().meta({ title: '摘要', description: '一两句话。' }),
  keywords: words.optional().meta({ title: '关键词', description: '几个词，用顿号分开。' }),
});

/** What staff may write instead of a field's name. */
export const pageSynonyms: Readonly<Record<string, string>> = {
  标题: 'title',
  摘要: 'summary',
  关键词: 'keywords',
};

export type PageFields = z.output<typeof pageSchema>;

export const pageFieldNames = fieldNames(pageSchema, pageSynonyms);

/** A single page as it was read. */
export interface ReadPage extends PageFields, BodyFacts {
  /** Its file name without `.md`. */
  slug: string;
  path: string;
  file: string;
  bodyLine: number;
}

/** A single page that is ready: the files that it names are known. */
export interface Page extends ReadPage {
  named: NamedFiles;
}
