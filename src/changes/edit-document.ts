/** One item of `document:` (公文), a line of its own below it: written, changed or taken away; the others stay as they are. */
import type { FieldLines } from '../model/field-lines.ts';
import type { OfficialDocument } from '../model/official-document.ts';
import { yamlValue } from '../reading/new-article.ts';

export type DocumentPart = keyof OfficialDocument;
/** As one field among others: `document.number`. */
export type DocumentField = `document.${DocumentPart}`;

/** As they are written, before the schema. */
type Fields = Readonly<Record<string, unknown>>;

const GROUP = 'document';

/** @returns undefined for a field that is no part of a document */
export function partOf(field: string): string | undefined {
  return field.startsWith(`${GROUP}.`) ? field.slice(GROUP.length + 1) : undefined;
}

/** What fields say once that part says something else; a document without parts is none. */
export function withPart(before: Fields, part: string, value: unknown): Fields {
  const { [GROUP]: written, ...others } = before;
  const { [part]: _, ...rest } = isGroup(written) ? written : {};
  const document = value === undefined ? rest : { ...rest, [part]: value };
  return Object.keys(document).length === 0 ? others : { ...others, [GROUP]: document };
}

/**
 * @param lines of the file, with their ends; changed in place
 * @param end index of the line with the second `---`
 * @param at 1-based lines of fields
 * @returns false where it is written in another way than a line each
 */
export function spliceDocument(
  { lines, lineEnd }: { lines: string[]; lineEnd: string },
  {
    part,
    value,
    end,
    at,
  }: { part: string; value: string | undefined; end: number; at: FieldLines },
  exchange: (lines: string[], place: number, value: string | undefined) => boolean,
): boolean {
  const head = at[GROUP];
  const own = at[`${GROUP}/${part}`];
  const parts = Object.keys(at).filter((name) => name.startsWith(`${GROUP}/`));
  const last = Math.max(...parts.map((name) => at[name] ?? 0), 0);
  if (head === undefined) {
    if (value === undefined) return true;
    lines.splice(end, 0, `${GROUP}:${lineEnd}`, `  ${part}: ${yamlValue(value)}${lineEnd}`);
    return true;
  }
  // In braces, or written as something else.
  if (own === head || last <= head) return false;
  if (own !== undefined) {
    const isOnly = value === undefined && parts.length === 1;
    if (!exchange(lines, own - 1, value)) return false;
    if (isOnly) lines.splice(head - 1, 1);
    return true;
  }
  if (value === undefined) return true;
  const indent = /^\s*/.exec(lines[last - 1] ?? '')?.[0] ?? '';
  lines.splice(last, 0, `${indent}${part}: ${yamlValue(value)}${lineEnd}`);
  return true;
}

function isGroup(written: unknown): written is Fields {
  return typeof written === 'object' && written !== null && !Array.isArray(written);
}
