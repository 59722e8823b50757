/** What can be judged only when all files are read: names that must be unique, and names that must exist. */
import type { Article } from '../model/article.ts';
import type { Column } from '../model/columns.ts';
import { findColumn } from './column-checks.ts';
import type { Unpublished } from '../model/content.ts';
import { lineIn } from '../model/field-lines.ts';
import type { FieldLines } from '../model/field-lines.ts';
import type { Finding, Issue } from '../model/issue.ts';
import { nearest } from '../model/nearest.ts';
import { found, ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import type { SiteConfig } from '../model/site-config.ts';
import type { YamlPath } from '../model/yaml-text.ts';

export const idTwiceRule: Rule = {
  id: 'article/id-twice',
  level: 'stop',
  scope: 'site',
  title: '重复的稿件编号',
  basis: '一个地址只能有一篇稿件。',
};

export const unknownColumnRule: Rule = {
  id: 'column/unknown',
  level: 'stop',
  scope: 'site',
  title: '稿件的栏目',
  basis: '不在栏目里的稿件，读者找不到。',
};

export const homeColumnRule: Rule = {
  id: 'home/column',
  level: 'stop',
  scope: 'site',
  title: '首页的栏目',
  basis: '首页上不能有不存在的栏目。',
};

/** An article and where its front matter's lines are. */
export interface Located {
  article: Article;
  lines: FieldLines;
}

/** Two texts under one id: a folder and a file, or two years. */
export function checkIds(articles: readonly Located[]): Issue[] {
  const twice = repeated(articles, ({ article }) => [article.id]);
  return twice.map(({ item, other, key }) =>
    ruled(idTwiceRule, {
      file: item.article.file,
      message: `稿件编号「${key}」已经被 ${other.article.file} 使用。`,
      fix: '给其中一篇换一个短名。',
    }),
  );
}

/** Sets each article's column, or says why it has none. */
export function placeInColumns(articles: readonly Located[], columns: readonly Column[]): Issue[] {
  const known = new Map<string, ReturnType<typeof findColumn>>();
  return articles.flatMap(({ article, lines }) => {
    if (article.category === '') return [];
    const meant = known.get(article.category) ?? findColumn(article.category, columns);
    known.set(article.category, meant);
    if ('column' in meant) {
      article.column = meant.column.slug;
      return [];
    }
    const line = lineIn(lines, 'category');
    return [ruled(unknownColumnRule, { file: article.file, line, ...meant })];
  });
}

/** Home blocks that show a column which is not there. */
export function checkHome(
  site: SiteConfig,
  columns: readonly Column[],
  file: string,
  lineOf: (path: YamlPath) => number,
): Issue[] {
  const findings = site.home.flatMap((block, index): Finding[] => {
    const shown = findColumn(block.column, columns);
    if ('column' in shown) {
      block.column = shown.column.slug;
      return [];
    }
    const known = columns.some(({ slug, name }) => [slug, name].includes(block.column));
    const meant = nearest(
      block.column,
      columns.map(({ slug }) => slug),
    );
    return [
      {
        file,
        line: lineOf(['home', index, 'column']),
        ...(known
          ? {
              message: `首页栏目「${block.column}」不是稿件列表（是单页、链接，或者有几个同名的）。`,
              fix: shown.fix,
            }
          : {
              message: `首页栏目「${block.column}」在 columns.yaml 里没有。`,
              fix: meant ? `是不是「${meant}」？` : shown.fix,
            }),
      },
    ];
  });
  return found(homeColumnRule, findings);
}

/**
 * Parts what readers may see now from what they may not.
 * @param now the present in Beijing time, `YYYY-MM-DD HH:MM`
 */
export function publication(
  articles: readonly Article[],
  now: string,
): { articles: Article[]; unpublished: Unpublished[] } {
  const published: Article[] = [];
  const unpublished: Unpublished[] = [];
  for (const article of articles) {
    const { draft, date, expires } = article;
    if (draft) unpublished.push({ article, reason: 'draft' });
    else if (date > now) unpublished.push({ article, reason: 'future' });
    else if (expires && expires <= now) unpublished.push({ article, reason: 'expired' });
    else published.push(article);
  }
  return { articles: published.toSorted(newestFirst), unpublished };
}

/** A day without a time counts as its first minute. */
export function newestFirst(a: Article, b: Article): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}

function repeated<T>(
  items: readonly T[],
  keysOf: (item: T) => readonly string[],
): { item: T; other: T; key: string }[] {
  const first = new Map<string, T>();
  return items.flatMap((item) =>
    keysOf(item).flatMap((key) => {
      const other = first.get(key);
      if (other === undefined) first.set(key, item);
      return other === undefined ? [] : [{ item, other, key }];
    }),
  );
}
