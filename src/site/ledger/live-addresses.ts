/** Which addresses are somebody's today. */
import type { Article } from '../../model/article.ts';
import { foldCase } from '../address-key.ts';
import { articlePath, topicPath } from '../addresses.ts';
import { offeredFiles } from '../article-body.ts';
import { mayBeListPage } from '../list-page.ts';
import type { Site } from '../site.ts';
import { registerAddresses } from '../register.ts';
import { singlePages } from './standing.ts';

/** Answers for an address below the base, decoded, with its first slash. Withdrawn articles have theirs yet. */
export function liveAddresses(site: Site): (address: string) => boolean {
  const columns = new Map(
    site.tree.all
      .filter(({ column }) => column.kind !== 'link')
      .map(({ path, column }) => [path, column]),
  );
  const pages = new Set(
    [...singlePages(site).map(({ path }) => path), ...site.content.topics.map(topicPath)].map(
      (path) => `/${path}`,
    ),
  );
  const files = new Set(site.content.publicFiles.map((file) => foldCase(`/${file}`)));

  // An article's addresses mostly come one after another.
  let last: { folder: string; article: Article | undefined } | undefined;
  const articleAt = (folder: string): Article | undefined => {
    if (last?.folder !== folder) {
      last = { folder, article: site.find(folder.slice(folder.lastIndexOf('/') + 1)) };
    }
    return last.article;
  };
  const isOfArticle = (address: string): boolean => {
    const end = address.lastIndexOf('/');
    const article = articleAt(address.slice(0, end));
    if (!article) return false;
    const page = `/${articlePath(site, article)}`;
    if (end + 1 === address.length) return address === page;
    if (!address.startsWith(page) || page.length !== end + 1) return false;
    // One that differs in case alone cannot lead there: on many hosts it is the same.
    const file = foldCase(address.slice(page.length));
    return offeredFiles(article).some((name) => foldCase(name) === file);
  };
  const isList = (address: string): boolean => {
    const [, path = '', number] = /^\/(.+)\/(?:feed\.xml|page\/(\d+)\/)$/.exec(address) ?? [];
    if (columns.get(path)?.kind !== 'list') return false;
    return number === undefined || mayBeListPage(site, address);
  };
  const registers = new Set(registerAddresses(site).map(({ address }) => address));
  return (address) => {
    if (isOfArticle(address)) return true;
    if (address.endsWith('/') && columns.has(address.slice(1, -1))) return true;
    return (
      pages.has(address) ||
      registers.has(address) ||
      isList(address) ||
      files.has(foldCase(address))
    );
  };
}
