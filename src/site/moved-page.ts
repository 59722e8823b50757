/** The fallback page at an old address, for hosts that redirect nothing: where it can lie, and which of two has the place. */
import { belowBase } from '../model/base-path.ts';
import { foldCase, isWindowsName } from './address-key.ts';
import { articlePath, pagePath, topicPath } from './addresses.ts';
import { ENGINE_FILES } from './engine-files.ts';
import { movedAddresses } from './old-addresses.ts';
import type { MovedAddress } from './old-addresses.ts';
import type { Site } from './site.ts';

/** Endings under which hosts send web pages; at another one a page would be offered for download. */
const PAGE_ENDINGS = ['html', 'htm'];
/** Those of old systems: web pages where the host can be told so, as `_headers` does. */
export const OLD_SYSTEM_ENDINGS = 'shtml shtm jhtml asp aspx jsp jspx do action php cfm'.split(' ');

export interface MovedPages {
  /** Which old address is answered by which file of `dist/`. */
  pages: { path: string; moved: MovedAddress }[];
  /** Those that only a host can answer that is told of them. */
  withoutPage: MovedAddress[];
}

/** One file for one address; two that want a place and lead elsewhere have none. */
export function movedPages(site: Site, addresses: readonly MovedAddress[]): MovedPages {
  const result: MovedPages = { pages: [], withoutPage: [] };
  const wanted = addresses.map((moved) => ({
    moved,
    path: moved.query === undefined ? redirectPagePath(moved.path, site.base) : undefined,
  }));
  const isTaken = openedForFolder(site, wanted);
  const ends = new Map<string, Set<string>>();
  const folders = new Set<string>();
  for (const { path, moved } of wanted) {
    if (path === undefined) continue;
    const key = foldCase(path);
    ends.set(key, (ends.get(key) ?? new Set()).add(moved.to));
    for (let end = key.indexOf('/'); end > 0; end = key.indexOf('/', end + 1)) {
      folders.add(key.slice(0, end));
    }
  }
  const made = new Set<string>();
  for (const { path, moved } of wanted) {
    const key = path === undefined ? '' : foldCase(path);
    if (path === undefined || isTaken(path) || folders.has(key) || (ends.get(key)?.size ?? 0) > 1) {
      result.withoutPage.push(moved);
    } else if (!made.has(path)) {
      made.add(path);
      result.pages.push({ path, moved });
    }
  }
  return result;
}

/** What servers open for a folder, many of them before `index.html`: a page of this name would stand in its place. */
const DEFAULT_DOCUMENT = /^(.*\/)?(?:index|default)\.(?!html$)[a-z]+$|^(.*\/)?default\.html$/i;

/** Whether a file would be opened instead of a page of the site, or of an old address that has the folder. */
function openedForFolder(
  site: Site,
  wanted: readonly { path: string | undefined }[],
): (path: string) => boolean {
  let pages: Set<string> | undefined;
  const ofSite = (): Set<string> => {
    const { articles, pages: single, topics } = site.content;
    return new Set(
      [
        ...Object.keys(ENGINE_FILES).filter((file) => file.endsWith('index.html')),
        ...site.tree.all.map(({ path }) => `${path}/index.html`),
        ...single.map((page) => `${pagePath(site, page)}index.html`),
        ...topics.map((topic) => `${topicPath(topic)}index.html`),
        ...articles.map((article) => `${articlePath(site, article)}index.html`),
        ...wanted.flatMap(({ path }) => path ?? []),
      ].map(foldCase),
    );
  };
  return (path) => {
    const [isDefault, folder, other] = DEFAULT_DOCUMENT.exec(path) ?? [];
    if (isDefault === undefined) return false;
    pages ??= ofSite();
    return pages.has(foldCase(`${folder ?? other ?? ''}index.html`));
  };
}

/** What old addresses ask of a host beyond sending files. */
export interface HostNeeds {
  /** Old addresses that have no page: it must read the redirects. */
  withoutPage: number;
  /** Those among them that are told apart by what stands behind `?`. */
  withQuery: number;
  /** Pages that it must be told to send as pages, by their endings. */
  oldPages: number;
}

export function hostNeeds(site: Site): HostNeeds {
  const { pages, withoutPage } = movedPages(site, movedAddresses(site));
  return {
    withoutPage: withoutPage.length,
    withQuery: withoutPage.filter(({ query }) => query !== undefined).length,
    oldPages: oldEndings(pages.map(({ path }) => path)).length,
  };
}

/** The endings of old systems among some files, one for each file. */
export function oldEndings(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const ending = /\.([a-z]+)$/i.exec(path)?.[1] ?? '';
    return OLD_SYSTEM_ENDINGS.includes(ending.toLowerCase()) ? [ending] : [];
  });
}

/**
 * Where in `dist/` the fallback page of an old address is written; undefined when no file can stand there.
 * @param path decoded, from the host's root
 * @param base path under which the site lives, and with it `dist/`
 */
export function redirectPagePath(path: string, base: string): string | undefined {
  const below = belowBase(base, path);
  if (!below || below.includes('//') || isUndecoded(path)) return undefined;
  const parts = below.replace(/\/$/, '').split('/');
  if (!parts.every(isWindowsName)) return undefined;
  if (below.endsWith('/')) return `${below}index.html`;
  const [, ending] = /\.([a-z0-9]+)$/i.exec(below) ?? [];
  if (ending === undefined) return `${below}/index.html`;
  const isPage = [...PAGE_ENDINGS, ...OLD_SYSTEM_ENDINGS].includes(ending.toLowerCase());
  return isPage ? below : undefined;
}

/** Where GBK was encoded, the file's name would have to be bytes that are no text. */
export function isUndecoded(path: string): boolean {
  if (!/%[\da-f]{2}/i.test(path)) return false;
  try {
    decodeURIComponent(path);
    return false;
  } catch {
    return true;
  }
}
