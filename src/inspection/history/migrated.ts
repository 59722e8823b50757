/** content/migrated.yaml (补登台账), as `check` has judged it, and what it answers for. */
import { join } from 'node:path';
import { migratedSchema } from '../../model/migrated.ts';
import type { Migrated } from '../../model/migrated.ts';
import { readYamlFile } from '../../reading/read-yaml-file.ts';

const FILE = 'migrated.yaml';

/**
 * Undefined for a ledger that is not in order: for which articles it answers is not known.
 * @param content absolute path of the content folder
 */
export async function readMigrated(content: string): Promise<readonly Migrated[] | undefined> {
  const { value } = await readYamlFile(join(content, FILE), `content/${FILE}`, migratedSchema, []);
  return value;
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
    return (
      from !== undefined && to !== undefined && day >= from.slice(0, 10) && day <= to.slice(0, 10)
    );
  });
}
