/** The files that an old system hands over beside its articles, by the addresses under which articles name them. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';

export interface ExportFiles {
  /**
   * The bytes behind an address of a picture or an attachment; undefined for what was not handed over.
   * @param address as an article names it
   * @param page address of the article, from which a relative one is meant
   */
  bytes(address: string, page: string): Promise<Uint8Array | undefined>;
}

/** What the build can hold of one file. */
const LARGEST = 100 * 1024 * 1024;
const HERE = 'http://old.invalid/';

/** @param folder absolute path */
export async function openExportFiles(folder: string): Promise<ExportFiles> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  // Only regular files of the folder itself: a link may lead anywhere.
  const paths = found
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
  const known = new Map(paths.map((path) => [path.toLowerCase(), path]));
  /** By name, where it is the only one. */
  const byName = new Map<string, string | undefined>();
  for (const path of paths) {
    const name = basename(path).toLowerCase();
    byName.set(name, byName.has(name) ? undefined : path);
  }

  function pathOf(address: string, page: string): string | undefined {
    const parts = pathParts(address, page);
    // The folder may hold the site, or only a part of it.
    for (let from = 0; from < parts.length - 1; from += 1) {
      const path = known.get(parts.slice(from).join('/').toLowerCase());
      if (path !== undefined) return path;
    }
    return byName.get(parts.at(-1)?.toLowerCase() ?? '');
  }

  return {
    async bytes(address, page) {
      const data = /^data:[\w/+.-]+;base64,([\w+/=\s]+)$/i.exec(address)?.[1];
      if (data !== undefined) return Buffer.from(data, 'base64');
      const path = pathOf(address, page);
      if (path === undefined || (await stat(join(folder, path))).size > LARGEST) return undefined;
      return readFile(join(folder, path));
    },
  };
}

function pathParts(address: string, page: string): string[] {
  try {
    const { pathname } = new URL(address, new URL(page || '/', HERE));
    return decodeURIComponent(pathname).split('/').filter(Boolean);
  } catch {
    return [];
  }
}
