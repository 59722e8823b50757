/** Which addresses are somebody's today. */
import { foldCase } from '../address-key.ts';
import { articlePath } from '../addresses.ts';
import { offeredFiles } from '../article-body.ts';
import { mayBeListPage } from '../list-page.ts';
import type { Site } from '../site.ts';
import { singlePages } from './standing.ts';

const OF_ARTICLE = /^\/.+\/\d{6}\/([^/]+)\/([^/]*)$/;

/** Answers for an address below the base, decoded, with its first slash. Withdrawn articles have theirs yet. */
export function liveAddresses(site: Site): (address: string) => boolean {
  const { articles, withdrawn, publicFiles } = site.content;
  const byId = new Map([...articles, ...withdrawn].map((article) => [article.id, article]));
  const columns = new Map(
    site.tree.all
      .filter(({ column }) => column.kind !== 'link')
      .map(({ path, column }) => [path, column]),
  );
  const pages = new Set(singlePages(site).map(({ path }) => `/${path}`));
  const files = new Set(publicFiles.map((file) => foldCase(`/${file}`)));

  const isOfArticle = (address: string, id: string, file: string): boolean => {
    const article = byId.get(id);
    if (!article) return false;
    const page = `/${articlePath(site, article)}`;
    if (file === '') return address === page;
    if (!address.startsWith(page) || address.length !== page.length + file.length) return false;
    // One that differs in case alone cannot lead there: on many hosts it is the same.
    return offeredFiles(article).some((name) => foldCase(name) === foldCase(file));
  };
  const isList = (address: string): boolean => {
    const [, path = '', number] = /^\/(.+)\/(?:feed\.xml|page\/(\d+)\/)$/.exec(address) ?? [];
    if (columns.get(path)?.kind !== 'list') return false;
    return number === undefined || mayBeListPage(site, address);
  };
  return (address) => {
    const [, id, file = ''] = OF_ARTICLE.exec(address) ?? [];
    if (id !== undefined && isOfArticle(address, id, file)) return true;
    if (address.endsWith('/') && columns.has(address.slice(1, -1))) return true;
    return pages.has(address) || isList(address) || files.has(foldCase(address));
  };
}
