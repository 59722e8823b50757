/**
 * What scripts say: each group is a module in `<language>/scripts/`, of constants that the compiler writes where they are used,
 * so that a script carries its own words and no others. Scripts import those of `zh-CN/`; `renderer/language-of-scripts.ts`
 * gives them the site's. That a language has them all is checked by types, in its `scripts.ts`.
 */
import type { Language } from './languages.ts';

export interface ScriptLabels {
  gallery: GalleryLabels;
  leaving: LeavingLabels;
  tools: ScriptToolLabels;
  pictures: PictureLabels;
  viewer: ViewerLabels;
  reader: ReaderLabels;
  views: ViewLabels;
  results: ResultLabels;
  offers: OfferLabels;
  otherSearches: OtherSearchLabels;
  nearSearches: NearSearchLabels;
}

interface GalleryLabels {
  /** Which of its pictures is shown; the page says it first. */
  place(number: number, count: number): string;
}

/** Asked before a link leaves the government's sites. */
interface LeavingLabels {
  title: string;
  text: string;
  stay: string;
  go: string;
}

interface ScriptToolLabels {
  copied: string;
  notCopied: string;
  /** Of the tags of voices that read the language. */
  voice: RegExp;
}

interface PictureLabels {
  /** Name of a picture without one. @param number from 1 on */
  picture(number: number): string;
  /** Before its name, on the button that shows it large. */
  enlarge: string;
  /** The same where a caption tells what it shows. @param number from 1 on */
  enlargeTold(number: number): string;
}

interface ViewerLabels {
  viewer: string;
  /** Behind the caption: 2/5 */
  place(number: number, count: number): string;
  previous: string;
  next: string;
  close: string;
}

interface ReaderLabels {
  /** What is read where no voice says of itself what it speaks. */
  language: string;
  /** Beginnings of the tags of voices, the best first. */
  voices: readonly string[];
  reader: string;
  pause: string;
  goOn: string;
  previous: string;
  next: string;
  stop: string;
  speed: string;
  slow: string;
  usual: string;
  fast: string;
}

interface ViewLabels {
  /** Behind a number with one decimal at most. */
  tenThousand: string;
}

/** What the search page says; `quote` puts marks around words that may hold some. */
interface ResultLabels {
  /** Of the site. */
  language: Language;
  loading: string;
  counting: string;
  broken: string;
  offline: string;
  retry: string;
  marksAlone: string;
  found(articles: number): string;
  foundWithPages(articles: number, pages: number): string;
  foundAtLeast(articles: number): string;
  uncounted(found: string): string;
  /** A text as it is shown: numbers with dashes keep their order. */
  figures(text: string): string;
  quote(words: string): string;
  list(words: readonly string[]): string;
  /** How the query was read, behind what was found. */
  notes(notes: readonly string[]): string;
  readAs(said: string, date: string): string;
  alsoFound(others: string): string;
  cut(length: number): string;
  noneInRange(query: string): string;
  none(query: string): string;
  /** Below the offer of what was published in the year that is asked for. */
  notWorded(query: string): string;
  /** What was asked is days or months, and nothing is of them. */
  nothingOf(dates: string): string;
  /** A query that asks for the telephone number, not for texts. */
  asksForPhone: RegExp;
  inNoPage(terms: string): string;
  notTogether: string;
  advice: string;
  /** Behind a choice of a filter: how many it leaves. */
  counted(label: string, count: number): string;
}

/** Other searches and pages that are offered. */
interface OfferLabels {
  column(name: string): string;
  source(name: string): string;
  literal(words: string): string;
  ofYear(year: string, query: string): string;
}

/** Those that are offered where nothing was found. */
interface OtherSearchLabels {
  meant(query: string): string;
  withoutMarks: string;
  without(terms: string): string;
  withoutFilters: string;
}

interface NearSearchLabels {
  meant(query: string): string;
  apart(query: string): string;
  only(query: string): string;
  /** Leads to what is of a day or a month. */
  ofDate(date: string): string;
}
