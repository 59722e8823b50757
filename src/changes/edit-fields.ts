/** One field of an article's front matter written, changed or taken away; every other byte of the file stays. */
import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { articleFieldNames } from '../model/article.ts';
import type { ArticleFile } from '../model/article.ts';
import { fieldLines, lineIn } from '../model/field-lines.ts';
import { plainForms } from '../model/plain-forms.ts';
import { readFrontMatter } from '../reading/front-matter.ts';
import { decodeFile } from '../reading/text-file.ts';
import { yamlValue } from '../reading/new-article.ts';
import type { Refused } from './change.ts';
import { partOf, spliceDocument, withPart } from './edit-document.ts';
import type { DocumentField } from './edit-document.ts';

/** A file's lines with their ends, as they lie on the disk. */
interface Source {
  lines: string[];
  lineEnd: string;
}

/** Fields that are one line of text. Without a value the field is taken away. */
export type SimpleField =
  | ('title' | 'subtitle' | 'source' | 'date' | 'category' | 'author' | 'editor' | 'reviewers')
  | ('summary' | 'keywords' | 'cover' | 'gallery' | 'pinned' | 'draft' | 'expires' | 'explains')
  | DocumentField;

/** What becomes of one field. */
export type FieldEdit =
  | { field: SimpleField; value: string | undefined }
  | { field: 'withdrawn'; value: { date: string; reason: string } | undefined }
  | { field: 'corrections'; value: { date: string; note: string } };

/**
 * @returns the new text, read back: nothing but those fields says something else than before
 */
export async function editFields(
  place: ArticleFile,
  edits: readonly FieldEdit[],
): Promise<{ text: string } | Refused> {
  const bytes = await readFile(place.path);
  return editFieldsOf(place, bytes.toString('utf8'), edits);
}

/** The same of a text that is not on the disk. @param written the whole file */
export function editFieldsOf(
  place: ArticleFile,
  written: string,
  edits: readonly FieldEdit[],
): { text: string } | Refused {
  let text = written;
  for (const edit of edits) {
    const edited = editField(place, text, edit);
    if (edited === undefined) return byHand(place, edit);
    text = edited;
  }
  return { text };
}

function editField(place: ArticleFile, text: string, edit: FieldEdit): string | undefined {
  const before = fieldsOf(place, text);
  if (!before) return undefined;
  const source = sourceOf(text);
  const spliced = splice(source, edit, before);
  if (!spliced) return undefined;
  const result = source.lines.join('');
  const after = fieldsOf(place, result);
  return after && isDeepStrictEqual(after.fields, expected(before.fields, edit))
    ? result
    : undefined;
}

/** As they are written, before the schema. */
type Fields = Readonly<Record<string, unknown>>;

/** What its fields say, and where they stand. */
function fieldsOf({ file }: ArticleFile, text: string) {
  const read = decodeFile(Buffer.from(text), file);
  if ('issue' in read) return undefined;
  const { data, bodyLine, lineOf } = readFrontMatter(read.text, file, articleFieldNames);
  if (data === undefined) return undefined;
  const fields: Fields = plainForms(data);
  return { fields, bodyLine, lines: fieldLines(fields, lineOf) };
}

function expected(before: Fields, edit: FieldEdit): Fields {
  const part = partOf(edit.field);
  if (part !== undefined) return withPart(before, part, edit.value);
  if (edit.field === 'corrections') {
    return { ...before, corrections: [...correctionsOf(before), edit.value] };
  }
  const { [edit.field]: _, ...others } = before;
  return edit.value === undefined ? others : { ...others, [edit.field]: edit.value };
}

function correctionsOf({ corrections }: Fields): unknown[] {
  return Array.isArray(corrections) ? corrections : [];
}

/** The key, a quotation mark, and what stands behind the value: a comment, the line's end. */
const ONE_LINE = /^(\s*[^:：]+[:：]\s*?[ \t]*)(?:(["']).*\2|\S.*?|)((?:\s+#.*)?(?:\r\n|\r|\n)?)$/;

function splice(
  { lines, lineEnd }: Source,
  edit: FieldEdit,
  { fields, bodyLine, lines: at }: NonNullable<ReturnType<typeof fieldsOf>>,
): boolean {
  /** The line with the second `---`. */
  const end = bodyLine - 2;
  const add = (...added: string[]): boolean => {
    lines.splice(end, 0, ...added.map((line) => line + lineEnd));
    return true;
  };
  const part = partOf(edit.field);
  if (part !== undefined) {
    const value = typeof edit.value === 'string' ? edit.value : undefined;
    return spliceDocument({ lines, lineEnd }, { part, value, end, at }, spliceLine);
  }
  const place = lineIn(at, edit.field) - 1;
  switch (edit.field) {
    case 'withdrawn':
      if (edit.value === undefined) {
        if (at[edit.field] === undefined) return true;
        let next = place + 1;
        while (next < end && isWithin(lines[next] ?? '', '')) next += 1;
        lines.splice(place, next - place);
        return true;
      }
      return add(`withdrawn: { date: ${edit.value.date}, reason: ${quoted(edit.value.reason)} }`);
    case 'corrections': {
      const item = `{ date: ${edit.value.date}, note: ${quoted(edit.value.note)} }`;
      const count = correctionsOf(fields).length;
      if (at['corrections'] === undefined) return add('corrections:', `  - ${item}`);
      const last = lineIn(at, `corrections/${count - 1}`) - 1;
      const [, indent] = /^(\s*)-\s/.exec(lines[last] ?? '') ?? [];
      if (indent !== undefined) {
        let next = last + 1;
        while (next < end && isWithin(lines[next] ?? '', indent)) next += 1;
        lines.splice(next, 0, `${indent}- ${item}${lineEnd}`);
        return true;
      }
      const [, list] = /^(.*\S)\s*\]\s*$/s.exec(lines[place] ?? '') ?? [];
      if (list === undefined) return false;
      lines[place] = `${list}${list.endsWith('[') ? '' : ', '}${item}]${lineEnd}`;
      return true;
    }
    default:
      if (at[edit.field] !== undefined) return spliceLine(lines, place, edit.value);
      return edit.value === undefined || add(`${edit.field}: ${yamlValue(edit.value)}`);
  }
}

/** A field of one line: its value exchanged, or the line taken away. */
function spliceLine(lines: string[], place: number, value: string | undefined): boolean {
  if (value === undefined) {
    lines.splice(place, 1);
    return true;
  }
  const [, head, quote, tail = ''] = ONE_LINE.exec(lines[place] ?? '') ?? [];
  if (head === undefined) return false;
  // What was in quotation marks stays in them where they can hold it.
  const isHeld = quote !== undefined && !value.includes(quote) && !value.includes('\\');
  lines[place] = head + (isHeld ? quote + value + quote : yamlValue(value)) + tail;
  return true;
}

/** Whether a line belongs to the item that begins at this indent. */
function isWithin(line: string, indent: string): boolean {
  return line.startsWith(`${indent} `) && line.trim() !== '';
}

/** In braces a comma would end it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function sourceOf(text: string): Source {
  const lines = text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
  return { lines, lineEnd: /\r\n?|\n/.exec(text)?.[0] ?? '\n' };
}

function byHand({ file }: ArticleFile, edit: FieldEdit): Refused {
  const { value } = edit;
  const part = partOf(edit.field);
  const field = part ?? edit.field;
  const place = part === undefined ? '' : ' document 这一项里';
  const shown =
    value === undefined
      ? `删掉 ${field} 这一项`
      : `写上「${field}: ${typeof value === 'string' ? value : inBraces(value)}」`;
  return { problem: `${file} 的写法比较特殊，程序没有改动。请在两行「---」之间${place}${shown}。` };
}

function inBraces(value: object): string {
  const parts = Object.entries(value).map(([key, text]) => `${key}: ${text}`);
  return `{ ${parts.join(', ')} }`;
}
