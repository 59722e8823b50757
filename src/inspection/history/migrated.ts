/** content/migrated.yaml (补登台账): articles that came to the site later than they are dated, by whom and why. */
import { join } from 'node:path';
import { z } from 'zod';
import { beijingTime, text } from '../../model/fields.ts';
import type { Issue } from '../../model/issue.ts';
import { fail } from '../../model/schema-issues.ts';
import { readYamlFile } from '../../reading/read-yaml-file.ts';

const FILE = 'migrated.yaml';

const migratedSchema = z.array(
  z
    .strictObject({
      person: text(40).meta({ title: '补登人', description: '谁补登的，姓名。' }),
      reason: text(200).meta({ title: '补登原因', description: '为什么晚于发布日期入库。' }),
      imported: beijingTime.meta({
        title: '补登日期',
        description: '最后一批入库的那一天；以后再补的，另写一条。',
      }),
      articles: z
        .array(text(100))
        .optional()
        .meta({ title: '稿件', description: '稿件编号，每行一个；整批的写 from 和 to。' }),
      from: beijingTime.optional().meta({ title: '起', description: '发布日期从哪一天起。' }),
      to: beijingTime.optional().meta({ title: '止', description: '发布日期到哪一天止。' }),
    })
    .superRefine(({ articles, from, to }, context) => {
      const isRange = from !== undefined && to !== undefined;
      if (isRange || articles) return;
      fail(
        context,
        '没有写是哪些稿件。',
        '写 articles（稿件编号的列表），或者 from 和 to（发布日期的起止）。',
      );
    }),
);

export type Migrated = z.output<typeof migratedSchema>[number];

/** @param content absolute path of the content folder */
export async function readMigrated(
  content: string,
): Promise<{ entries: readonly Migrated[]; issues: Issue[] }> {
  const file = `content/${FILE}`;
  const read = await readYamlFile(join(content, FILE), file, migratedSchema, []);
  return { entries: read.value ?? [], issues: read.issues };
}

/** Whether the ledger answers for an article. @param added the day on which it came to the site */
export function isMigrated(
  entries: readonly Migrated[],
  { id, date }: { id: string; date: string },
  added: string,
): boolean {
  const day = date.slice(0, 10);
  return entries.some(({ articles, from, to, imported }) => {
    if (added > imported.slice(0, 10)) return false;
    if (articles?.includes(id)) return true;
    return from !== undefined && to !== undefined && day >= from.slice(0, 10) && day <= to;
  });
}
