/** The folder `content/` → Content, beside all that is wrong with what staff wrote. */
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ArticleFile, PlacedArticle, ReadArticle } from '../model/article.ts';
import { NOTHING_NAMED } from '../model/body.ts';
import type { Column } from '../model/columns.ts';
import type { Content, HiddenReason, Roots } from '../model/content.ts';
import type { Issue } from '../model/issue.ts';
import { begunTopics } from './begun-topics.ts';
import { ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import type { Waiver } from '../model/waivers.ts';
import type { Redirect } from '../model/word-lists.ts';
import { checkChangeDates } from '../rules/change-dates.ts';
import { checkConsultationResults } from '../rules/consultation-results.ts';
import { checkDocumentsEnded } from '../rules/document-ended.ts';
import { checkColumns } from '../rules/column-checks.ts';
import {
  checkIds,
  hiddenBecause,
  placeHome,
  placeInColumns,
  publication,
} from '../rules/cross-checks.ts';
import { checkGalleries } from '../rules/gallery-pictures.ts';
import { checkPrivateNames } from '../rules/private-names.ts';
import { checkInsideAddresses } from '../rules/inside-addresses.ts';
import type { ContentMemory } from './content-memory.ts';
import { draftsLast } from './draft-issues.ts';
import { findArticleFiles } from './find-files.ts';
import { judgeNamedFiles } from './judge-named-files.ts';
import { readArticles } from './read-articles.ts';
import { readPages } from './read-pages.ts';
import { readTopics } from './read-topics.ts';
import { readPublicFiles } from './public-files.ts';
import { readSettings } from './read-settings.ts';
import type { SettingsFile } from './read-settings.ts';
import { checkSiteFiles } from './site-files.ts';
import { pathAsStaffSeeIt } from './staff-path.ts';

export const noContentRule: Rule = {
  id: 'settings/no-content',
  level: 'stop',
  scope: 'site',
  title: 'content 文件夹',
  basis: '没有这个文件夹，生成不了网站。',
};

/** What was read, for the checks that look at everything. */
export interface ReadContent {
  /** Its articles have a column, and no required field is missing; whatever else is wrong with them is in the issues. */
  content: Content;
  incomplete: readonly IncompleteArticle[];
  /** Ids of the articles that have no address because of what is wrong with them. */
  unread: ReadonlySet<string>;
  columns: SettingsFile<Column[]>;
  redirects: SettingsFile<Redirect[]>;
  /** `public`, as staff see it. */
  publicFolder: string;
}

/** An article that has a column, but not all required fields. */
export interface IncompleteArticle {
  article: PlacedArticle;
  /** Why readers would not see it now even if it were complete. */
  reason: HiddenReason | undefined;
}

export interface LoadedContent {
  /** There when site.yaml is in order, and the columns of columns.yaml are a tree. */
  read?: ReadContent;
  /** All of which something could be read. */
  articles: readonly ReadArticle[];
  /** Where articles lie, those of which nothing could be read, too. */
  places: readonly ArticleFile[];
  /** Files of `public/` that go online, relative to it. */
  publicFiles: readonly string[];
  /** What the bureau lets stand. */
  waivers: SettingsFile<readonly Waiver[]>;
  issues: readonly Issue[];
}

export interface LoadOptions {
  /** The present in Beijing time, `YYYY-MM-DD HH:MM`. */
  now: string;
  memory: ContentMemory;
  /** Read all articles anew, whatever is known of them. */
  isFresh: boolean;
}

export async function loadContent(
  roots: Roots,
  { now, memory, isFresh }: LoadOptions,
): Promise<LoadedContent> {
  const staffPath = pathAsStaffSeeIt(roots.content);
  if (!(await isFolder(roots.content))) {
    const fix = '请核对 --content 后面的文件夹。';
    const file = staffPath(roots.content);
    const issue = ruled(noContentRule, { file, message: '没有这个文件夹。', fix });
    const waivers = { file, value: [], lineOf: () => 1 };
    return { articles: [], places: [], publicFiles: [], waivers, issues: [issue] };
  }
  const settings = await readSettings(roots.content, staffPath);
  const { site, columns, redirects, wording, bureau, waivers } = settings;
  const pages = await readPages(join(roots.content, 'pages'), staffPath, bureau);
  const { topics, issues: topicIssues } = await readTopics(
    join(roots.content, 'topics'),
    staffPath,
    bureau,
  );
  const found = await findArticleFiles(join(roots.content, 'articles'), staffPath);
  const { articles, issues: textIssues } = readArticles(found.files, bureau, memory.files, isFresh);
  // Where site.yaml cannot be read, that is what there is to mend.
  const largestFile = site?.value.largestFile ?? Infinity;
  const files = await judgeNamedFiles(
    { articles, pages: pages.pages, topics },
    { publicFolder: roots.public, largestFile, memory },
  );
  const published = await readPublicFiles(roots.public, pathAsStaffSeeIt(roots.public));
  const ofParts = [
    ...settings.issues,
    ...pages.issues,
    ...topicIssues,
    ...found.issues,
    ...textIssues,
    ...files.issues,
    ...checkIds(draftsLast(articles)),
    ...checkChangeDates(articles, now),
    ...checkDocumentsEnded(articles, now),
    ...checkConsultationResults(articles, now),
    ...checkGalleries(articles),
    ...published.issues,
    ...checkPrivateNames(
      [
        ...found.files.map(({ id, file }) => ({ name: id, file })),
        ...[...pages.pages, ...topics].map(({ slug, file }) => ({ name: slug, file })),
        ...published.files.map((path) => ({
          name: path,
          file: staffPath(join(roots.public, path)),
        })),
      ],
      [site, columns].flatMap((settingsFile) => settingsFile ?? []),
      redirects,
    ),
  ];
  const loaded = { articles, places: found.files, publicFiles: published.files, waivers };
  if (!site || !columns) return { ...loaded, issues: ofParts };

  const tree = { file: columns.file, columns: columns.value, lineOf: columns.lineOf };
  const columnIssues = checkColumns(tree, pages.pages);
  const inColumns = placeInColumns(articles, columns.value, files.named);
  const home = placeHome(site.value, columns.value, site.file, site.lineOf);
  const issues = [
    ...ofParts,
    ...columnIssues,
    ...inColumns.issues,
    ...(await checkSiteFiles(site.value, roots.public, site.file, site.lineOf)),
    ...home.issues,
    ...checkInsideAddresses({
      site,
      columns,
      redirects,
      articles,
      pages: [...pages.pages, ...topics],
    }),
  ];
  // Where columns are no tree, nothing below them has an address.
  if (columnIssues.length > 0) return { ...loaded, issues };
  const { ready } = inColumns;
  const incomplete = inColumns.incomplete.map((article) => ({
    article,
    reason: hiddenBecause(article, now),
  }));
  const unread = new Set(found.files.map(({ id }) => id));
  for (const { id } of [...ready, ...inColumns.incomplete]) unread.delete(id);
  const content: Content = {
    roots,
    site: home.site,
    columns: columns.value,
    ...publication(ready, now),
    pages: pages.pages.map((page) => ({
      ...page,
      named: files.named.get(page.file) ?? NOTHING_NAMED,
    })),
    ...begunTopics(topics, files.named, now),
    redirects: redirects.value,
    wording,
    publicFiles: published.files,
  };
  const publicFolder = basename(roots.public);
  return {
    ...loaded,
    issues,
    read: { content, incomplete, unread, columns, redirects, publicFolder },
  };
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}
