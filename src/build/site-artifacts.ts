/** The files of `dist/` that are neither pages nor the search's: public files, attachments, pictures, files for hosts and the counter. */
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { CLEANING, isCleaned } from '../images/clean/clean-pieces.ts';
import { yearOf } from '../model/article-name.ts';
import { attachmentPath } from '../site/addresses.ts';
import { offeredFiles } from '../site/article-body.ts';
import { countedAs } from '../site/counted-as.ts';
import { BUREAU_MAY_REPLACE } from '../site/engine-files.ts';
import { movedPages } from '../site/moved-page.ts';
import { movedAddresses } from '../site/old-addresses.ts';
import type { Site } from '../site/site.ts';
import type { Artifact } from '../output/artifacts.ts';
import type { PictureStore } from '../images/picture-store.ts';
import type { ContentFiles } from '../reading/content-memory.ts';
import { digestFile } from '../system/file-digest.ts';
import { redirectPage } from '../publish/redirects.ts';
import { serverFiles } from '../publish/server-files.ts';

/** SHA-256 of a file, in hex. */
type DigestOf = (path: string) => string;

/** Every file of a folder of the engine's, as it is; a folder that is not there has none. */
export async function folderArtifacts(folder: string): Promise<Artifact[]> {
  const digestOf: DigestOf = (path) => digestFile(path).sha256;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((source) => copy(source, relative(folder, source).split(sep).join('/'), digestOf));
}

/** What articles offer for download, play or show as tables. */
export function attachmentArtifacts(site: Site, files: ContentFiles): Artifact[] {
  const digestOf: DigestOf = (path) => files.digest(path);
  return site.content.articles.flatMap((article) => {
    const { folder } = article;
    if (!folder) return [];
    return offeredFiles(article).map((name) =>
      copy(join(folder, name), decodeURIComponent(attachmentPath(site, article, name)), digestOf),
    );
  });
}

/** All renditions of the pictures that published texts name. Their names change with their bytes. */
export function pictureArtifacts(site: Site, renditions: PictureStore): Artifact[] {
  const { articles, pages, topics } = site.content;
  const texts = [...articles, ...pages, ...topics];
  const keys = new Set(texts.flatMap(({ named }) => named.pictures));
  return [...keys].flatMap((picture) =>
    renditions
      .filesOf(picture)
      .map((path): Artifact => ({ kind: 'picture', path, key: picture, picture })),
  );
}

/** The bureau's own files. */
export function publicArtifacts({ content }: Site, files: ContentFiles): Artifact[] {
  const digestOf: DigestOf = (path) => files.digest(path);
  return content.publicFiles.map((path) => copy(join(content.roots.public, path), path, digestOf));
}

/** Files of the engine in whose place the bureau has its own. */
export function replacedFiles({ content }: Site): string[] {
  return content.publicFiles.filter((path) => BUREAU_MAY_REPLACE.includes(path));
}

/** Files for hosts, the pages at old addresses, and the ids that the view counter may count. */
export function deliveryArtifacts(site: Site): Artifact[] {
  const { tag } = site.labels.language;
  const fallback = movedPages(site, movedAddresses(site)).pages;
  const pages = fallback.map(({ path, moved: { to } }): Artifact => {
    const url = to.startsWith('/') ? site.origin + to : to;
    return { kind: 'text', path, key: `${tag} ${url}`, text: redirectPage(site.labels, url) };
  });
  const counted = site.content.articles.map((article) => countedAs(site, article));
  const lists = [...Map.groupBy(counted, yearOf)].map(([year, ids]) => {
    const lines = ids.map((id) => `${id}\n`).toSorted();
    return text(`views/${year}.txt`, lines.join(''));
  });
  const forHosts = serverFiles(
    site,
    fallback.map(({ path }) => path),
  );
  return [
    ...Object.entries(forHosts).map(([path, content]) => text(path, content)),
    ...pages,
    ...lists,
  ];
}

function text(path: string, content: string): Artifact {
  return { kind: 'text', path, key: '', text: content };
}

function copy(source: string, path: string, digestOf: DigestOf): Artifact {
  const sha256 = digestOf(source);
  if (!isCleaned(source)) return { kind: 'copy', path, key: sha256, source, sha256 };
  return { kind: 'copy', path, key: `${sha256}-${CLEANING}`, source, sha256, isCleaned: true };
}
