/** Titles that the search box suggests: the newest, up to 30 kB. */
import { currentSite } from '../../site/current-site.ts';

const MOST_BYTES = 30_000;

export function GET(): Response {
  const { articles } = currentSite().site.content;
  const titles: string[] = [];
  let bytes = 2;
  for (const title of new Set(articles.map((article) => article.title))) {
    bytes += Buffer.byteLength(JSON.stringify(title)) + 1;
    if (bytes > MOST_BYTES) break;
    titles.push(title);
  }
  return Response.json(titles);
}
