/** Reviews as the desk sees them: where each article stands, what its reader may do, and the record that is added to. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleFile, ReadArticle } from '../../model/article.ts';
import { stopping } from '../../model/issue.ts';
import type { Issue } from '../../model/issue.ts';
import type { ReviewEvent } from '../../model/review.ts';
import type { FileFacts } from '../../reading/content-memory.ts';
import { pathAsStaffSeeIt } from '../../reading/staff-path.ts';
import { articleHash } from '../../review/article-hash.ts';
import type { ReviewedNow } from '../../review/may-review.ts';
import {
  knownRecord,
  readReviewSettings,
  recordNames,
  reviewSettingsPath,
} from '../../review/read-review.ts';
import { recordPath, withEvent, yearOf } from '../../review/record-file.ts';
import { reviewPlan, stepsAhead } from '../../review/review-plan.ts';
import { reviewState } from '../../review/review-state.ts';
import { openFileMemory } from '../../system/file-memory.ts';
import { siteCache } from '../../system/project.ts';
import { writeTogether } from '../../system/write-together.ts';
import type { FileChange } from '../../system/write-together.ts';
import type { SiteOptions } from '../../output/options.ts';
import type { DeskSite } from '../server/desk-site.ts';

export interface SiteReviews {
  /** Whether articles of any column are reviewed, or nobody knows because of `problems`. */
  isOn: boolean;
  /** What is wrong with review.yaml: nothing goes to readers meanwhile, from no column. */
  problems: readonly Issue[];
  eventsOf(place: ArticleFile): readonly ReviewEvent[];
  /** The steps that it needs before readers get it, by its text and record. */
  stepsOf(article: ReadArticle): readonly string[];
  /** Where it stands, with the steps that it needs before readers get it: none where its column asks for none. */
  standing(article: ReadArticle): ReviewedNow;
}

/** Files that did not change are not read twice by one desk. */
export function openDeskReviews(
  { roots }: SiteOptions,
  isFixed: boolean,
): (site: DeskSite) => Promise<SiteReviews> {
  const memory = openFileMemory<FileFacts>({
    file: join(siteCache(roots), 'desk-files.json'),
    folders: [],
  });
  const { content } = roots;
  return async (site) => {
    const columns = site.standing?.site.content.columns ?? [];
    const staffPath = pathAsStaffSeeIt(content);
    const { settings } = await readReviewSettings(content, columns, staffPath);
    const plan = reviewPlan(settings, columns);
    const file = staffPath(reviewSettingsPath(content));
    const problems = stopping(site.issues.filter((issue) => issue.file === file));
    const recorded = new Set(await recordNames(content));
    const eventsOf = (place: ArticleFile): readonly ReviewEvent[] =>
      recorded.has(`${yearOf(place)}/${place.id}.yaml`)
        ? knownRecord(recordOf(content, place), memory).events
        : [];
    const stepsOf = ({ place, text }: ReadArticle) =>
      stepsAhead(
        text,
        eventsOf(place),
        plan,
        site.uncommitted.has(place.id) ? site.now : undefined,
      );
    return {
      isOn: settings.length > 0 || problems.length > 0,
      problems,
      eventsOf,
      stepsOf,
      standing(article) {
        const events = eventsOf(article.place);
        const steps = stepsOf(article);
        const hash = articleHash(article, roots.public, memory);
        const at = after(events, moment(site, isFixed));
        return { state: reviewState(events, hash, steps), steps, hash, at };
      },
    };
  };
}

/** A record is read in the order of its times: what comes after it does so by whatever clock it was written. */
function after(events: readonly ReviewEvent[], now: string): string {
  const last = events.at(-1)?.at ?? '';
  return last > now ? last : now;
}

/** `2026-11-25 10:32:05` */
export function moment({ now }: DeskSite, isFixed: boolean): string {
  if (isFixed) return `${now}:00`;
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}

/** Absolute path of an article's record. */
export function recordOf(content: string, place: ArticleFile): string {
  return recordPath(content, { year: yearOf(place), id: place.id });
}

/** The record with one more event, to be written. */
export function recordChange(content: string, place: ArticleFile, event: ReviewEvent): FileChange {
  const path = recordOf(content, place);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  return { path, text: withEvent(before, event) };
}

/** Whoever writes of a text does not approve it: noted once a day, and again after others did something. */
export async function noteWriter(
  content: string,
  place: ArticleFile,
  events: readonly ReviewEvent[],
  by: string,
  at: string,
): Promise<void> {
  const since = events.findLastIndex(({ did }) => did !== '写稿');
  const isNoted = events
    .slice(since + 1)
    .some((event) => event.by === by && event.at.slice(0, 10) === at.slice(0, 10));
  if (!isNoted) await writeTogether([recordChange(content, place, { at, by, did: '写稿' })]);
}
