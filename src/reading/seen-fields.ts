/** What readers see of an article's fields, as blocks. */
import type { ArticleFields } from '../model/article.ts';
import { lineIn } from '../model/field-lines.ts';
import type { FieldLines } from '../model/field-lines.ts';
import {
  privateWords,
  privateWordsOfAddress,
  privateWordsOfOther,
} from '../model/private-words.ts';
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

/** Of an article that was taken back readers see the title and the reason. */
export function seenOfWithdrawn(
  { title = '', withdrawn }: Partial<ArticleFields>,
  lines: FieldLines,
): ReaderBlock[] {
  return [
    ...privateWords(title).map((words) => fieldBlock('title', words, lineIn(lines, 'title'))),
    ...(withdrawn
      ? [fieldBlock('summary', withdrawn.reason, lineIn(lines, 'withdrawn/reason'))]
      : []),
  ];
}

/** Of names what is private alone: they are no sentences. */
function names(fields: Partial<ArticleFields>): [BlockKind, string, string][] {
  const { source, author, editor, reviewers, keywords, repost, document, consultation } = fields;
  const { cover, attachments = [], aliases = [] } = fields;
  const shown: [BlockKind, string, string | undefined][] = [
    ['caption', 'source', source],
    ['caption', 'author', author],
    ['caption', 'editor', editor],
    ['caption', 'reviewers', reviewers?.join('\n')],
    ['caption', 'keywords', keywords?.join('\n')],
    ['caption', 'repost', repost?.site],
    ['caption', 'document', document && wordsIn(document)],
    ['caption', 'consultation', consultation && wordsIn(consultation)],
    ['name', 'cover', cover],
    ...attachments.map(({ file }, index): [BlockKind, string, string] => [
      'name',
      `attachments/${index}`,
      file,
    ]),
  ];
  const addresses = [
    ...privateWordsOfAddress(repost?.url ?? '').map((words) => ['repost', words] as const),
    ...aliases.flatMap((alias, index) =>
      privateWordsOfOther(alias).map((words) => [`aliases/${index}`, words] as const),
    ),
  ];
  return [
    ...shown.flatMap(([kind, field, text = '']) =>
      privateWords(text).map((words): [BlockKind, string, string] => [kind, field, words]),
    ),
    ...addresses.map(([field, words]): [BlockKind, string, string] => ['name', field, words]),
  ];
}

function wordsIn(group: Readonly<Record<string, unknown>>): string {
  return Object.values(group)
    .flat()
    .filter((value) => typeof value === 'string')
    .join('\n');
}
