/** review.yaml and the records beside it, as they lie in `content/`. */
import { statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Column } from '../model/columns.ts';
import type { Issue } from '../model/issue.ts';
import { nearest } from '../model/nearest.ts';
import { reviewSchema } from '../model/review.ts';
import type { ColumnReview } from '../model/review.ts';
import { ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import type { ContentFiles } from '../reading/content-memory.ts';
import { readYamlFile } from '../reading/read-yaml-file.ts';
import { readRegularFile } from '../system/regular-file.ts';
import { readRecord } from './record-file.ts';
import type { ReadRecord } from './record-file.ts';
import { columnNamed } from './review-plan.ts';

export const reviewColumnRule: Rule = {
  id: 'review/column',
  level: 'stop',
  scope: 'site',
  title: '审核的栏目',
  basis: '写错栏目名称，这个栏目的稿件就没有人审。',
};

export const lostSettingsRule: Rule = {
  id: 'review/no-settings',
  level: 'stop',
  scope: 'site',
  title: '不见了的 review.yaml',
  basis: '没有这个文件，所有栏目的稿件都不用审：不小心删掉的，谁也看不出来。',
};

export const reviewRecordRule: Rule = {
  id: 'review/record',
  level: 'stop',
  scope: 'file',
  title: '审核记录',
  basis: '《互联网政务应用安全管理规定》：信息发布要经过审核，并留下记录。',
};

/** Undefined where review.yaml is not there, or not in order. */
export interface ReviewSettings {
  settings: ColumnReview[];
  issues: Issue[];
}

export const reviewSettingsPath = (content: string): string => join(content, 'review.yaml');

/** @param content absolute path of `content/` */
export async function readReviewSettings(
  content: string,
  columns: readonly Column[],
  staffPath: (path: string) => string,
): Promise<ReviewSettings> {
  const path = reviewSettingsPath(content);
  const file = staffPath(path);
  const { value = [], lineOf, issues } = await readYamlFile(path, file, reviewSchema, []);
  const first = new Map<string, number>();
  const named: Issue[] = [];
  for (const [index, { column }] of value.entries()) {
    const line = lineOf(column === undefined ? [index] : [index, 'column']);
    const found = column === undefined ? undefined : columnNamed(column, columns);
    if (column !== undefined && !found) {
      const meant = nearest(
        column,
        columns.map(({ name }) => name),
      );
      const fix = meant ? `是不是「${meant}」？` : '照着 content/columns.yaml 里的栏目名称写。';
      const message = `栏目（column）写的是「${column}」，columns.yaml 里没有这个栏目。`;
      named.push(ruled(reviewColumnRule, { file, line, message, fix }));
      continue;
    }
    const key = found?.slug ?? '';
    const before = first.get(key);
    if (before !== undefined) {
      const message = `${found ? `栏目「${found.name}」` : '“其余所有栏目”（不写 column 的一条）'}写了两次，第 ${before} 行也有。`;
      named.push(ruled(reviewColumnRule, { file, line, message, fix: '只留一条。' }));
    }
    first.set(key, before ?? line);
  }
  return { settings: value, issues: [...issues, ...named] };
}

const EMPTY: ReadRecord = { events: [], unread: [] };

/** What the record at a path says; nothing where there is none. Not read again where it did not change. */
export function knownRecord(path: string, memory: ContentFiles): ReadRecord {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return EMPTY;
  const known = memory.fact(path, 'record', stats);
  if (known) return known;
  const read = readRegularFile(path);
  if ('obstacle' in read) return { events: [], unread: [1] };
  memory.noteBytes(path, stats, read.bytes);
  const record = readRecord(read.bytes.toString('utf8'));
  memory.note(path, 'record', record, stats);
  return record;
}

/** Paths below `content/review`, `2026/20261101-a.yaml` each. */
export async function recordNames(content: string): Promise<string[]> {
  const root = join(content, 'review');
  const names: string[] = [];
  for (const year of await entriesOf(root)) {
    if (!year.isDirectory()) names.push(year.name);
    else {
      const within = await entriesOf(join(root, year.name));
      for (const { name } of within) names.push(`${year.name}/${name}`);
    }
  }
  return names.filter((name) => !/(?:^|\/)[.~]/.test(name));
}

function entriesOf(folder: string) {
  return readdir(folder, { withFileTypes: true }).catch(() => []);
}
