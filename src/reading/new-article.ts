/** The text of an article that has just been begun. */
import { articleSchema } from '../model/article.ts';
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

/**
 * Front matter that is in order, the other fields named in comments, and an empty body.
 * @param isPolicy whether its column is of policy documents: then the fields of one are named, too
 */
export function newArticle({ withdrawn, ...fields }: NewArticle, isPolicy = false): string {
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
      if (isPolicy && key === 'document') return ['# document:', ...documentLines()];
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
function documentLines(): string[] {
  return Object.entries(documentSchema.shape).map(([key, field]) => {
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
