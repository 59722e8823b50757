/** Pages of texts that are being written, at addresses that nobody can guess. */
import { randomBytes } from 'node:crypto';
import type { Article, ArticleFile } from '../../model/article.ts';
import { articlePath } from '../../site/addresses.ts';
import type { CurrentSite } from '../../site/current-site.ts';
import type { Shown } from './shown.ts';
import { unsavedArticle, withUnsaved } from './unsaved-site.ts';

const QUERY = 'unsaved';
/** Texts that are kept: those of the people who write at one time, and the one before of each, which may be loading yet. */
const MOST = 40;

export interface UnsavedPages {
  /**
   * Keeps a text for its page.
   * @param preview the site as it was read last
   * @returns the page's address below the site's root; undefined where there can be none
   */
  take(preview: CurrentSite, place: ArticleFile, text: string): string | undefined;
  /** Whether one is asked for that is not kept any more: what was saved would be taken for it. */
  isGone(asked: URLSearchParams): boolean;
  /** @returns undefined where no such page is asked for */
  shown(preview: CurrentSite, asked: URLSearchParams): Shown | undefined;
}

export function unsavedPages(): UnsavedPages {
  const articles = new Map<string, Article>();
  return {
    take(preview, place, text) {
      const article = unsavedArticle(preview, place, text);
      if (!article) return undefined;
      const token = randomBytes(16).toString('base64url');
      articles.set(token, article);
      const [oldest] = articles.keys();
      if (articles.size > MOST && oldest !== undefined) articles.delete(oldest);
      return `${articlePath(preview.site, article)}?${QUERY}=${token}`;
    },
    isGone: (asked) => asked.has(QUERY) && !articles.has(asked.get(QUERY) ?? ''),
    shown(preview, asked) {
      const article = articles.get(asked.get(QUERY) ?? '');
      const current = article && withUnsaved(preview, article);
      return current && { current };
    },
  };
}
