/** One article's file → its checked front matter and its body. */
import { articleFieldNames, articleSchema, articleSynonyms } from '../model/article.ts';
import type { Article, ArticleFields } from '../model/article.ts';
import { hash } from 'node:crypto';
import { NOTHING_NAMED } from '../model/body.ts';
import { articleDateIssues } from './article-dates.ts';
import { saysDraft } from './draft-issues.ts';
import { fieldLines } from '../model/field-lines.ts';
import type { FieldLines } from '../model/field-lines.ts';
import type { ArticleFile } from './find-files.ts';
import { readFrontMatter } from './front-matter.ts';
import type { Issue } from '../model/issue.ts';
import { plainForms } from '../model/plain-forms.ts';
import { schemaIssues } from '../model/schema-issues.ts';
import { secondFrontMatter } from './second-front-matter.ts';
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

  const front = readFrontMatter(read.text, found.file, articleFieldNames);
  const { data, body, bodyLine, lineOf, lineText, unread, issues } = front;
  issues.push(...damage, ...secondFrontMatter(body, bodyLine, found.file));
  if (data === undefined) {
    const own = saysDraft(read.text)
      ? issues.map((issue) => ({ ...issue, draft: true as const }))
      : issues;
    return { ...nothing, body, bodyLine, issues: own };
  }
  const plain = plainForms(data);
  const parsed = articleSchema.safeParse(plain, { reportInput: true });
  if (!parsed.success) {
    const { file } = found;
    const place = { file, lineOf, lineText, unread };
    const rules = { schema: articleSchema, synonyms: articleSynonyms, hasBody: true as const };
    issues.push(...schemaIssues(parsed.error, { ...place, ...rules }));
  }
  const fields = parsed.success ? parsed.data : readableFields(plain);
  issues.push(...articleDateIssues(fields, found, lineOf));
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
  return { article, body, bodyLine, lines: fieldLines(plain, lineOf), issues };
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
