/** The articles as the search index takes them: one at a time, so that their texts are never all in memory. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readCsv } from '../markdown/csv-table.ts';
import { inspectBody } from '../markdown/inspect-body.ts';
import type { Article } from '../model/article.ts';
import type { SearchDocument } from '../search/search-document.ts';
import { articlePath, href } from '../site/addresses.ts';
import { readBody } from '../site/article-body.ts';
import type { CurrentSite } from '../site/current-site.ts';
import { day } from '../site/dates.ts';

export async function* searchDocuments({ site }: CurrentSite): AsyncGenerator<SearchDocument> {
  for (const article of site.content.articles) {
    const { title, subtitle, source, date, column, format, file, attachments = [] } = article;
    const { chain } = site.tree.node(column);
    const { text } = inspectBody(await readBody(article), { format, file, firstLine: 1 });
    const tables = await tableTexts(article);
    const parts = [subtitle, text, ...tables, ...attachments.map((attachment) => attachment.title)];
    yield {
      url: href(site, articlePath(site, article)),
      title,
      text: parts.filter((part) => part).join('\n'),
      columns: chain.map(({ name }) => name),
      year: day(date).slice(0, 4),
      source,
      date: day(date),
    };
  }
}

/** The cells of the CSV files that the body shows as tables. */
async function tableTexts({ folder, references }: Article): Promise<string[]> {
  if (!folder) return [];
  const names = references.map(({ target }) => target).filter((target) => /\.csv$/i.test(target));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.flatMap((text) => readCsv(text).map((row) => row.join(' ')));
}
