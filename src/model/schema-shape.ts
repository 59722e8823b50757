/** What a zod schema says at a path of the data: its fields, and their labels. */
import { z } from 'zod';
import type { YamlPath } from './yaml-text.ts';

/** A schema field's label (字段名) and one line of help, kept as zod metadata. */
export interface FieldMeta {
  title: string;
  description: string;
}

type Def = {
  innerType?: z.ZodType;
  element?: z.ZodType;
  in?: z.ZodType;
  out?: z.ZodType;
};

/** The fields of the object at a path; none where there is no object. */
export function shapeAt(schema: z.ZodType, path: YamlPath): Record<string, z.ZodType> {
  return shape(unwrap(schemaAt(schema, path)));
}

/** The fields of an object, or of each item of a list of objects. */
export function shapeWithin(schema: z.ZodType): Record<string, z.ZodType> {
  const inner = unwrap(schema);
  const { element } = (inner?.def ?? {}) as Def;
  return shape(element ? unwrap(element) : inner);
}

/** The label and the help of the value at a path, or of the list that it is an item of. */
export function metaAt(schema: z.ZodType, path: YamlPath): Partial<FieldMeta> {
  let current = schemaAt(schema, path);
  while (current) {
    const meta = current.meta();
    if (meta?.title) return meta as FieldMeta;
    current = innerOf(current);
  }
  return typeof path.at(-1) === 'number' ? metaAt(schema, path.slice(0, -1)) : {};
}

/** Whether the value at a path may not be left out. */
export function isRequired(schema: z.ZodType, path: YamlPath): boolean {
  return schemaAt(schema, path)?.safeParse(undefined).success === false;
}

/** Follows a path down objects and lists, through optional, default and pipe. */
function schemaAt(schema: z.ZodType, path: YamlPath): z.ZodType | undefined {
  let current: z.ZodType | undefined = schema;
  for (const part of path) {
    current = unwrap(current);
    if (!current) return undefined;
    const fields = shape(current);
    // Staff may write `constructor`; what every object inherits is no field.
    const field = Object.hasOwn(fields, part) ? fields[String(part)] : undefined;
    current = typeof part === 'number' ? (current.def as Def).element : field;
  }
  return current;
}

function unwrap(schema: z.ZodType | undefined): z.ZodType | undefined {
  let current = schema;
  while (current) {
    const inner = innerOf(current);
    if (!inner) return current;
    current = inner;
  }
  return undefined;
}

/** Of a pipe its schema: what comes after `preprocess`, what comes before `transform`. */
function innerOf(schema: z.ZodType): z.ZodType | undefined {
  const def = schema.def as Def;
  if (def.innerType) return def.innerType;
  return def.in instanceof z.ZodTransform ? def.out : def.in;
}

function shape(schema: z.ZodType | undefined): Record<string, z.ZodType> {
  return schema && 'shape' in schema ? (schema.shape as Record<string, z.ZodType>) : {};
}
