/** Texts: articles, official documents, bodies and the files beside them. */
import type { Around } from './labels.ts';

/** Those that end with a mark stand before what they name. */
export interface ArticleLabels {
  source: string;
  published: string;
  views: string;
  author: string;
  editor: string;
  reviewers: string;
  attachments: string;
  corrections: string;
  allCorrections: string;
  repostedFrom: string;
  firstPublished: string;
  repostedAddress: string;
  reportMistake: string;
  /** Before the name of a column. */
  more: string;
  ofTopics: string;
  neighbours: string;
  newer: string;
  older: string;
  none: string;
  code: string;
  codeUse: string;
  address: string;
  related: string;
  tools: ToolLabels;
}

interface ToolLabels {
  sizes: string;
  small: string;
  medium: string;
  large: string;
  /** A size by its own name. */
  sizeOf(name: string): string;
  print: string;
  readAloud: string;
  copy: string;
  share: string;
}

/** 有效性, as staff write it. */
export type ValidityName = '有效' | '失效' | '废止' | '已修改';

export interface DocumentLabels {
  index: string;
  number: string;
  issuer: string;
  signed: string;
  published: string;
  theme: string;
  validity: string;
  until: string;
  /** As readers see it: 废止 alone reads as if it were to be done. */
  validities: Readonly<Record<ValidityName, string>>;
  /**
   * Around the day, if it is known, on which a document has lost its force or was changed; one text where it is not.
   * @param which the document at hand, or the one that an interpretation explains
   */
  ended(which: 'this' | 'original', validity: ValidityName): Around;
  endedSome(which: 'this' | 'original', validity: ValidityName): string;
  /** The same of one whose last day is over, around that day. */
  endedByTime(which: 'this' | 'original'): Around;
  /** Before what replaced it. */
  see: string;
  interpretation: string;
  interpretations: string;
  interpretationsCounted(count: number): string;
  original: string;
  explained: string;
}

/** 意见征集 */
export interface ConsultationLabels {
  consultation: string;
  period: string;
  /** Between its first day and its last. */
  to: string;
  /** Before a way to answer that has no name of its own. */
  way: string;
  result: string;
  /** In a word or two, in lists of titles. `answered`: it is over, and the result can be read. */
  states: Readonly<Record<'coming' | 'open' | 'over' | 'answered', string>>;
  /** At the head of its page, once it is over and there is no result. */
  untold: string;
  /** Once there is one. */
  told: string;
  /** The same before the article that tells it. */
  toldBy: string;
  today: string;
  /** @param days from today to the last, 1 or more */
  daysLeft(days: number): string;
  /** Before its last day, in lists. */
  until: string;
  /** Before the consultations that an article tells the result of. */
  answers: string;
  /** One of them, by the day of its publication. */
  ofDay(day: string): string;
  /** The same above their titles. */
  answered: string;
}

/** What is added to a text. */
export interface BodyLabels {
  contents: string;
  linkTo(heading: string): string;
  /** Name of a table without one. @param number from 1 on, among those of a page */
  table(number: number): string;
  footnotes: string;
  /** Name of the captions of a video, which are in the site's language. */
  captions: string;
  /** @param repeat which of several references to the note, from 1 on */
  backToText(number: number, repeat: number): string;
  gallery: GalleryLabels;
}

/** 图集 */
interface GalleryLabels {
  gallery: string;
  /** Name of the strip of pictures, and how they are turned. */
  slides: string;
  /** Name of the links to each. */
  thumbnails: string;
  previous: string;
  next: string;
  /** Which is shown: 第2张，共6张 */
  place(number: number, count: number): string;
  /** @param caption '' for a picture without one */
  thumbnail(number: number, caption: string): string;
}

export interface FileLabels {
  /** By ending, in small letters. */
  kinds: ReadonlyMap<string, string>;
  /** @param ending in capitals; '' for a name without one */
  otherKind(ending: string): string;
  /** How long a video plays. @param time 2分5秒 */
  plays(time: string): string;
  time: TimeLabels;
}

/** Of a length of time. */
interface TimeLabels {
  hours(count: number): string;
  minutes(count: number): string;
  seconds(count: number): string;
  /** Between them. */
  between: string;
}
