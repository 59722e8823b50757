/** The frame of every page: header, search boxes, breadcrumbs, footer. */
import type { Around } from './labels.ts';

export interface FrameLabels {
  skipToText: string;
  home: string;
  /** Name of the navigation by columns. */
  columns: string;
  menu: string;
  /** The same in 长者模式, where the search is in it. */
  elderMenu: string;
  ipv6: string;
  siteMap: string;
  elderMode: string;
  /** The way out of it. */
  leaveElderMode: string;
  /** The same on a button: what a narrow one leaves out stands between. */
  leaveElderModeShort: Around & readonly [string, string];
  /** What is left out. */
  leaveElderModeRest: string;
  /** Before the names of the page's ancestors. */
  whereYouAre: string;
  /** The same as the name of their navigation. */
  whereYouAreName: string;
  search: SearchBoxLabels;
  footer: FooterLabels;
}

interface SearchBoxLabels {
  /** On a button. */
  button: string;
  /** What a box searches. */
  site: string;
  articles: string;
  words: string;
  /** Names that tell the searches of a page from each other. */
  ofHeader: string;
  ofFooter: string;
  ofPage: string;
  ofElderHome: string;
  /** In the large box of 长者模式. */
  elderPlaceholder: string;
}

interface FooterLabels {
  toTop: string;
  navigation: string;
  corrections: string;
  feed: string;
  /** Before what they name, with the mark between. */
  sponsor: string;
  organizer: string;
  address: string;
  postcode: string;
  phone: string;
  email: string;
  wechat: string;
  wechatCode(name: string): string;
  authorityMark: string;
  reportMistake: string;
}
