/** What can be judged only when all files are read: names that must be unique, and names that must exist. */
import { isComplete } from '../model/article.ts';
import type { Article, PlacedArticle, ReadArticle } from '../model/article.ts';
import { NOTHING_NAMED } from '../model/body.ts';
import type { NamedFiles } from '../model/body.ts';
import type { Column } from '../model/columns.ts';
import { findColumn } from './column-checks.ts';
import type { HiddenReason, Unpublished } from '../model/content.ts';
import { lineIn } from '../model/field-lines.ts';
import type { Finding, Issue } from '../model/issue.ts';
import { consultationAt } from '../model/consultation.ts';
import { nearest } from '../model/nearest.ts';
import { documentAt } from '../model/official-document.ts';
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

/** Two texts under one id: a folder and a file, or two years. */
export function checkIds(articles: readonly ReadArticle[]): Issue[] {
  const twice = repeated(articles, ({ place }) => [place.id]);
  return twice.map(({ item, other, key }) =>
    ruled(idTwiceRule, {
      file: item.place.file,
      message: `稿件编号「${key}」已经被 ${other.place.file} 使用。`,
      fix: '给其中一篇换一个短名。',
    }),
  );
}

/**
 * Each article with its column, those that are ready for pages apart, and why some have none.
 * @param named what each text names, by its file as staff see it; a text that names nothing is not among them
 */
export function placeInColumns(
  articles: readonly ReadArticle[],
  columns: readonly Column[],
  named: ReadonlyMap<string, NamedFiles>,
): { ready: Article[]; incomplete: PlacedArticle[]; issues: Issue[] } {
  const known = new Map<string, ReturnType<typeof findColumn>>();
  const ready: Article[] = [];
  const incomplete: PlacedArticle[] = [];
  const issues: Issue[] = [];
  for (const { place, text, lines } of articles) {
    const { category } = text;
    if (category === undefined) continue;
    const meant = known.get(category) ?? findColumn(category, columns);
    known.set(category, meant);
    if ('column' in meant) {
      const column = meant.column.slug;
      if (isComplete(text)) {
        ready.push({ ...text, ...place, column, named: named.get(place.file) ?? NOTHING_NAMED });
      } else incomplete.push({ ...text, ...place, column });
      continue;
    }
    const line = lineIn(lines, 'category');
    issues.push(ruled(unknownColumnRule, { file: place.file, line, ...meant }));
  }
  return { ready, incomplete, issues };
}

/** The configuration with the slugs of the columns that its home page shows, and which of them are not there. */
export function placeHome(
  site: SiteConfig,
  columns: readonly Column[],
  file: string,
  lineOf: (path: YamlPath) => number,
): { site: SiteConfig; issues: Issue[] } {
  const findings: Finding[] = [];
  const home = site.home.map((block, index) => {
    const shown = findColumn(block.column, columns);
    if ('column' in shown) return { ...block, column: shown.column.slug };
    const line = lineOf(['home', index, 'column']);
    findings.push({ file, line, ...homeProblem(block.column, columns, shown.fix) });
    return block;
  });
  return { site: { ...site, home }, issues: found(homeColumnRule, findings) };
}

function homeProblem(
  column: string,
  columns: readonly Column[],
  fix: string,
): Pick<Finding, 'message' | 'fix'> {
  if (columns.some(({ slug, name }) => [slug, name].includes(column))) {
    const message = `首页栏目「${column}」不是稿件列表（是单页、链接，或者有几个同名的）。`;
    return { message, fix };
  }
  const slugs = columns.map(({ slug }) => slug);
  const meant = nearest(column, slugs);
  const message = `首页栏目「${column}」在 columns.yaml 里没有。`;
  return { message, fix: meant ? `是不是「${meant}」？` : fix };
}

/**
 * Why readers may not see an article now; undefined when they may.
 * @param now the present in Beijing time, `YYYY-MM-DD HH:MM`
 */
export function hiddenBecause(
  {
    draft,
    date = '',
    expires,
    withdrawn,
  }: Pick<PlacedArticle, 'draft' | 'date' | 'expires' | 'withdrawn'>,
  now: string,
): HiddenReason | undefined {
  if (draft) return 'draft';
  if (date > now) return 'future';
  // What is said in its place does not expire.
  if (withdrawn) return undefined;
  return expires && expires <= now ? 'expired' : undefined;
}

/**
 * Parts what readers may see now, newest first, from what they may not, and from what was taken back. An official document
 * whose last day is over has lost its force, and a consultation is coming, open or over.
 */
export function publication(
  articles: readonly Article[],
  now: string,
): { articles: Article[]; unpublished: Unpublished[]; withdrawn: Article[] } {
  const published: Article[] = [];
  const unpublished: Unpublished[] = [];
  const withdrawn: Article[] = [];
  for (const article of articles.map((each) => atTime(each, now))) {
    const reason = hiddenBecause(article, now);
    if (reason) unpublished.push({ article, reason });
    else (article.withdrawn ? withdrawn : published).push(article);
  }
  return {
    articles: published.toSorted(newestFirst),
    unpublished,
    withdrawn: withdrawn.toSorted(newestFirst),
  };
}

/** The article with what time alone makes of it. */
function atTime(article: Article, now: string): Article {
  const { document, consultation, date } = article;
  const present = document && documentAt(document, now);
  const consulting = consultation && consultationAt(consultation, date, now);
  if (present === document && !consulting) return article;
  return { ...article, document: present, ...(consulting && { consulting }) };
}

/** A day without a time counts as its first minute. */
export function newestFirst(a: Dated, b: Dated): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}

type Dated = Pick<Article, 'date' | 'id'>;

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
