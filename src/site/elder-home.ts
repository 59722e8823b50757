/** The simple home page of 长者模式: little enough to be read through in large letters, and no article twice. */
import type { Article } from '../model/article.ts';
import type { ConsultingArticle } from './consultations.ts';
import { isNews } from './home.ts';
import type { Home, HomeBlock } from './home.ts';
import type { Site } from './site.ts';

const MOST_CONSULTATIONS = 3;
const NEWEST = 6;
/** Lists beside the newest, and titles in each. */
const MOST_LISTS = 2;
const MOST_IN_LIST = 2;

export interface ElderHome {
  /** What the public is asked now, that which ends first before the others. */
  consultations: readonly ConsultingArticle[];
  /** 要闻, then the newest. */
  newest: readonly Article[];
  /** Of the home page's lists those that are not news, such as 通知公告: of such there are few among the newest. */
  lists: readonly HomeBlock[];
}

/** @param shown an article that the page shows apart from these: the picture news of the home page */
export function elderHomeOf(
  { content: { articles } }: Pick<Site, 'content'>,
  { consultations: open, headline, beside, lists: below }: Home,
  shown?: Article,
): ElderHome {
  const consultations = open.slice(0, MOST_CONSULTATIONS);
  const before = new Set<Article | undefined>([...consultations, shown]);
  const take = (from: readonly (Article | undefined)[], most: number): Article[] => {
    const taken = [...new Set(from)]
      .filter((article) => article !== undefined && !before.has(article))
      .slice(0, most) as Article[];
    for (const article of taken) before.add(article);
    return taken;
  };
  const newest = take([headline, ...articles], NEWEST);
  const lists = [...beside, ...below]
    .filter(({ column }) => !isNews(column))
    .map((block) => ({ ...block, articles: take(block.articles, MOST_IN_LIST) }))
    .filter((block) => block.articles.length > 0);
  return { consultations, newest, lists: lists.slice(0, MOST_LISTS) };
}
