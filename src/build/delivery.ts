/** The files of `dist/` that hosts and the view counter read, not readers. */
import type { Site } from '../site/site.ts';
import { headersFile } from './headers.ts';
import type { Output } from './output.ts';
import {
  nginxMap,
  redirectPage,
  redirectPagePath,
  redirectsFile,
  resolveRedirects,
} from './redirects.ts';

export async function writeDelivery(site: Site, output: Output): Promise<void> {
  await output.write('_headers', headersFile(site));
  const redirects = resolveRedirects(site);
  await output.write('_redirects', redirectsFile(redirects));
  await output.write('redirects.nginx', nginxMap(redirects));
  for (const { from, to } of redirects) {
    const path = redirectPagePath(from, site.base);
    const url = to.startsWith('/') ? site.origin + to : to;
    if (path && !output.has(path)) await output.write(path, redirectPage(url));
  }
  await writeViewLists(site, output);
}

/** The ids that the view counter may count, one file a year. */
async function writeViewLists({ content }: Site, output: Output): Promise<void> {
  const years = Map.groupBy(content.articles, ({ id }) => id.slice(0, 4));
  for (const [year, articles] of years) {
    const ids = articles.map(({ id }) => `${id}\n`).toSorted();
    await output.write(`views/${year}.txt`, ids.join(''));
  }
}
