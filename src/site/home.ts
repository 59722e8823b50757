/**
 * The home page: a headline over all, the picture news with lists beside them, all other lists in two columns below. Which
 * lists stand beside is decided here, since style sheets cannot tell what fits: by the rows that a list of so many titles has.
 */
import type { Article } from '../model/article.ts';
import type { Column } from '../model/columns.ts';
import type { Topic } from '../model/topic.ts';
import { newestFirst } from '../rules/cross-checks.ts';
import { balanced, NAME_ROWS, rowsOf } from './balanced.ts';
import { stillOpen } from './consultations.ts';
import type { ConsultingArticle } from './consultations.ts';
import { yearOfDate } from './dates.ts';
import type { Site } from './site.ts';
import { homeTopics } from './topics.ts';

/** What the columns of news are called in their `type` (《政府网站发展指引》). */
const NEWS = '政务动态类';

/** Rows of a title of one line each: the lead picture with its title, a row of three other pictures, the name of a list. */
const LEAD_ROWS = 14;
const ROW_OF_PICTURES = 5;
const PICTURES_IN_ROW = 3;
/** The rest goes between the lines. */
const LEAST_FILLED = 0.7;

/** Consultations that the page has room for. */
export const MOST_CONSULTATIONS = 5;

export interface HomeBlock {
  column: Column;
  style: 'headlines' | 'pictures';
  /** Newest first; there is at least one. */
  articles: readonly Article[];
  /** Whether each title says which column it is of: the list is of several. */
  isMixed: boolean;
  /** Over the whole width, its titles in two columns: nothing would be as long beside it. */
  isWide: boolean;
}

export interface Home {
  /** 要闻: the newest pinned article of the news columns, or the newest of them. */
  headline: Article | undefined;
  /** What the public can answer now, wherever on the site, that which ends first before the others. */
  consultations: readonly ConsultingArticle[];
  lead: HomeBlock | undefined;
  /** Lists beside the lead, from top to bottom. */
  beside: readonly HomeBlock[];
  lists: readonly HomeBlock[];
  /** Picture news but for the first. */
  galleries: readonly HomeBlock[];
  /** Topics that are not over. */
  topics: readonly Topic[];
  /**
   * The year of the newest article: dates of another one say theirs, and this one goes without. Not the year of the clock, which
   * would change the page on a day on which nothing is published.
   */
  year: string;
}

/** What the home page shows, from the columns that site.yaml names for it; those without an article are left out. */
export function homeOf(site: Site): Home {
  const headline = headlineOf(site);
  const blocks = site.config.home.map((block): HomeBlock => {
    const { column, children } = site.tree.node(block.column);
    const all = site.articlesIn(column.slug);
    const others = all.filter((article) => article !== headline);
    const articles = (others.length > 0 ? others : all).slice(0, block.count);
    return { column, style: block.style, articles, isMixed: children.length > 0, isWide: false };
  });
  const shown = blocks.filter(({ articles }) => articles.length > 0);
  const [lead, ...galleries] = shown.filter(({ style }) => style === 'pictures');
  const lists = shown.filter(({ style }) => style === 'headlines');
  const beside = lead ? besidePictures(lists, lead) : [];
  return {
    headline,
    consultations: stillOpen(site.content.articles).filter(
      ({ consulting }) => consulting.stage === 'open',
    ),
    lead,
    beside,
    lists: balanced(lists.filter((block) => !beside.includes(block))),
    galleries,
    topics: homeTopics(site),
    year: yearOfDate(site.content.articles[0]?.date ?? ''),
  };
}

export function isNews({ type }: Pick<Column, 'type'>): boolean {
  return type === NEWS;
}

function headlineOf(site: Site): Article | undefined {
  const columns = site.config.home
    .filter(({ style }) => style === 'headlines')
    .map(({ column }) => site.tree.node(column).column);
  const news = columns.filter(isNews);
  const articles = (news.length > 0 ? news : columns).flatMap(({ slug }) => newestOf(site, slug));
  const [newest] = articles.toSorted(newestFirst);
  return articles.filter(({ pinned }) => pinned).toSorted(newestFirst)[0] ?? newest;
}

/** The newest pinned and the newest of all. */
function newestOf(site: Site, slug: string): Article[] {
  const list = site.articlesIn(slug);
  return [list[0], list.find(({ pinned }) => pinned)].filter((article) => article !== undefined);
}

/**
 * Lists in their order, as many as have room: one that is too long is passed over for a shorter one. None where all of them
 * would leave much of it empty.
 */
function besidePictures(lists: readonly HomeBlock[], lead: HomeBlock): HomeBlock[] {
  const others = Math.ceil((lead.articles.length - 1) / PICTURES_IN_ROW);
  const room = LEAD_ROWS + others * ROW_OF_PICTURES + NAME_ROWS;
  const chosen: HomeBlock[] = [];
  let rows = 0;
  for (const block of lists) {
    if (rows + rowsOf(block) > room) continue;
    chosen.push(block);
    rows += rowsOf(block);
  }
  return rows >= room * LEAST_FILLED ? chosen : [];
}
