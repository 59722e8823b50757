/** One article's file → its checked front matter and its body. */
import { articleSchema, articleSynonyms } from './article.ts';
import type { Article, ArticleFields } from './article.ts';
import { hash } from 'node:crypto';
import { NOTHING_NAMED } from './body.ts';
import { fieldLines } from './field-lines.ts';
import type { FieldLines } from './field-lines.ts';
import type { ArticleFile } from './find-files.ts';
import { readFrontMatter } from './front-matter.ts';
import type { Issue } from './issue.ts';
import { schemaIssues } from './schema-issues.ts';
import { isInConflict, textDamage } from './text-damage.ts';
import { readTextFile } from './text-file.ts';

export interface ReadArticle {
  /**
   * Undefined when there is no front matter to read. With issues it holds what could be read, so that the other
   * checks find their problems in the same run. Its column is set by the cross-checks, what is known of its body by
   * `loadContent`.
   */
  article: Article | undefined;
  body: string;
  bodyLine: number;
  lines: FieldLines;
  issues: Issue[];
  /** What is wrong may end without a change of the file: it must not be remembered. */
  isPassing?: boolean;
}

export function readArticle(found: ArticleFile): ReadArticle {
  const nothing = { article: undefined, body: '', bodyLine: 1, lines: {} };
  const read = readTextFile(found.path, found.file);
  if ('issue' in read) {
    return { ...nothing, issues: [read.issue], isPassing: read.isPassing ?? false };
  }
  const damage = textDamage(read.text, found.file);
  if (isInConflict(read.text)) return { ...nothing, issues: damage, isPassing: false };

  const { data, body, bodyLine, lineOf, issues } = readFrontMatter(read.text, found.file);
  issues.push(...damage);
  if (data === undefined) return { ...nothing, body, bodyLine, issues };
  const parsed = articleSchema.safeParse(data);
  if (!parsed.success) {
    const source = { file: found.file, lineOf, schema: articleSchema, synonyms: articleSynonyms };
    issues.push(...schemaIssues(parsed.error, source));
  }
  const fields = parsed.success ? parsed.data : readableFields(data);
  const written = fields.date.slice(0, 10).replaceAll('-', '');
  const named = found.id.slice(0, 8);
  if (/^\d{8}$/.test(named) && written && written !== named) {
    issues.push({
      file: found.file,
      line: lineOf(['date']),
      message: `发布日期（date）是 ${fields.date.slice(0, 10)}，文件名里的日期是 ${named}，两处不一致。`,
      fix: '改成同一天：发布过的稿件不要改日期，改文件名会改变网址。',
    });
  }
  const article: Article = {
    ...fields,
    ...found,
    bodyLine,
    column: '',
    digest: digestOf(read.text),
    excerpt: '',
    references: [],
    named: NOTHING_NAMED,
  };
  return { article, body, bodyLine, lines: fieldLines(data, lineOf), issues };
}

/** The fields that are in order; a required one that is not is empty. */
function readableFields(data: Readonly<Record<string, unknown>>): ArticleFields {
  const entries = Object.entries(articleSchema.shape).flatMap(([key, field]) => {
    const { success, data: value } = field.safeParse(data[key]);
    return success && value !== undefined ? [[key, value]] : [];
  });
  const required = { title: '', source: '', date: '', category: '' };
  return { ...required, ...(Object.fromEntries(entries) as Partial<ArticleFields>) };
}

/** Of the text after its encoding and line ends were made regular. */
function digestOf(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 16);
}
