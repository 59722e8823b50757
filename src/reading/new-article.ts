/** The text of an article that has just been begun. */
import type { z } from 'zod';
import { articleSchema } from '../model/article.ts';
import type { Column } from '../model/columns.ts';
import { consultationSchema } from '../model/consultation.ts';
import { documentSchema } from '../model/official-document.ts';

export interface NewArticle {
  title: string;
  source: string;
  /** `YYYY-MM-DD HH:MM`, Beijing time. */
  date: string;
  category: string;
  /** Only of one that is no more: it has no text, and no other field. */
  withdrawn?: { date: string; reason: string };
}

/** The field that is a group of fields, by the style of the columns whose articles have it. */
const GROUPS: Partial<Record<Column['style'], { key: string; schema: z.ZodObject }>> = {
  policy: { key: 'document', schema: documentSchema },
  consultation: { key: 'consultation', schema: consultationSchema },
};

/**
 * Front matter that is in order, the other fields named in comments, and an empty body.
 * @param style of its column: of policy documents and of consultations the fields of one are named, too
 */
export function newArticle(
  { withdrawn, ...fields }: NewArticle,
  style: Column['style'] = 'headlines',
): string {
  const group = GROUPS[style];
  const written = Object.entries(fields).map(([key, value]) => `${key}: ${yamlValue(value)}`);
  if (withdrawn) {
    const { date, reason } = withdrawn;
    const said = `withdrawn: { date: ${date}, reason: '${reason.replaceAll("'", "''")}' }`;
    return ['---', ...written, said, '---', ''].join('\n');
  }
  const others = Object.entries(articleSchema.shape)
    .filter(([key]) => !(key in fields))
    .flatMap(([key, field]) => {
      const { title = '', description = '' } = field.meta() ?? {};
      if (key === group?.key) return [`# ${key}:`, ...groupLines(group.schema)];
      return [`# ${key}:   ${title}，${description}`];
    });
  return [
    '---',
    ...written,
    '# 下面各项按需要使用：删掉行首的「# 」，把后面的说明换成内容。',
    ...others,
    '---',
    '',
    '',
  ].join('\n');
}

/** Below `document:`, two spaces in when the sign is taken away. */
function groupLines({ shape }: z.ZodObject): string[] {
  return Object.entries(shape).map(([key, field]) => {
    const { title = '', description = '' } = field.meta() ?? {};
    return `#   ${key}:   ${title}，${description}`;
  });
}

/** Quoted wherever YAML could read something else than the words. */
export function yamlValue(value: string): string {
  return /^[\p{L}\p{N}][^:#]*$|^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/u.test(value)
    ? value
    : `'${value.replaceAll("'", "''")}'`;
}
