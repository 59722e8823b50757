/** The fields of an article that have a form of their own, by the schema's own labels and help. */
import type { z } from 'zod';
import { partOf } from '../../changes/edit-document.ts';
import { articleSchema } from '../../model/article.ts';
import { documentSchema } from '../../model/official-document.ts';
import { isRequired } from '../../model/schema-shape.ts';
import type { SimpleField } from '../../changes/edit-fields.ts';
import type { DeskField } from '../api.ts';

const KINDS: Readonly<Record<Exclude<SimpleField, 'draft'>, DeskField['kind']>> = {
  title: 'line',
  category: 'column',
  source: 'line',
  date: 'date',
  subtitle: 'line',
  author: 'line',
  editor: 'line',
  reviewers: 'words',
  summary: 'lines',
  keywords: 'words',
  cover: 'line',
  gallery: 'yes-no',
  pinned: 'yes-no',
  expires: 'date',
  explains: 'line',
  'document.number': 'line',
  'document.issuer': 'words',
  'document.signed': 'day',
  'document.index': 'line',
  'document.theme': 'line',
  'document.status': 'line',
  'document.until': 'day',
  'document.ended': 'day',
  'document.replacedBy': 'line',
};
/** Characters, as the schema has them. */
const LONGEST: Partial<Record<SimpleField, number>> = {
  title: 120,
  subtitle: 120,
  source: 80,
  author: 80,
  editor: 80,
  summary: 300,
  explains: 100,
};

/** Where the schema speaks of what is written in a file. */
const HELP: Partial<Record<SimpleField, string>> = {
  cover: '下面“图片和附件”里一张图片的名称，例如 1.jpg。',
  gallery: '勾上，正文里的图片做成图集，一张一张地看。',
  pinned: '勾上，放在栏目最前面。',
};

/** In the order of the form. */
export const FORM_FIELDS = Object.keys(KINDS) as Exclude<SimpleField, 'draft'>[];

export function deskFields(): DeskField[] {
  return FORM_FIELDS.map((name) => {
    const { title = name, description = '' } = schemaOf(name)?.meta() ?? {};
    return {
      name,
      ...(partOf(name) === undefined ? {} : { group: DOCUMENT }),
      label: title,
      help: HELP[name] ?? description,
      isRequired: partOf(name) === undefined && isRequired(articleSchema, [name]),
      kind: KINDS[name],
      longest: LONGEST[name] ?? 0,
    };
  });
}

/** `缺少标题（title）。`: what is missing has no line of its own. */
export function missingField(message: string): string | undefined {
  return /^缺少[^（]*（(\w+)）。$/u.exec(message)?.[1];
}

/** The form says of fields what they are called, and never their keys. */
export function withoutKeys(message: string): string {
  return message.replaceAll(/（(\w+)）/g, (whole, key) => (KEYS.has(key) ? '' : whole));
}

const KEYS = new Set([...FORM_FIELDS, 'draft', 'withdrawn', 'corrections'].map(lastPart));

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** 公文 */
const DOCUMENT = articleSchema.shape.document.meta()?.title ?? '';

function schemaOf(name: string): z.ZodType | undefined {
  const part = partOf(name);
  const shape: Readonly<Record<string, z.ZodType>> =
    part === undefined ? articleSchema.shape : documentSchema.shape;
  return shape[part ?? name];
}

/** @param name of a field, or of a part of one: `document.number` */
function writtenIn(written: Readonly<Record<string, unknown>>, name: string): unknown {
  const part = partOf(name);
  if (part === undefined) return written[name];
  const { document } = written;
  const isGroup = typeof document === 'object' && document !== null;
  return isGroup ? (document as Record<string, unknown>)[part] : undefined;
}

/** What the form shows of fields as they are written; what it cannot show as one line is left out. */
export function formValues(written: Readonly<Record<string, unknown>>): Record<string, string> {
  const values: Record<string, string> = {};
  for (const name of FORM_FIELDS) {
    const value = writtenIn(written, name);
    if (typeof value === 'string') values[name] = value;
    else if (Array.isArray(value) && value.every((each) => typeof each === 'string'))
      values[name] = value.join('、');
  }
  return values;
}
