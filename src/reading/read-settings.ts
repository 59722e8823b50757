/** The bureau's settings: the YAML files of `content/`. */
import { join } from 'node:path';
import { columnsSchema } from '../model/columns.ts';
import type { Column } from '../model/columns.ts';
import type { BureauWords } from '../model/bureau-words.ts';
import type { Issue } from '../model/issue.ts';
import { deductionsSchema, NO_DEDUCTIONS } from '../model/deductions.ts';
import { migratedSchema } from '../model/migrated.ts';
import { reportedSchema } from '../model/reported.ts';
import { siteSchema } from '../model/site-config.ts';
import type { SiteConfig } from '../model/site-config.ts';
import { waiversSchema } from '../model/waivers.ts';
import type { Waiver } from '../model/waivers.ts';
import { unitsSchema } from '../model/units.ts';
import type { Unit } from '../model/units.ts';
import { redirectsSchema, wordingSchema, wordsOfList } from '../model/word-lists.ts';
import type { Redirect, WordingRule } from '../model/word-lists.ts';
import type { YamlPath } from '../model/yaml-text.ts';
import { readYamlFile } from './read-yaml-file.ts';

/** A file of settings that is in order, and where its parts stand. */
export interface SettingsFile<T> {
  /** As staff see it. */
  file: string;
  value: T;
  lineOf(path: YamlPath): number;
}

export interface Settings {
  /** Undefined when it is not in order; so are the columns. */
  site: SettingsFile<SiteConfig> | undefined;
  columns: SettingsFile<Column[]> | undefined;
  /** Of a file that is not in order nothing is known. */
  redirects: SettingsFile<Redirect[]>;
  wording: WordingRule[];
  /** By which its texts are judged. */
  bureau: BureauWords;
  waivers: SettingsFile<Waiver[]>;
  issues: Issue[];
}

/** @param content absolute path of `content/` */
export async function readSettings(
  content: string,
  staffPath: (path: string) => string,
): Promise<Settings> {
  const at = (name: string) => [join(content, name), staffPath(join(content, name))] as const;
  const site = await readYamlFile(...at('site.yaml'), siteSchema);
  const columns = await readYamlFile(...at('columns.yaml'), columnsSchema);
  const wording = await readYamlFile(...at('wording.yaml'), wordingSchema, []);
  const units = await readYamlFile(...at('units.yaml'), unitsSchema, []);
  const waivers = await readYamlFile(...at('waivers.yaml'), waiversSchema, []);
  const redirects = await readYamlFile(...at('redirects.yaml'), redirectsSchema, []);
  const ofInspection = [
    await readYamlFile(...at('migrated.yaml'), migratedSchema, []),
    await readYamlFile(...at('reported.yaml'), reportedSchema, []),
    await readYamlFile(...at('inspection.yaml'), deductionsSchema, NO_DEDUCTIONS),
  ].flatMap(({ issues }) => issues);
  const { wording: pairs, phrases } = wordsOfList(wording.value ?? []);
  const inOrder = <T>(
    name: string,
    { value, lineOf }: { value: T | undefined; lineOf(path: YamlPath): number },
  ): SettingsFile<T> | undefined =>
    value === undefined ? undefined : { file: at(name)[1], value, lineOf };
  return {
    site: inOrder('site.yaml', site),
    columns: inOrder('columns.yaml', columns),
    redirects: {
      file: at('redirects.yaml')[1],
      value: redirects.value ?? [],
      lineOf: redirects.lineOf,
    },
    waivers: {
      file: at('waivers.yaml')[1],
      value: waivers.value ?? [],
      lineOf: waivers.lineOf,
    },
    wording: pairs,
    bureau: {
      wording: pairs,
      phrases,
      units: units.value ?? [],
      own: ownNames(site.value, units.value),
    },
    issues: [
      ...[site, columns, wording, units, waivers, redirects].flatMap(({ issues }) => issues),
      ...ofInspection.map(stopsNothing),
    ],
  };
}

/** The inspection alone reads these files, and nothing of them is published: the site does not wait for them. */
function stopsNothing(issue: Issue): Issue {
  return issue.level === 'stop' ? { ...issue, level: 'warn' } : issue;
}

/** Who speaks on the site. */
function ownNames(site: SiteConfig | undefined, units: readonly Unit[] = []): string[] {
  const owners = site ? [site.sponsor, site.organizer ?? ''] : [];
  const ofUnits = units.filter(({ own }) => own).flatMap(({ name, short = '' }) => [name, short]);
  return [...owners, ...ofUnits].filter((name) => name !== '');
}
