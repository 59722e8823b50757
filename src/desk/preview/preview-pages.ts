/** The pages of a site at their addresses, from the renderer that publishing uses. */
import { nameInAddress } from '../../model/article-name.ts';
import type { Renderer } from '../../renderer/keep-renderer.ts';
import { renderPage } from '../../renderer/render-page.ts';
import { articlePath } from '../../site/addresses.ts';
import { withSite } from '../../site/current-site.ts';
import type { CurrentSite } from '../../site/current-site.ts';

type Path = Awaited<ReturnType<Renderer['paths']>>[number];
type Paths = ReadonlyMap<string, Path>;

export interface PreviewPages {
  /**
   * @param path below the site's root, decoded
   * @returns the page, or the bytes of a feed or list; undefined where the site has none at that address
   */
  page(current: CurrentSite, path: string): Promise<Uint8Array | string | undefined>;
}

export function previewPages(renderer: Renderer): PreviewPages {
  const known = new WeakMap<CurrentSite, Promise<Paths>>();
  const ofArticles = renderer.routes().find(({ params }) => params.includes('article'));

  /** An article is looked up: to make all addresses of 10,000 takes half a second. */
  function articleAt({ site }: CurrentSite, path: string): Path | undefined {
    const article = site.find(nameInAddress(path));
    const isThere = article && bare(articlePath(site, article)) === path;
    return isThere && ofArticles ? { pathname: `/${path}`, route: ofArticles } : undefined;
  }

  function pathsOf(current: CurrentSite): Promise<Paths> {
    const paths = known.get(current) ?? withSite(current, () => allPaths(renderer));
    known.set(current, paths);
    return paths;
  }

  return {
    async page(current, path) {
      const asked = bare(path);
      const found = articleAt(current, asked) ?? (await pathsOf(current)).get(asked);
      return found && withSite(current, () => renderPage(renderer, current.site.base, found));
    },
  };
}

async function allPaths(renderer: Renderer): Promise<Paths> {
  const paths = await renderer.paths();
  return new Map(paths.map((path) => [bare(decodeURIComponent(path.pathname)), path]));
}

/** Without the slashes at both ends. */
function bare(path: string): string {
  return path.replaceAll(/^\/+|\/+$/g, '');
}
