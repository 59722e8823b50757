/** What readers see of an article's fields, as blocks. */
import type { ArticleFields } from '../model/article.ts';
import { lineIn } from '../model/field-lines.ts';
import type { FieldLines } from '../model/field-lines.ts';
import { privateWords } from '../model/private-words.ts';
import { fieldBlock } from '../model/reader-text.ts';
import type { BlockKind, ReaderBlock } from '../model/reader-text.ts';

export function seenFields(fields: Partial<ArticleFields>, lines: FieldLines): ReaderBlock[] {
  const { title, subtitle, summary, attachments = [], corrections = [] } = fields;
  const seen: [BlockKind, string, string | undefined][] = [
    ['title', 'title', title],
    ['title', 'subtitle', subtitle],
    ['summary', 'summary', summary],
    ...attachments.map((each, index): (typeof seen)[number] => [
      'caption',
      `attachments/${index}`,
      each.title,
    ]),
    ...corrections.map((each, index): (typeof seen)[number] => [
      'summary',
      `corrections/${index}`,
      each.note,
    ]),
  ];
  return [...seen, ...names(fields)].flatMap(([kind, field, text]) =>
    text === undefined ? [] : [fieldBlock(kind, text, lineIn(lines, field))],
  );
}

/** Of names what is private alone: they are no sentences. */
function names(fields: Partial<ArticleFields>): [BlockKind, string, string][] {
  const { source, author, editor, reviewers, keywords, cover, attachments = [] } = fields;
  const shown: [string, string | undefined][] = [
    ...Object.entries({ source, author, editor, cover }),
    ...Object.entries({ reviewers, keywords }).map(([field, all]): [string, string | undefined] => [
      field,
      all?.join('\n'),
    ]),
    ...attachments.map(({ file }, index): [string, string] => [`attachments/${index}`, file]),
  ];
  return shown.flatMap(([field, text = '']) =>
    privateWords(text).map((words): [BlockKind, string, string] => ['caption', field, words]),
  );
}
