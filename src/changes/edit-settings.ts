/** A column's slug and name written anew in columns.yaml, site.yaml and topics; every other byte stays. */
import { isDeepStrictEqual } from 'node:util';
import type { Column } from '../model/columns.ts';
import { parseYamlText } from '../model/yaml-text.ts';
import { yamlValue } from '../reading/new-article.ts';

interface Names {
  slug: string;
  name: string;
}

/** The new text, which says what was meant when it is read; undefined where that is not certain. */
export function renameInColumns(text: string, old: Column, to: Names): string | undefined {
  return editYaml(text, (entries) =>
    list(entries).flatMap((entry, index) => [
      ...(entry['slug'] === old.slug
        ? [
            { path: [index, 'slug'], was: old.slug, becomes: to.slug },
            { path: [index, 'name'], was: String(entry['name']), becomes: to.name },
          ]
        : []),
      ...(entry['parent'] === old.slug
        ? [{ path: [index, 'parent'], was: old.slug, becomes: to.slug }]
        : []),
    ]),
  );
}

/** The same for the columns of the home page. */
export function renameInHome(text: string, old: Column, to: Names): string | undefined {
  return editYaml(text, (settings) => {
    const { home } = settings as { home?: unknown };
    return list(home).flatMap(({ column }, index) => {
      const was = String(column);
      return [{ path: ['home', index, 'column'], was, becomes: renamedPath(was, old, to) }];
    });
  });
}

/** The same for the sections of a topic's front matter. */
export function renameInTopic(text: string, old: Column, to: Names): string | undefined {
  const [, head = '', fields = '', rest = ''] =
    /^(\uFEFF?---[ \t]*\r?\n)(.*?)(^---[ \t]*\r?$.*)$/ms.exec(text) ?? [];
  const edited = editYaml(fields, (topic) => {
    const { sections } = (topic ?? {}) as { sections?: unknown };
    return list(sections).flatMap(({ category }, index) => {
      if (category === undefined) return [];
      const was = String(category);
      return [{ path: ['sections', index, 'category'], was, becomes: renamedPath(was, old, to) }];
    });
  });
  return edited === undefined ? undefined : head + edited + rest;
}

/** How a column is named afterwards that is written by its slug, its name, or a path of them. */
export function renamedPath(written: string, old: Column, to: Names): string {
  const parts = written.split('/').map((part) => {
    if (part === old.slug) return to.slug;
    return part === old.name ? to.name : part;
  });
  return parts.join('/');
}

interface YamlEdit {
  path: readonly (string | number)[];
  was: string;
  becomes: string;
}

function editYaml(text: string, find: (value: unknown) => YamlEdit[]): string | undefined {
  const before = parse(text);
  if (!before) return undefined;
  const edits = find(before.value).filter(({ was, becomes }) => was !== becomes);
  const lines = text.split(/(?<=\n)/);
  const expected = structuredClone(before.value);
  for (const { path, was, becomes } of edits) {
    const number = before.lineOf(path) - 1;
    const key = String(path.at(-1));
    const place = new RegExp(
      String.raw`((?:^|[\s{,"'])${key}["']?\s*:\s*)(["']?)${was.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}\2(?=\s*(?:[,}\r\n]|$|\s#))`,
    );
    const line = lines[number];
    if (line === undefined || !place.test(line)) return undefined;
    lines[number] = line.replace(place, (_, head: string) => head + yamlValue(becomes));
    set(expected, path, becomes);
  }
  const result = lines.join('');
  return isDeepStrictEqual(parse(result)?.value, expected) ? result : undefined;
}

function parse(text: string) {
  const { value, issues, lineOf } = parseYamlText(text.replace(/^\uFEFF/, ''), '');
  return issues.length > 0 ? undefined : { value: value as unknown, lineOf };
}

function list(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? (value as Record<string, unknown>[]) : [];
}

function set(value: unknown, path: YamlEdit['path'], to: string): void {
  let place = value as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) place = place[key] as Record<string | number, unknown>;
  place[path.at(-1) ?? ''] = to;
}
