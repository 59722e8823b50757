/** Articles into another column: their pages move, and whoever asks for the old ones is led to them. */
import type { Article, PlacedArticle } from '../model/article.ts';
import { unquotedName } from '../reading/quoted-name.ts';
import { findColumn } from '../rules/column-checks.ts';
import { articlePath, href } from '../site/addresses.ts';
import { linesOfArticle } from '../site/ledger/present-lines.ts';
import { withLedger } from './change.ts';
import type { Change, Refused, StandingSite } from './change.ts';
import { editFields } from './edit-fields.ts';
import { findArticle } from './find-article.ts';

/**
 * @param written names or addresses of articles
 * @param to the column, as it may be written in an article
 */
export async function moveArticles(
  standing: StandingSite,
  written: readonly string[],
  to: string,
): Promise<Change | Refused> {
  const { site } = standing;
  const { columns } = site.content;
  const meant = findColumn(unquotedName(to), columns);
  if (!('column' in meant)) {
    return {
      problem: `--to：${meant.message.replace('栏目（category）写的是', '')}\n${meant.fix}`,
    };
  }
  const { slug, name } = meant.column;
  const isAlone =
    columns.filter((column) => [column.name, column.slug].includes(name)).length === 1;
  const category = isAlone ? name : slug;
  const change: Change = { files: [], told: [], addresses: [] };
  const lines = [];
  const moved = new Set<string>();
  for (const one of written) {
    const article = findArticle(standing, one);
    if ('problem' in article) return article;
    const { id, file, path, column } = article;
    if (moved.has(id)) continue;
    moved.add(id);
    if (column === slug) return { problem: `稿件「${id}」已经在栏目「${name}」里。` };
    const edited = await editFields(article, [{ field: 'category', value: category }]);
    if ('problem' in edited) return edited;
    change.files.push({ path, text: edited.text });
    change.told.push(`${file}：栏目 ${article.category ?? ''} → ${category}`);
    const from = href(site, articlePath(site, article));
    change.addresses.push({ from, to: href(site, articlePath(site, { id, column: slug })) });
    lines.push(...publishedLines(standing, article));
  }
  return withLedger(standing, lines, change);
}

/** The addresses of an article as lines of the ledger; none of one that readers never saw. */
export function publishedLines({ site }: StandingSite, { id }: PlacedArticle) {
  const isPublished = ({ id: other }: Article): boolean => other === id;
  const article = site.content.articles.find(isPublished);
  return article ? [...linesOfArticle(site, article)] : [];
}
