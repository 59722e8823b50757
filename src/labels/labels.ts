/**
 * What a site says to its readers, as data: one set a language (`zh-CN/`, `ug/`). A label that a set lacks is a type error.
 * What scripts say is typed in `script-labels.ts`.
 */
import type { LanguageFacts } from './languages.ts';
import type { FrameLabels } from './frame-labels.ts';
import type { ListLabels, RegisterLabels, TopicLabels } from './list-labels.ts';
import type { FindingLabels, WithdrawnLabels } from './finding-labels.ts';
import type {
  ArticleLabels,
  BodyLabels,
  ConsultationLabels,
  DocumentLabels,
  FileLabels,
} from './text-labels.ts';

export interface Labels {
  language: LanguageFacts;
  words: WordLabels;
  dates: DateLabels;
  frame: FrameLabels;
  lists: ListLabels;
  topics: TopicLabels;
  register: RegisterLabels;
  article: ArticleLabels;
  document: DocumentLabels;
  consultation: ConsultationLabels;
  body: BodyLabels;
  files: FileLabels;
  finding: FindingLabels;
  withdrawn: WithdrawnLabels;
}

/** How words are put together. */
export interface WordLabels {
  /** Several names in a row. */
  list(names: readonly string[]): string;
  /** The mark between them, for links in a row. */
  between: string;
  /** The mark between two facts of a line: `PDF 文件，36 KB`. */
  comma: string;
  /** The title of a text in its marks, once, and others within it in their own. */
  title(title: string): string;
  /** Something said in passing: `（12篇）`. */
  aside(words: string): string;
  /** A size, a number with marks in it, an address: read from left to right whatever is beside it. */
  figure(text: string): string;
  /** What belongs to the site, a column, for the description of its page. */
  partOf(site: string, part: string): string;
}

export interface DateLabels {
  /** 2026年 */
  year(year: number | string): string;
  /** 3月, beside its year. @param month 1 to 12 */
  month(month: number): string;
  /** 2026年3月 */
  monthOfYear(year: number | string, month: number): string;
  /** 2026年3月5日, as it stands in a sentence. */
  day(year: number, month: number, day: number): string;
}

/** Words before and after what stands between them: a link, a number that comes late. */
export type Around = readonly [before: string, after: string];
