/** What the page sends as the article's file: fields that changed, the body, and no other byte. */
import type { ArticleFile } from '../../model/article.ts';
import { editFieldsOf } from '../../changes/edit-fields.ts';
import type { FieldEdit } from '../../changes/edit-fields.ts';
import type { Refusal, SavedArticle } from '../api.ts';
import { FORM_FIELDS } from './desk-fields.ts';
import type { Source } from './open-article.ts';
import { textsIn } from './request-body.ts';

/** Longer is no article; the reader of files refuses it, too. */
const LONGEST = 5_000_000;

/** What a page sent to be saved; undefined where it is something else. */
export function savedIn(
  asked: Readonly<Record<string, unknown>> | undefined,
): SavedArticle | undefined {
  const { source, body, fields } = asked ?? {};
  if (typeof source === 'string') return { source };
  return typeof body === 'string' && isRecord(fields)
    ? { fields: textsIn(fields), body }
    : undefined;
}

/** @returns the file's new text, or why it may not be written */
export function textToSave(
  place: ArticleFile,
  source: Source,
  saved: SavedArticle,
): string | Refusal {
  const written = source.bytes.toString('utf8');
  const next = 'source' in saved ? inLineEnds(saved.source, written) : merged(place, source, saved);
  if (typeof next !== 'string') return next;
  return next.length > LONGEST ? { message: '正文太长，没有保存。', fix: '请分成几篇。' } : next;
}

function merged(
  place: ArticleFile,
  source: Source,
  { fields, body }: { fields: Record<string, string>; body: string },
): string | Refusal {
  if (source.text === undefined || source.bodyLine === 1) {
    return { message: '这个文件的开头读不懂，不能按表单保存。', fix: '请在“源文件”里改。' };
  }
  const edits: FieldEdit[] = FORM_FIELDS.filter(
    (field) => (fields[field] ?? '').trim() !== (source.fields[field] ?? '').trim(),
  ).map((field) => ({ field, value: oneLine(fields[field] ?? '') || undefined }));
  const written = source.bytes.toString('utf8');
  const edited = editFieldsOf(place, written, edits);
  if ('problem' in edited) return { message: edited.problem, fix: '请在“源文件”里改。' };
  if (body === source.body) return edited.text;
  const lines = edited.text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
  // Fields may have come or gone: the body is what the old body's lines were, from the end.
  const head = lines.slice(0, lines.length - lineCount(source));
  return (
    head.join('') + inLineEnds(body.endsWith('\n') || body === '' ? body : `${body}\n`, written)
  );
}

/** Lines of the file from the body's first on. */
function lineCount({ bytes, bodyLine }: Source): number {
  const lines = bytes.toString('utf8').match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
  return lines.length - (bodyLine - 1);
}

function oneLine(value: string): string {
  return value.replaceAll(/\s*[\r\n]+\s*/g, ' ').trim();
}

/** A file keeps the line ends that it has. */
function inLineEnds(text: string, written: string): string {
  const end = /\r\n|\n|\r/.exec(written)?.[0] ?? '\n';
  return text.replaceAll(/\r\n|\r|\n/g, end);
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
