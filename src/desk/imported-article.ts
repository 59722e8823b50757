/** The file of an article that was imported: what its head says as front matter, and the body below. */
import { LONGEST_TITLE } from '../model/article.ts';
import { yamlValue } from '../reading/new-article.ts';
import type { ImportedText, ImportNotice } from './word/import-text.ts';

/** What the file itself does not say, or is overruled in. */
export interface ImportChoices {
  title: string | undefined;
  /** 来源, where the file names none. */
  sponsor: string;
  source: string | undefined;
  /** `2026-03-05`, or undefined to take the file's. */
  date: string | undefined;
  /** `YYYY-MM-DD HH:MM`, Beijing time, where the file has no date. */
  now: string;
  category: string;
  /** Whether the column is of policy documents. */
  isPolicy: boolean;
  /** Whether readers do not see it yet. */
  isDraft?: boolean;
}

export interface ImportedArticle {
  title: string;
  /** `YYYY-MM-DD` with or without a time. */
  date: string;
  source: string;
  /** Of the whole file. */
  text: string;
  notices: ImportNotice[];
}

/** @returns undefined where neither the file nor who imports it says a title */
export function importedArticle(
  { head, body, notices }: ImportedText,
  choices: ImportChoices,
): ImportedArticle | undefined {
  const title = choices.title ?? head.title;
  if (title === undefined || title === '') return undefined;
  const said: ImportNotice[] = [];
  const source = choices.source ?? head.source ?? choices.sponsor;
  const date = choices.date ?? head.date ?? choices.now;
  if ([...title].length > LONGEST_TITLE)
    said.push({ message: `标题超过 ${LONGEST_TITLE} 个字，请缩短。` });
  if (choices.source === undefined && head.source === undefined) {
    said.push({ message: `稿件里没有写来源，先写了“${source}”，请核对。` });
  }
  if (choices.date === undefined && head.date === undefined) {
    said.push({ message: `稿件里没有写发布日期，先写了 ${date}，请核对。` });
  }
  const fields = [
    `title: ${yamlValue(title)}`,
    ...optional('subtitle', head.subtitle),
    `source: ${yamlValue(source)}`,
    ...optional('author', head.author),
    `date: ${yamlValue(date)}`,
    `category: ${yamlValue(choices.category)}`,
    ...(choices.isDraft ? ['draft: true'] : []),
    ...(choices.isPolicy && head.number !== undefined
      ? ['document:', `  number: ${yamlValue(head.number)}`]
      : []),
  ];
  // In any other column a number is a line of the text.
  const numbered =
    choices.isPolicy || head.number === undefined ? body : `${head.number}\n\n${body}`;
  const firstLine = fields.length + 4 + (numbered === body ? 0 : 2);
  return {
    title,
    date,
    source,
    text: ['---', ...fields, '---', '', numbered].join('\n'),
    notices: [
      ...said,
      ...notices.map(({ line, message }) => ({
        message,
        line: line === undefined ? undefined : line + firstLine - 1,
      })),
    ],
  };
}

function optional(name: string, value: string | undefined): string[] {
  return value === undefined ? [] : [`${name}: ${yamlValue(value)}`];
}
