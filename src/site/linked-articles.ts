/** The articles that readers do not find now, or not for ever: for the links that lead to them. */
import type { LinkedArticle } from '../rules/internal-links.ts';
import type { PlacedArticle } from '../model/article.ts';
import { pathBelow } from '../model/base-path.ts';
import type { AddressSources } from './address-sources.ts';
import { articlePath } from './addresses.ts';

/** Answers for a path below the base: the articles that are hidden, their old addresses too, and those that will go. */
export function linkedArticles(
  sources: Pick<
    AddressSources,
    'site' | 'articles' | 'toCome' | 'drafts' | 'expired' | 'withdrawn'
  >,
): (path: string) => LinkedArticle | undefined {
  const { site, articles, toCome, drafts, expired, withdrawn } = sources;
  const known = new Map<string, LinkedArticle>();
  const add = (article: PlacedArticle, path: string, hidden: LinkedArticle['hidden']): void => {
    const { date = '', expires } = article;
    known.set(withoutSlash(path), { hidden, date, expires });
  };
  const addHidden = (hidden: readonly PlacedArticle[], reason: LinkedArticle['hidden']): void => {
    for (const article of hidden) {
      for (const alias of article.aliases ?? []) add(article, pathBelow(site.base, alias), reason);
      add(article, articlePath(site, article), reason);
    }
  };
  addHidden(drafts, 'draft');
  addHidden(toCome, 'future');
  addHidden(expired, 'expired');
  addHidden(withdrawn, 'withdrawn');
  for (const article of articles) {
    if (article.expires !== undefined) add(article, articlePath(site, article), undefined);
  }
  return (path) => known.get(withoutSlash(path));
}

function withoutSlash(path: string): string {
  return path.replace(/(?:^|\/)(?:index\.html)?$/, '');
}
