/** The articles that readers do not find now, or not for ever: for the links that lead to them. */
import type { LinkedArticle } from '../rules/internal-links.ts';
import type { Article } from '../model/article.ts';
import { pathBelow } from '../model/base-path.ts';
import { articlePath } from './addresses.ts';
import type { Site } from './site.ts';

/** Answers for a path below the base: the articles that are hidden, their old addresses too, and those that will go. */
export function linkedArticles(site: Site): (path: string) => LinkedArticle | undefined {
  const { articles, unpublished } = site.content;
  const known = new Map<string, LinkedArticle>();
  const add = ({ date, expires }: Article, path: string, hidden: LinkedArticle['hidden']): void => {
    known.set(withoutSlash(path), { hidden, date, expires });
  };
  for (const { article, reason } of unpublished) {
    for (const alias of article.aliases ?? []) {
      add(article, pathBelow(site.base, alias), reason);
    }
    if (article.column) add(article, articlePath(site, article), reason);
  }
  for (const article of articles) {
    if (article.expires !== undefined) add(article, articlePath(site, article), undefined);
  }
  return (path) => known.get(withoutSlash(path));
}

function withoutSlash(path: string): string {
  return path.replace(/(?:^|\/)(?:index\.html)?$/, '');
}
