/** Pages of texts that are being written, at addresses that nobody can guess. */
import { randomBytes } from 'node:crypto';
import type { Plugin } from 'vite';
import type { ArticleFile } from '../../model/article.ts';
import { articlePath } from '../../site/addresses.ts';
import { withSite } from '../../site/current-site.ts';
import type { CurrentSite } from '../../site/current-site.ts';
import { unsavedSite } from './unsaved-site.ts';

const QUERY = 'unsaved';
/** Pages that are kept: those of the people who write at one time, and the one before of each, which may be loading yet. */
const MOST = 40;

export interface UnsavedPages {
  /** For the dev server. */
  plugin: Plugin;
  /**
   * @param preview the site as it was read last
   * @returns the page's address below the preview's; undefined where there can be none
   */
  show(preview: CurrentSite, place: ArticleFile, text: string): string | undefined;
}

export function unsavedPages(): UnsavedPages {
  const sites = new Map<string, CurrentSite>();
  return {
    plugin: {
      name: 'bureau-press:unsaved-pages',
      configureServer(server) {
        server.middlewares.use((request, _response, next) => {
          const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
          const site = sites.get(searchParams.get(QUERY) ?? '');
          if (site) withSite(site, next);
          else next();
        });
      },
    },
    show(preview, place, text) {
      const unsaved = unsavedSite(preview, place, text);
      if (!unsaved) return undefined;
      const { current, article } = unsaved;
      const token = randomBytes(16).toString('base64url');
      sites.set(token, current);
      const [oldest] = sites.keys();
      if (sites.size > MOST && oldest !== undefined) sites.delete(oldest);
      return `${articlePath(current.site, article)}?${QUERY}=${token}`;
    },
  };
}
