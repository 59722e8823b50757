/** The file of an article that was imported: what its head says as front matter, and the body below. */
import { daysBetween } from '../inspection/days.ts';
import { DAYS_ALLOWED, oldestDate } from '../inspection/history/allowed-dates.ts';
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
  /** Undefined where nobody said one: the file then has none, and is not published before it has. */
  title: string | undefined;
  /** `YYYY-MM-DD` with or without a time. */
  date: string;
  source: string;
  /** Of the whole file. */
  text: string;
  notices: ImportNotice[];
}

export function importedArticle(
  { head, body, notices }: ImportedText,
  choices: ImportChoices,
): ImportedArticle {
  const title = (choices.title ?? head.title) || undefined;
  const said: ImportNotice[] = [];
  const source = choices.source ?? head.source ?? choices.sponsor;
  const date = choices.date ?? head.date ?? choices.now;
  if ([...(title ?? '')].length > LONGEST_TITLE)
    said.push({ message: `标题超过 ${LONGEST_TITLE} 个字，请缩短。` });
  if (choices.source === undefined && head.source === undefined) {
    said.push({ message: `稿件里没有写来源，先写了“${source}”，请核对。` });
  }
  if (choices.date === undefined && head.date === undefined) {
    said.push({ message: `稿件里没有写发布日期，先写了 ${date}，请核对。` });
  }
  said.push(...datedBefore(date.slice(0, 10), choices.now.slice(0, 10)));
  const fields = [
    ...optional('title', title),
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

/** What inspectors would say of a date that is older than the day on which its article is published. */
function datedBefore(day: string, today: string): ImportNotice[] {
  if (day >= oldestDate(today)) return [];
  const days = daysBetween(day, today);
  return [
    {
      message: `发布日期 ${day} 比今天早 ${days} 天，超过 ${DAYS_ALLOWED} 个工作日：按这个日期发布，检查时算日期弄虚作假。今天才发布的，改成今天；以前发布过、现在补登的，先请管理网站的同志登记补登人和原因（content/migrated.yaml）。`,
    },
  ];
}

function optional(name: string, value: string | undefined): string[] {
  return value === undefined ? [] : [`${name}: ${yamlValue(value)}`];
}
