/** A YAML file of the bureau's read through its schema. */
import type { z } from 'zod';
import type { Issue } from '../model/issue.ts';
import { ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import { schemaIssues } from '../model/schema-issues.ts';
import { obstacleAt } from '../system/regular-file.ts';
import { textDamage } from './text-damage.ts';
import { remarksBehindText } from './remarks-behind-text.ts';
import { settingsTraps } from './settings-traps.ts';
import { shortened } from '../model/shortened.ts';
import { readTextFile, type SizeLimit } from './text-file.ts';
import { readPlainList } from './yaml-lines.ts';
import { parseYamlText } from '../model/yaml-text.ts';
import type { YamlPath } from '../model/yaml-text.ts';

export const missingSettingsRule: Rule = {
  id: 'settings/missing',
  level: 'stop',
  scope: 'file',
  title: '没有的设置文件',
  basis: '没有这个文件，生成不了网站。',
};

export const emptySettingsRule: Rule = {
  id: 'settings/empty',
  level: 'stop',
  scope: 'file',
  title: '空的设置文件',
  basis: '空的设置文件生成不了网站。',
};

export const longSettingsRule: Rule = {
  id: 'settings/too-long',
  level: 'stop',
  scope: 'file',
  title: '太长的设置文件',
  basis: '读得太慢的设置文件会让每次生成都慢。',
};

/** A hundred thousand old addresses are 6 MB. */
const SETTINGS: SizeLimit = {
  bytes: 20_000_000,
  fix: '这是网站的设置文件，请删去重复的、不再需要的行。',
};

/** The parser takes a second of CPU, and 100 MB, for a megabyte; line by line there is no such bound. */
const MOST_TO_PARSE = 8_000_000;

export interface YamlFile<T> {
  value: T | undefined;
  lineOf(path: YamlPath): number;
  issues: Issue[];
}

/**
 * @param path absolute path
 * @param file the path as staff see it
 * @param whenMissing what stands for a file that is not there; without it a missing file is an Issue
 */
export async function readYamlFile<S extends z.ZodType>(
  path: string,
  file: string,
  schema: S,
  whenMissing?: z.output<S>,
): Promise<YamlFile<z.output<S>>> {
  const without = (issues: Issue[]): YamlFile<z.output<S>> => ({
    value: undefined,
    lineOf: () => 1,
    issues,
  });
  if (obstacleAt(path) === 'missing') {
    if (whenMissing !== undefined) return { value: whenMissing, lineOf: () => 1, issues: [] };
    const fix = '请照着示例站点的同名文件建一个。';
    return without([ruled(missingSettingsRule, { file, message: '没有这个文件。', fix })]);
  }
  const read = readTextFile(path, file, SETTINGS);
  if ('issue' in read) return without([read.issue]);
  const damage = textDamage(read.text, file);
  if (damage.length > 0) return without(damage);
  const judged = judge(read.text, file, schema, whenMissing);
  if (judged.issues.length === 0) {
    return { ...judged, issues: remarksBehindText(read.text, file) };
  }
  const traps = settingsTraps(read.text, file);
  if (traps.issues.length === 0) return judged;
  const { issues } = judge(traps.text, file, schema, whenMissing);
  return without([...traps.issues, ...issues]);
}

/** What the text says, if it is in order. */
function judge<S extends z.ZodType>(
  text: string,
  file: string,
  schema: S,
  whenMissing: z.output<S> | undefined,
): YamlFile<z.output<S>> {
  const without = (issues: Issue[]): YamlFile<z.output<S>> => ({
    value: undefined,
    lineOf: () => 1,
    issues,
  });
  const quick = readPlainList(text);
  if ('uncertain' in quick && text.length > MOST_TO_PARSE) {
    return without([tooLong(text, file, quick.uncertain)]);
  }
  const { value, lineOf, lineText, issues } =
    'uncertain' in quick ? parseYamlText(text, file) : quick;
  if (issues.length > 0) return without(issues);
  if (value === '' || value === null || value === undefined) {
    if (whenMissing !== undefined) return { value: whenMissing, lineOf, issues: [] };
    const fix = '请照着示例站点的同名文件填写。';
    return without([ruled(emptySettingsRule, { file, message: '文件是空的。', fix })]);
  }
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return { value: parsed.data, lineOf, issues: [] };
  const source = { file, lineOf, lineText, schema };
  return { value: undefined, lineOf, issues: schemaIssues(parsed.error, source) };
}

function tooLong(text: string, file: string, line: number): Issue {
  const written = text.split('\n')[line - 1] ?? '';
  return ruled(longSettingsRule, {
    file,
    line,
    message: `文件很长，这一行又不是最简单的写法：「${shortened(written)}」，读起来太慢。`,
    fix: '每一项写两行：「- from: 旧地址」和「  to: 新地址」，冒号后面空一格；有特殊符号的内容用英文单引号括起来，备注单独写一行，行首写 #。',
  });
}
