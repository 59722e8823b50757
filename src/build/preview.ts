/** The site as the dev server shows it: what readers do not see yet, marked, and texts that still have problems. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PictureStore } from '../images/picture-store.ts';
import type { Article } from '../model/article.ts';
import type { Content, Unpublished } from '../model/content.ts';
import { newestFirst } from '../rules/cross-checks.ts';
import type { Issue } from '../model/issue.ts';

const MARKS: Readonly<Record<Unpublished['reason'], (article: Article) => string>> = {
  draft: () => '草稿',
  future: ({ date }) => `定时发布 ${date}`,
  expired: ({ expires }) => `已过期 ${expires ?? ''}`.trim(),
};

/** The content with its drafts, scheduled and expired articles among the others, each with its mark. */
export function previewOf(content: Content, issues: readonly Issue[]): Content {
  const faulty = new Set(issues.filter(({ level }) => level === 'stop').map(({ file }) => file));
  const hidden = content.unpublished.map(({ article, reason }) => ({
    ...article,
    preview: MARKS[reason](article),
  }));
  const ids = new Set<string>();
  const articles = [...content.articles, ...hidden]
    .filter((article) => canBeRendered(article, faulty))
    // Of two with one id the first has the address.
    .filter(({ id }) => !ids.has(id) && ids.add(id))
    .map((article) => withWhatIsThere(article, faulty))
    .toSorted(newestFirst);
  const pages = content.pages.map((page) => ({ ...page, named: withLinks(page) }));
  return { ...content, articles, pages, unpublished: [] };
}

/** Without a title or a date it has no line in a list. An MDX text that was refused is a program that must not run, and a table that was refused has no rows. */
function canBeRendered(article: Article, faulty: ReadonlySet<string>): boolean {
  const { file, format, folder, title, date } = article;
  if (title === '' || date === '') return false;
  const place = file.slice(0, file.lastIndexOf('/') + 1);
  const isTableFaulty = (other: string): boolean =>
    folder !== undefined && other.startsWith(place) && other.endsWith('.csv');
  return !(format === 'mdx' && faulty.has(file)) && ![...faulty].some(isTableFaulty);
}

/** Attachments that are not there were reported; the page can do without them. */
function withWhatIsThere(article: Article, faulty: ReadonlySet<string>): Article {
  const shown = { ...article, named: withLinks(article) };
  const { folder, attachments } = article;
  if (!faulty.has(article.file) || !attachments) return shown;
  const there = attachments.filter(({ file }) => folder && existsSync(join(folder, file)));
  return { ...shown, attachments: there };
}

/** In the preview every article is there, so that no link to one is dead. */
function withLinks({ named }: Pick<Article, 'named'>): Article['named'] {
  return { ...named, hidden: [] };
}

/** A store that knows a picture for each file: one that is missing or damaged was reported, and its alternative text shows. */
export function lenientPictures(store: PictureStore): PictureStore {
  const missing = {
    key: '',
    width: 640,
    height: 360,
    src: 'missing-picture',
    srcset: '',
    webpSrcset: '',
  };
  return { ...store, describe: (file) => store.describe(file).catch(() => missing) };
}
