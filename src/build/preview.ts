/** The site as the dev server shows it: what readers do not see yet, marked, and texts that still have problems. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PictureLookup } from '../images/picture-lookup.ts';
import { isUnread } from '../markdown/inspect-size.ts';
import type { Article } from '../model/article.ts';
import { NOTHING_NAMED } from '../model/body.ts';
import type { Content, HiddenReason } from '../model/content.ts';
import { newestFirst } from '../rules/cross-checks.ts';
import type { Issue } from '../model/issue.ts';
import type { IncompleteArticle, ReadContent } from '../reading/load-content.ts';

const MARKS: Readonly<Record<HiddenReason, (article: Article) => string>> = {
  draft: () => '草稿',
  future: ({ date }) => `定时发布 ${date}`,
  expired: ({ expires }) => `已过期 ${expires ?? ''}`.trim(),
};

/** The content with its drafts, scheduled and expired articles among the others, each with its mark. */
export function previewOf({ content, incomplete }: ReadContent, issues: readonly Issue[]): Content {
  const faulty = new Set(issues.filter(({ level }) => level === 'stop').map(({ file }) => file));
  const unread = new Set(issues.filter(isUnread).map(({ file }) => file));
  const canBeRead = ({ file }: { file: string }): boolean => !unread.has(file);
  const hidden = content.unpublished.map(({ article, reason }) => ({
    ...article,
    preview: MARKS[reason](article),
  }));
  const ids = new Set<string>();
  const unfinished = incomplete.flatMap(withWhatIsWritten);
  const articles = [...content.articles, ...hidden, ...unfinished]
    .filter((article) => canBeRead(article) && canBeRendered(article, faulty))
    // Of two with one id the first has the address.
    .filter(({ id }) => !ids.has(id) && ids.add(id))
    .map((article) => withWhatIsThere(article, faulty))
    .toSorted(newestFirst);
  const toCome = content.topicsToCome.map((topic) => ({
    ...topic,
    preview: `定时发布 ${topic.date}`,
  }));
  // Of a text that is edited meanwhile the newest is shown.
  const topics = [...toCome, ...content.topics]
    .filter(canBeRead)
    .map((topic) => ({ ...topic, digest: '' }));
  const pages = content.pages.filter(canBeRead);
  const slugs = new Set(pages.map(({ slug }) => slug));
  // A column shows its list where its page cannot be read.
  const columns = content.columns.map(({ page, ...column }) =>
    page !== undefined && slugs.has(page) ? { ...column, page } : column,
  );
  // The page for who has no network would stay with the port, whatever is shown there next.
  const site = { ...content.site, offline: false };
  return { ...content, site, articles, columns, pages, topics, topicsToCome: [], unpublished: [] };
}

/** Without a title or a date it has no line in a list; the source is an empty field that its issue speaks of. */
function withWhatIsWritten({ article, reason }: IncompleteArticle): Article[] {
  const { title, date, source = '', category = '' } = article;
  if (title === undefined || date === undefined) return [];
  const shown = { ...article, title, date, source, category, named: NOTHING_NAMED };
  return [reason ? { ...shown, preview: MARKS[reason](shown) } : shown];
}

/** An MDX text that was refused is a program that must not run, and a table that was refused has no rows. */
function canBeRendered(article: Article, faulty: ReadonlySet<string>): boolean {
  const { file, format, folder } = article;
  const place = file.slice(0, file.lastIndexOf('/') + 1);
  const isTableFaulty = (other: string): boolean =>
    folder !== undefined && other.startsWith(place) && other.endsWith('.csv');
  return !(format === 'mdx' && faulty.has(file)) && ![...faulty].some(isTableFaulty);
}

/** Attachments that are not there were reported; the page can do without them. */
function withWhatIsThere(article: Article, faulty: ReadonlySet<string>): Article {
  // Of a text that is edited meanwhile the newest is shown.
  const shown = { ...article, digest: '' };
  const { folder, attachments } = article;
  if (!faulty.has(article.file) || !attachments) return shown;
  const there = attachments.filter(({ file }) => folder && existsSync(join(folder, file)));
  return { ...shown, attachments: there };
}

/** Knows a picture for each file: one that is missing or damaged was reported, and its alternative text shows. */
export function lenientPictures(lookup: PictureLookup): PictureLookup {
  const missing = {
    key: '',
    width: 640,
    height: 360,
    src: 'missing-picture',
    srcset: '',
    webpSrcset: '',
  };
  return { describe: (file) => lookup.describe(file).catch(() => missing) };
}
