/** One article's file → what its front matter and its body say. */
import { articleFieldNames, articleSchema, articleSynonyms } from '../model/article.ts';
import type { ArticleFields, ArticleFile } from '../model/article.ts';
import { articleDateIssues } from './article-dates.ts';
import { consultationIssues } from './consultation-issues.ts';
import { documentIssues } from './document-issues.ts';
import { saysDraft } from './draft-issues.ts';
import { fieldLines } from '../model/field-lines.ts';
import { readFrontMatter } from './front-matter.ts';
import { inspectText } from './inspect-text.ts';
import type { TextToInspect } from './inspect-text.ts';
import { plainForms } from '../model/plain-forms.ts';
import { isRepost } from '../rules/repost.ts';
import { schemaIssues } from '../model/schema-issues.ts';
import { inspectWords } from '../rules/text/inspect-words.ts';
import { seenFields, seenOfWithdrawn } from './seen-fields.ts';
import { secondFrontMatter } from './second-front-matter.ts';
import { isInConflict, textDamage } from './text-damage.ts';
import { decodeFile, textDigest } from './text-file.ts';
import type { KnownText } from './content-memory.ts';
import type { BureauWords } from '../model/bureau-words.ts';

/**
 * Depends on the bytes, the file's place and the rules alone, so that the result can be remembered. With issues it holds
 * what could be read, so that the other checks find their problems in the same run.
 */
export function readArticle(place: ArticleFile, bytes: Buffer, bureau: BureauWords): KnownText {
  const { file, format } = place;
  const nothing = { lines: {} };
  const read = decodeFile(bytes, file);
  if ('issue' in read) return { ...nothing, issues: [read.issue] };
  const damage = textDamage(read.text, file);
  if (isInConflict(read.text)) return { ...nothing, issues: damage };

  const front = readFrontMatter(read.text, file, articleFieldNames);
  const { data, body, bodyLine, lineOf, lineText, unread, issues } = front;
  issues.push(...damage, ...secondFrontMatter(body, bodyLine, file));
  const inspect = (title = '', titleLine = 1, more: Partial<TextToInspect> = {}) =>
    // Where nothing was understood, there is no body to judge.
    body === '' && issues.length > 0
      ? { issues: [], facts: { excerpt: '', references: [] } }
      : inspectText({ body, file, format, bodyLine, title, titleLine, ...more }, bureau);
  if (data === undefined) {
    const own = saysDraft(read.text)
      ? issues.map((issue) => ({ ...issue, draft: true as const }))
      : issues;
    return { ...nothing, issues: [...own, ...inspect().issues] };
  }
  const plain = plainForms(data);
  const parsed = articleSchema.safeParse(plain, { reportInput: true });
  if (!parsed.success) {
    const from = { file, lineOf, lineText, unread };
    const rules = { schema: articleSchema, synonyms: articleSynonyms, hasBody: true as const };
    issues.push(...schemaIssues(parsed.error, { ...from, ...rules }));
  }
  const fields = parsed.success ? parsed.data : readableFields(plain);
  issues.push(...articleDateIssues(fields, place, lineOf));
  issues.push(...documentIssues(fields, { file, lineOf, lineText }));
  issues.push(...consultationIssues(fields, { file, lineOf }));
  const lines = fieldLines(plain, lineOf);
  const digest = textDigest(read.text);
  if (fields.withdrawn) {
    const seen = { file, isRepost: false, day: fields.date?.slice(0, 10), bureau };
    issues.push(...inspectWords(seenOfWithdrawn(fields, lines), seen));
    return { text: { ...withdrawnText(fields), bodyLine, digest }, lines, issues };
  }
  const inspected = inspect(fields.title, lines['title'], {
    fields: seenFields(fields, lines),
    day: fields.date?.slice(0, 10),
    attachments: fields.attachments?.length ?? 0,
    isRepost: isRepost(fields, bureau.own),
    issues,
  });
  const text = { ...fields, ...inspected.facts, bodyLine, digest };
  return { text, lines, issues: [...issues, ...inspected.issues] };
}

/** Readers see none of its body, pictures and files: they may be there yet, and may be gone. */
function withdrawnText(fields: Partial<ArticleFields>) {
  const { attachments: _, cover: __, ...others } = fields;
  return { ...others, excerpt: '', references: [] };
}

/** The fields that are in order. */
function readableFields(data: Readonly<Record<string, unknown>>): Partial<ArticleFields> {
  const entries = Object.entries(articleSchema.shape).flatMap(([key, field]) => {
    const { success, data: value } = field.safeParse(data[key]);
    return success && value !== undefined ? [[key, value]] : [];
  });
  return Object.fromEntries(entries) as Partial<ArticleFields>;
}
