/** The names that staff may give the fields of a text: what tells a line of front matter from one of the body. */
import type { z } from 'zod';
import { isRequired } from './schema-shape.ts';

export interface FieldNames {
  /** The field that each name means: title → title, 标题 → title. */
  meant: ReadonlyMap<string, string>;
  /** The fields that must be there. */
  required: ReadonlySet<string>;
}

/** Where it does not matter: any word before a colon may be a field. */
export const ANY_NAMES: FieldNames = { meant: new Map(), required: new Set() };

/** @param synonyms other words for a field */
export function fieldNames(
  schema: z.ZodObject,
  synonyms: Readonly<Record<string, string>>,
): FieldNames {
  const fields = Object.keys(schema.shape);
  return {
    meant: new Map([...fields.map((key) => [key, key] as const), ...Object.entries(synonyms)]),
    required: new Set(fields.filter((key) => isRequired(schema, [key]))),
  };
}
