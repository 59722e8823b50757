/** Fields of the front matter as versions show them: by their labels and in words, never as YAML. */
import { articleSchema } from '../../model/article.ts';
import { shapeWithin } from '../../model/schema-shape.ts';

const SHAPE = articleSchema.shape;

export const FIELD_LABELS: ReadonlyMap<string, string> = new Map(
  Object.entries(SHAPE).map(([name, field]) => [name, field.meta()?.title ?? name]),
);

/** What an article says by saying nothing. */
export const UNWRITTEN = { gallery: 'false', pinned: 'false', draft: 'false' };

/** @param value as it is written, before the schema */
export function fieldWords(name: string, value: unknown): string {
  const nested = Object.hasOwn(SHAPE, name) ? shapeWithin(SHAPE[name as keyof typeof SHAPE]) : {};
  const words = inWords(value, (key) => nested[key]?.meta()?.title ?? key);
  if (!Object.hasOwn(UNWRITTEN, name)) return words;
  if (/^(?:true|yes|是)$/iu.test(words)) return '是';
  return /^(?:false|no|否)$/iu.test(words) ? '否' : words;
}

function inWords(value: unknown, labelOf: (key: string) => string): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) {
    const items = value.map((each) => inWords(each, labelOf));
    return items.join(value.every((each) => typeof each === 'string') ? '、' : '；');
  }
  if (typeof value !== 'object') return String(value as string | number | boolean);
  const parts = Object.entries(value).map(
    ([key, part]) => `${labelOf(key)} ${inWords(part, labelOf)}`,
  );
  return parts.join('，');
}
