/** Where an article's fields stand in its file: plain data, so that it can be kept between builds. */
import type { YamlPath } from './yaml-text.ts';

/** 1-based lines by field; items of a list as `attachments/0`, fields of a group as `document/number`. */
export type FieldLines = Readonly<Record<string, number>>;

export function fieldLines(
  data: Readonly<Record<string, unknown>>,
  lineOf: (path: YamlPath) => number,
): FieldLines {
  const entries = Object.entries(data).flatMap(([key, value]) => [
    [key, lineOf([key])] as const,
    ...partsOf(value).map((part) => [`${key}/${part}`, lineOf([key, part])] as const),
  ]);
  return Object.fromEntries(entries);
}

function partsOf(value: unknown): (string | number)[] {
  if (Array.isArray(value)) return [...value.keys()];
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}

/** The line of a field, of the list it is in, or the first. */
export function lineIn(lines: FieldLines, field: string): number {
  return lines[field] ?? lines[field.split('/')[0] ?? ''] ?? 1;
}
