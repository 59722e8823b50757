/** In a build, pictures and attachments are files of `dist/`; under the dev server they are made when asked for. */
import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Plugin } from 'vite';
import { cleanedBytes, isCleaned } from '../images/clean/clean-pieces.ts';
import { pathBelow } from '../model/base-path.ts';
import { isLitter } from '../reading/litter.ts';
import { unfitFile } from '../reading/unfit-files.ts';
import { articlePath } from '../site/addresses.ts';
import { offeredFiles } from '../site/article-body.ts';
import type { Site } from '../site/site.ts';
import type { LoadedSite } from './read-site.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.webp': 'image/webp',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.mp4': 'video/mp4',
};

/** @param current asked at each request, because a change of content makes another site */
export function devFiles(current: () => LoadedSite | undefined): Plugin {
  return {
    name: 'bureau-press:dev-files',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        const shown = current();
        if (!shown) return next();
        const path = pathIn(shown.site, decodeURIComponent(pathname));
        if (isKeptBack(shown.site, path)) {
          response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
          return response.end('这个文件不会发布。\n');
        }
        fileAt(shown, path).then((bytes) => {
          if (!bytes) return next();
          response.setHeader(
            'Content-Type',
            TYPES[extname(pathname)] ?? 'application/octet-stream',
          );
          response.end(bytes);
        }, next);
      });
    },
  };
}

/** Vite has taken the base off already, or not: both forms are understood. */
function pathIn({ base }: Site, pathname: string): string {
  return pathBelow(base, pathname);
}

/** What lies in `public/` and does not go online, which Vite would show; by its name, since files come and go unheard. */
function isKeptBack({ content }: Site, path: string): boolean {
  const isSuspect = path.split('/').some((name) => name !== '.well-known' && isLitter(name));
  if (!isSuspect && !unfitFile(path)) return false;
  return statSync(join(content.roots.public, path), { throwIfNoEntry: false })?.isFile() ?? false;
}

/**
 * A picture, or what an article offers.
 * @param path below the site's root, decoded
 * @returns undefined where there is no such file
 */
export async function fileAt(
  { site, renditions, readings }: LoadedSite,
  path: string,
): Promise<Buffer | undefined> {
  const key = /^_images\/([0-9a-f]{12})-/.exec(path)?.[1];
  if (key) {
    const isKnown = [...readings.values()].some((read) => read.key === key && !('fault' in read));
    const file = isKnown ? (await renditions.renditions(key)).get(path) : undefined;
    return file === undefined ? undefined : readFile(file);
  }
  const [, id, name] = /\/(\d{8}-[a-z0-9-]+)\/([^/]+)$/.exec(path) ?? [];
  const article = id && site.content.articles.find((candidate) => candidate.id === id);
  if (!article || !name || !article.folder) return undefined;
  const offered =
    offeredFiles(article).includes(name) && path === articlePath(site, article) + name;
  if (!offered) return undefined;
  const file = join(article.folder, name);
  return isCleaned(name) ? cleanedBytes(file) : readFile(file);
}
