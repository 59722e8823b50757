/** Where readers will find an article beside its own page: in its column's list, and on the home page. */
import type { Article } from '../../model/article.ts';
import { columnListPath, columnPath } from '../../site/addresses.ts';
import { newestOf } from '../../site/column-list.ts';
import type { CurrentSite } from '../../site/current-site.ts';
import { homeOf, MOST_CONSULTATIONS } from '../../site/home.ts';
import { pageCount, pageItems } from '../../site/pagination.ts';
import type { Site } from '../../site/site.ts';
import type { ArticleState } from '../api.ts';
import type { ArticlePlaces } from '../version-api.ts';
import { asPublished } from './as-published.ts';
import { entryAddress } from './entry-pages.ts';

const NOWHERE: Partial<Record<ArticleState, string>> = {
  withdrawn: '这篇稿件已经撤下，列表和首页里都没有它。',
  expired: '这篇稿件已经过期，列表和首页里都没有它。',
};
const NO_PAGE = '现在没有页面可看：先改掉标着「必须改」的问题。';

/** @param preview undefined where no page can be shown at all */
export function articlePlaces(
  preview: CurrentSite | undefined,
  id: string,
  state: ArticleState,
): ArticlePlaces {
  const site = preview && asPublished(preview, id)?.site;
  const article = site?.find(id);
  const nowhere = NOWHERE[state] ?? (article ? undefined : NO_PAGE);
  if (!site || !article || nowhere !== undefined) {
    const note = nowhere ?? NO_PAGE;
    return { list: { note }, home: { note } };
  }
  const until = state === 'scheduled' ? `这是 ${article.date} 以后的样子。` : '';
  const { path, note } = listOf(site, article);
  return {
    list: { address: entryAddress(path, id), note: until + note },
    home: { address: entryAddress('', id), note: until + homeNote(site, article) },
  };
}

/** The page of its column's list on which it stands. */
function listOf(site: Site, article: Article): { path: string; note: string } {
  const { column } = site.tree.node(article.column);
  if (newestOf(site, column).includes(article)) {
    return { path: columnPath(site, column), note: '' };
  }
  const list = site.articlesIn(column.slug);
  const { listSize } = site.config;
  const last = pageCount(list.length, listSize);
  const pages = Array.from({ length: last }, (_, index) => index + 1);
  const page = pages.find((number) => pageItems(list, listSize, number).includes(article)) ?? last;
  const note = `它不在列表的第一页，在第 ${last - page + 1} 页。`;
  return { path: columnListPath(site, column, page), note };
}

function homeNote(site: Site, article: Article): string {
  const { headline, consultations, lead, beside, lists, galleries } = homeOf(site);
  const blocks = [...(lead ? [lead] : []), ...beside, ...lists, ...galleries];
  const shown: (Article | undefined)[] = [
    headline,
    ...consultations.slice(0, MOST_CONSULTATIONS),
    ...blocks.flatMap(({ articles }) => articles),
  ];
  if (shown.includes(article)) return '';
  const { chain, column } = site.tree.node(article.column);
  const onHome = new Set(site.config.home.map((block) => block.column));
  return chain.some(({ slug }) => onHome.has(slug))
    ? '首页上没有它：首页只放每个栏目最新的几篇，它排在后面。'
    : `首页上没有它：首页不放栏目「${column.name}」的稿件。`;
}
