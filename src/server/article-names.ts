/** Which article is meant: by its id, its address, or its address on the old site. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isArticleId } from '../views/article-id.ts';
import { decodePath } from './static/path-pattern.ts';
import { parseRedirects } from './static/redirects-file.ts';

export interface ArticleNames {
  /** All published articles. */
  ids: ReadonlySet<string>;
  /** The id that `20260305-a`, `/xwzx/202603/20260305-a/` or `https://…/old.shtml` stands for. */
  idOf(name: string): string | undefined;
}

/** Reads them from a built site: the lists in `views/` and the old addresses in `_redirects`. */
export async function readArticleNames(dist: string): Promise<ArticleNames> {
  const folder = join(dist, 'views');
  const lists = (await readdir(folder)).filter((file) => /^\d{4}\.txt$/.test(file));
  const texts = await Promise.all(lists.map((file) => readFile(join(folder, file), 'utf8')));
  const ids = new Set(texts.flatMap((text) => text.split(/\s+/)).filter(isArticleId));
  const moved = parseRedirects(await readFile(join(dist, '_redirects'), 'utf8').catch(() => ''));

  function idOf(name: string): string | undefined {
    if (ids.has(name)) return name;
    const url = URL.parse(name, 'http://old.site/');
    const path = url?.pathname ?? '';
    const address = moved(decodePath(path), url?.search)?.location ?? path;
    const id = address.replace(/\/$/, '').split('/').at(-1) ?? '';
    return ids.has(id) ? id : undefined;
  }
  return { ids, idOf };
}
