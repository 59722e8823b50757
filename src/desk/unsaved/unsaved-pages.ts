/** Pages of texts that are being written, at addresses that nobody can guess. */
import { randomBytes } from 'node:crypto';
import type { Plugin } from 'vite';
import type { Article, ArticleFile } from '../../model/article.ts';
import { articlePath } from '../../site/addresses.ts';
import { currentSite, withSite } from '../../site/current-site.ts';
import type { CurrentSite } from '../../site/current-site.ts';
import { unsavedArticle, withUnsaved } from './unsaved-site.ts';

const QUERY = 'unsaved';
/** Texts that are kept: those of the people who write at one time, and the one before of each, which may be loading yet. */
const MOST = 40;

export interface UnsavedPages {
  /** For the dev server; its pages know the site from what answers before this. */
  plugin: Plugin;
  /**
   * @param preview the site as it was read last
   * @returns the page's address below the preview's; undefined where there can be none
   */
  show(preview: CurrentSite, place: ArticleFile, text: string): string | undefined;
}

export function unsavedPages(): UnsavedPages {
  const articles = new Map<string, Article>();
  return {
    plugin: {
      name: 'bureau-press:unsaved-pages',
      configureServer(server) {
        server.middlewares.use((request, _response, next) => {
          const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
          const article = articles.get(searchParams.get(QUERY) ?? '');
          const site = article && withUnsaved(currentSite(), article);
          if (site) withSite(site, next);
          else next();
        });
      },
    },
    show(preview, place, text) {
      const article = unsavedArticle(preview, place, text);
      if (!article) return undefined;
      const token = randomBytes(16).toString('base64url');
      articles.set(token, article);
      const [oldest] = articles.keys();
      if (articles.size > MOST && oldest !== undefined) articles.delete(oldest);
      return `${articlePath(preview.site, article)}?${QUERY}=${token}`;
    },
  };
}
