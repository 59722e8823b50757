/** One article as the desk's page has it: its file, its fields, its body, what is wrong, and what lies beside it. */
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { ArticleFile, ReadArticle } from '../../model/article.ts';
import { articleFieldNames } from '../../model/article.ts';
import { isUnread } from '../../markdown/inspect-size.ts';
import { plainForms } from '../../model/plain-forms.ts';
import { readFrontMatter } from '../../reading/front-matter.ts';
import { decodeFile } from '../../reading/text-file.ts';
import { absoluteUrl, articlePath } from '../../site/addresses.ts';
import { photographKind } from '../photographs.ts';
import type { OpenArticle } from '../api.ts';
import type { BesideFile } from '../files-api.ts';
import { deskColumns } from './desk-columns.ts';
import { formValues } from './desk-fields.ts';
import { deskIssues } from './desk-site.ts';
import { isNamed } from './remove-file.ts';
import {
  isReviewedAgain,
  isUnderWay,
  isUnreviewed,
  issuesBesideReview,
  listedReview,
  remarks,
  reviewedIn,
  reviewView,
} from '../reviews/review-view.ts';
import { unsettled } from '../reviews/unsettled.ts';
import type { Seen } from './article-routes.ts';

/** What stands in a file, as far as it can be read. */
export interface Source {
  bytes: Buffer;
  etag: string;
  /** As text; undefined where it is none. */
  text: string | undefined;
  bodyLine: number;
  body: string;
  fields: Record<string, string>;
  /** All of the front matter; undefined where it cannot be read. */
  data: Readonly<Record<string, unknown>> | undefined;
}

export async function readSource(place: ArticleFile): Promise<Source> {
  return sourceOf(await readFile(place.path), place.file);
}

/** @param file the path as staff see it */
export function sourceOf(bytes: Buffer, file: string): Source {
  const etag = createHash('sha256').update(bytes).digest('base64url');
  const nothing = { bytes, etag, bodyLine: 1, body: '', fields: {}, data: undefined };
  const read = decodeFile(bytes, file);
  if ('issue' in read) return { ...nothing, text: undefined };
  const front = readFrontMatter(read.text, file, articleFieldNames);
  const { data: written, body, bodyLine } = front;
  // Without front matter that can be read, only the source can be changed.
  if (written === undefined) return { ...nothing, text: read.text };
  const data = plainForms(written);
  // The blank lines below the second `---` belong to neither.
  const blank = /^\n*/.exec(body)?.[0].length ?? 0;
  return {
    bytes,
    etag,
    text: read.text,
    bodyLine: bodyLine + blank,
    body: body.slice(blank),
    fields: formValues(data),
    data,
  };
}

export async function openArticle(
  { site, reviews, visitor, leases }: Seen,
  article: ReadArticle,
): Promise<OpenArticle> {
  const { place } = article;
  const source = await readSource(place);
  const state = site.stateOf(article);
  const published = site.standing?.site.content.articles.find(({ id }) => id === place.id);
  const events = reviews.eventsOf(place);
  const isUnder = isUnderWay(state, isUnreviewed(site.issuesOf(article)));
  const isLive = state === 'published' || state === 'changed';
  return {
    id: place.id,
    state,
    whyUnsent: state === 'unsent' ? site.whyUnsent(article) : undefined,
    file: place.file,
    etag: source.etag,
    source: source.text ?? '',
    bodyLine: source.bodyLine,
    body: source.body,
    fields: source.fields,
    issues: [
      ...deskIssues(issuesBesideReview(site.issuesOf(article), state)),
      ...remarks(events, source.text ?? ''),
    ],
    preview: site.previewOf(place.id),
    liveUrl:
      published && site.standing && isLive
        ? absoluteUrl(site.standing.site, articlePath(site.standing.site, published))
        : undefined,
    files: await filesBeside(article, source.text ?? ''),
    reviewProblem: wordsOfUnsettled(reviews),
    review: reviewView(reviews.standing(article), isUnder, events, visitor.person),
    reviewedIn: reviewedIn(
      article,
      deskColumns(site.standing?.site.content.columns ?? []).map(({ category }) => category),
      reviews,
    ),
    isReviewedAgain: isReviewedAgain(article, reviews) || undefined,
    listedReview: listedReview(article, isUnder, reviews, visitor.person),
    isUnread: site.issuesOf(article).some(isUnread) || undefined,
    writing: leases.holder(place.id, visitor.session),
  };
}

function wordsOfUnsettled(reviews: Seen['reviews']): string | undefined {
  const refusal = unsettled(reviews);
  return refusal && `${refusal.message} ${refusal.fix}`;
}

async function filesBeside(article: ReadArticle, text: string): Promise<BesideFile[]> {
  const { folder } = article.place;
  if (folder === undefined) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter(
      (entry) => entry.isFile() && !entry.name.startsWith('.') && !/^index\.mdx?$/.test(entry.name),
    )
    .map(({ name }) => name);
  return Promise.all(
    names.map(async (name) => ({
      name,
      size: (await stat(join(folder, name))).size,
      isPicture: photographKind(name) || extname(name).toLowerCase() === '.svg',
      isUsed: isNamed(name, article, text),
    })),
  );
}
