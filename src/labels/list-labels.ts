/** Lists of articles: home page, columns, topics, registers of documents. */

export interface ListLabels {
  /** Name of the navigation around a column. */
  columnsOf(column: string): string;
  /** What a column is, for machines. */
  columnOf(column: string): string;
  /** Before the name of a column, for all that is in it and below. */
  all: string;
  pinned: string;
  more: string;
  moreOf(column: string): string;
  /** Before the day on which a document was signed, or published. */
  signed: string;
  published: string;
  /** Around the number of views. */
  views: readonly [before: string, after: string];
  feed: string;
  noArticles: string;
  emptyColumn: string;
  /** Name of the newest articles in 长者模式. */
  newest: string;
  /** Name of the large home page of 长者模式. */
  elderHome: string;
  /** On the picture of a video, for who sees none. */
  video: string;
  /** Heading of what is viewed most on the home page. */
  popular: string;
  /** Beside it. @param count of the articles that it is chosen from */
  popularOf(count: number): string;
  pages: PageLabels;
}

/** The way from one page of a list to another. */
interface PageLabels {
  navigation: string;
  newest: string;
  newer: string;
  older: string;
  oldest: string;
  newestOf(count: number): string;
  page(number: number): string;
  /** The title of an older page. */
  titleOf(column: string, number: number): string;
  jump: string;
}

export interface TopicLabels {
  topics: string;
  more: string;
  /** What the list of all is about. */
  ofSite(site: string): string;
  list: string;
  isOver: string;
  /** Between the first day and the last. */
  until: string;
  emptyTopic: string;
  noTopics: string;
}

/** 文件目录 */
export interface RegisterLabels {
  register: string;
  /** With its part, 2026年. */
  part(label: string): string;
  /** The title of the page. @param part 文件目录（2026年） */
  titleOf(column: string, part: string): string;
  order: string;
  byYear: string;
  byTheme: string;
  years: string;
  themes: string;
  /** What has no theme. */
  noTheme: string;
  count(documents: number): string;
  empty: string;
}
