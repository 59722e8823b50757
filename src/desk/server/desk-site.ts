/** The bureau as the desk sees it: all texts with what is wrong with each, and which of them readers do not have yet. */
import type { SiteReading } from '../../build/read-site.ts';
import { siteReader } from '../../build/read-site.ts';
import type { StandingSite } from '../../changes/change.ts';
import type { ReadArticle } from '../../model/article.ts';
import { weightOf } from '../../model/issue.ts';
import type { Issue } from '../../model/issue.ts';
import type { SiteOptions } from '../../output/options.ts';
import { hiddenBecause } from '../../rules/cross-checks.ts';
import { articlePath } from '../../site/addresses.ts';
import { beijingTime } from '../../site/dates.ts';
import type { ArticleState, DeskIssue } from '../api.ts';
import { missingField, withoutKeys } from './desk-fields.ts';
import { deskRemedy } from './desk-remedies.ts';
import { uncommittedArticles } from './desk-git.ts';
import type { Uncommitted } from './desk-git.ts';
import { sentArticles } from './sent-articles.ts';
import type { Publishing } from './sent-articles.ts';
import { waitingArticles } from './waiting-articles.ts';

export interface DeskSite {
  texts: ReadonlyMap<string, ReadArticle>;
  /** As far as it could be judged; undefined where its settings are not in order. */
  standing: StandingSite | undefined;
  now: string;
  issues: readonly Issue[];
  /** By name, what is not as it was committed. */
  uncommitted: ReadonlyMap<string, Uncommitted>;
  stateOf(article: ReadArticle): ArticleState;
  /** What is said of one that is unsent. */
  whyUnsent(article: ReadArticle): string;
  /** When something comes due of what is committed and not live, in milliseconds since 1970; undefined where nothing does. */
  ahead: number | undefined;
  /** What is wrong with an article, or with a file beside it. */
  issuesOf(article: ReadArticle): Issue[];
  /** All that was read; its `current` is with what readers do not see, marked. */
  reading: SiteReading;
  /** Address in the preview, of what is withdrawn too, where its notice is; undefined where it has no page. */
  previewOf(id: string): string | undefined;
}

const NOTHING_READ: ReadArticle['text'] = { bodyLine: 1, digest: '', excerpt: '', references: [] };

/**
 * Reads the site each time it is called; what is known of its files is kept from one time to the next.
 * @param isFixed whether the present stands still, as it does in tests
 * @param publishing what is known of the live site, where this machine sends it to its readers
 */
export function deskSiteReader(
  options: SiteOptions,
  { isFixed, publishing }: { isFixed: boolean; publishing: Publishing | undefined },
): () => Promise<DeskSite> {
  const read = siteReader(options, 'preview');
  return async () => {
    const now = isFixed ? options.now : beijingTime(new Date());
    return deskSite(await read(now), options, now, publishing);
  };
}

async function deskSite(
  reading: SiteReading,
  options: SiteOptions,
  now: string,
  publishing: Publishing | undefined,
): Promise<DeskSite> {
  const { issues, texts, places, judged, current } = reading;
  const { content } = options.roots;
  const [uncommitted, waiting, sent] = await Promise.all([
    uncommittedArticles(content),
    waitingArticles(content),
    publishing && sentArticles(content, now, publishing),
  ]);
  const byFolder = Map.groupBy(issues, ({ file }) => idOfFile(file));
  const issuesOf = ({ place }: ReadArticle): Issue[] => byFolder.get(idOfFile(place.file)) ?? [];
  const { roots } = options;
  // Those of which nothing could be read are to be mended here, too.
  const unread = places.map((place): ReadArticle => ({ place, text: NOTHING_READ, lines: {} }));
  return {
    texts: new Map([...unread, ...texts].map((article) => [article.place.id, article])),
    standing: judged && { site: judged.site, hidden: judged.hidden, roots, now },
    now,
    issues,
    uncommitted,
    issuesOf,
    stateOf(article) {
      const { text, place } = article;
      if (text.title === undefined && text.date === undefined) return 'broken';
      // Readers have something else until it is merged, whatever stands in it.
      const own = uncommitted.get(place.id);
      if (own === undefined && !text.draft && waiting.has(place.id)) return 'waiting';
      if (own === undefined && sent?.isUnsent(article)) return 'unsent';
      if (text.withdrawn) return 'withdrawn';
      const hidden = hiddenBecause(text, now);
      // What was never handed on waits for no day.
      if (hidden === 'future') return own === 'new' ? 'new' : 'scheduled';
      if (hidden) return hidden;
      return own ?? 'published';
    },
    whyUnsent: (article) => sent?.whyUnsent(article) ?? '',
    ahead: sent?.ahead([...texts.values()].filter(({ place }) => !uncommitted.has(place.id))),
    reading,
    previewOf: previewPaths(current),
  };
}

/** `content/articles/2026/20260305-a/1.jpg` and `…/20260305-a.md` are the article's that is called so. */
export function idOfFile(file: string): string {
  const [, id] = /(?:^|\/)articles\/\d{4}\/([^/]+?)(?:\.mdx?)?(?:\/|$)/.exec(file) ?? [];
  return id ?? '';
}

function previewPaths(current: SiteReading['current']): DeskSite['previewOf'] {
  if (!current) return () => undefined;
  const { site } = current;
  const { articles, withdrawn } = site.content;
  const columns = new Map([...articles, ...withdrawn].map(({ id, column }) => [id, column]));
  return (id) => {
    const column = columns.get(id);
    return column === undefined ? undefined : articlePath(site, { id, column });
  };
}

export function deskIssues(issues: readonly Issue[], isNamed = false): DeskIssue[] {
  return issues.map(({ rule, level, line, message, fix, file }) => ({
    level,
    line,
    field: missingField(message),
    message: withoutKeys(isNamed ? `${placeIn(file, line)} ${message}` : message),
    fix: deskRemedy(rule, fix),
  }));
}

function placeIn(file: string, line: number | undefined): string {
  return line === undefined ? file : `${file}:${line}`;
}

/** Problems for which it could not be published, were it no draft. */
export function stopsIn(issues: readonly Issue[]): number {
  return issues.filter(({ level }) => weightOf({ level }) === 'stop').length;
}
