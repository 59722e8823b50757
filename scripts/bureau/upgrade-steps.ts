/** The steps of an upgrade that are more than one command: where they lie, and what they tell. */
import { rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { formatIssues } from '../../src/model/issue.ts';
import type { Issue } from '../../src/model/issue.ts';
import { printable } from '../../src/model/printable.ts';
import type { SiteOptions } from '../../src/output/options.ts';
import { readSettings } from '../../src/reading/read-settings.ts';
import { pathAsStaffSeeIt } from '../../src/reading/staff-path.ts';
import { tryLock } from '../../src/system/file-lock.ts';
import type { FileLock } from '../../src/system/file-lock.ts';
import { CACHE } from '../../src/system/project.ts';
import { writeAtomically } from '../../src/system/write-atomically.ts';
import { explain } from '../failures.ts';
import { countIssues } from '../report.ts';
import { compareSites } from './compare-sites.ts';
import { describeDifference } from './describe-difference.ts';
import { placedFiles } from './placed-files.ts';
import type { PlacedFiles } from './placed-files.ts';
import { newIssues } from './new-issues.ts';
import { buildBy, newBureauBy } from './run-engine.ts';
import { stateOf } from './state-of-folders.ts';

const FOLDER = join(CACHE, 'upgrade');
/** Where the results of both engines lie: the site that each builds, and the files that each puts into a bureau's folder. */
export const PLACES = {
  folder: FOLDER,
  old: { site: join(FOLDER, 'old/site'), files: join(FOLDER, 'old/files') },
  now: { site: join(FOLDER, 'new/site'), files: join(FOLDER, 'new/files') },
  /** All that differs. */
  list: join(FOLDER, 'changes.txt'),
};
/** So many new problems are shown; all are in the file. */
const SHOWN = 20;

/** A path as the person at the terminal would type it. */
export function shown(path: string): string {
  return relative(process.cwd(), path).replaceAll('\\', '/');
}

/** Held until this process ends: a lock that nobody holds is collected, and free. */
let lock: FileLock | undefined;

/** False where another upgrade holds this folder; the lock is free when this process ends, however it ends. */
export function lockUpgrade(site: SiteOptions): boolean {
  try {
    lock = tryLock(join(FOLDER, 'lock'), 'exclusive');
  } catch (error) {
    return explain(error, site);
  }
  return lock !== undefined;
}

/**
 * What an engine puts into a new bureau's folder.
 * @param folder where that is made
 * @throws EngineError
 */
export async function freshFiles(
  engine: string,
  folder: string,
  repository: string,
): Promise<PlacedFiles> {
  await rm(folder, { recursive: true, force: true });
  await newBureauBy(engine, folder, repository);
  return placedFiles(folder);
}

export interface Comparison {
  site: SiteOptions;
  /** Of each the old one's and the new one's. */
  engines: readonly [string, string];
  names: readonly [string, string];
  issues: readonly [readonly Issue[], readonly Issue[]];
}

/** Says what is done, does it, and ends the command where an engine fails. */
export type Step = <T>(doing: string, failed: string, work: () => Promise<T>) => Promise<T>;

/** Builds the site by both engines and says what readers would see. */
export async function tellDifference(
  { site, engines, names, issues }: Comparison,
  step: Step,
): Promise<void> {
  const roots = [site.roots.content, site.roots.public];
  const before = await stateOf(roots);
  await step('正在用现在的程序生成网站', '现在的程序生成不了网站。', () =>
    buildBy(engines[0], { ...site, out: PLACES.old.site }),
  );
  await step('正在用新的程序生成网站', '新的程序生成不了网站。', () =>
    buildBy(engines[1], { ...site, out: PLACES.now.site }),
  );
  if ((await stateOf(roots)) !== before) {
    explain(Object.assign(new Error('content changed'), { code: 'ECONTENTCHANGED' }), site);
  }
  const difference = await compareSites(PLACES.old.site, PLACES.now.site);
  const settings = await readSettings(site.roots.content, pathAsStaffSeeIt(site.roots.content));
  const base = new URL(settings.site?.value.url ?? 'https://localhost/').pathname;
  const columns = settings.columns?.value ?? [];
  const { lines, vanished, whole, example } = describeDifference(difference, { base, columns });
  const found = newIssues(...issues);
  const gone = newIssues(issues[1], issues[0]).length;
  await writeAtomically(
    PLACES.list,
    [
      `程序 ${names[0]} → ${names[1]}`,
      '',
      ...whole,
      ...(found.length > 0 ? [`新的程序多查出的问题（${found.length}）`, formatIssues(found)] : []),
    ].join('\n') + '\n',
  );
  console.log(`\n程序：${names.map(printable).join(' → ')}`);
  for (const line of lines) console.log(line);
  if (found.length > 0) {
    console.log(
      `新的程序多查出的问题，${countIssues(found)}：\n${formatIssues(found.slice(0, SHOWN))}`,
    );
    if (found.length > SHOWN) console.log(`……另有 ${found.length - SHOWN} 个。`);
  }
  if (gone > 0) console.log(`现在查出的问题，有 ${gone} 个新的程序不再提。`);
  for (const line of vanished) console.error(line);
  console.log(`全部列在 ${shown(PLACES.list)}`);
  if (example !== undefined) {
    const [old, now] = [PLACES.old.site, PLACES.now.site].map((folder) =>
      shown(join(folder, example)),
    );
    console.log(
      `看一页怎么变：git diff --no-index --word-diff=porcelain ${old} ${now} | grep "^[-+]"`,
    );
  }
}
