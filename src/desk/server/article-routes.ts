/** One article's addresses: opened, saved, given files, reviewed, taken to its readers and from them. */
import { isArticleName } from '../../model/article-name.ts';
import type { ReadArticle } from '../../model/article.ts';
import type { Refusal } from '../api.ts';
import { mayWrite, takeReviewStep } from '../reviews/take-review-step.ts';
import { moment, noteWriter } from '../reviews/desk-reviews.ts';
import type { SiteReviews } from '../reviews/desk-reviews.ts';
import { ACTS } from './acts.ts';
import type { OnItsWay } from './acts.ts';
import { addFile } from './add-files.ts';
import { answerJson, GONE, NOWHERE, refuse, TOO_LARGE } from './answers.ts';
import { becomeMdx } from './as-mdx.ts';
import type { DeskSite } from './desk-site.ts';
import type { DeskOptions } from './desk-options.ts';
import type { Visitor } from './entrance.ts';
import type { Leases } from './leases.ts';
import { renameToDay } from './name-of-day.ts';
import { openArticle, readSource } from './open-article.ts';
import { cutOf, fileOf, pictureOf } from './picture-routes.ts';
import { removeFile } from './remove-file.ts';
import { bytesOf, jsonOf, textsIn } from './request-body.ts';
import { savedIn, textToSave } from './save-article.ts';
import { articlePlaces } from '../preview/article-places.ts';
import type { Sending } from './sending-progress.ts';
import type { Snapshots } from '../versions/snapshots.ts';
import type { VersionKeeper } from '../versions/version-keeper.ts';
import { answerVersions } from '../versions/version-routes.ts';
import { writeTogether } from '../../system/write-together.ts';

type Answer = Promise<Response>;

/** The site as it is now, with its reviews, as one person sees it. */
export interface Seen {
  site: DeskSite;
  reviews: SiteReviews;
  visitor: Visitor;
  leases: Leases;
}

export interface ArticleRoutes {
  /** The article as it is now, which the preview shows. */
  opened(id: string, visitor: Visitor): Answer;
  /** @param rest of the address, behind the article's name */
  answer(
    id: string,
    rest: readonly string[],
    request: Request,
    visitor: Visitor,
    on: OnItsWay,
  ): Answer;
}

export function articleRoutes(
  desk: DeskOptions,
  look: (visitor: Visitor) => Promise<Seen>,
  read: () => Promise<DeskSite>,
  kept: { snapshots: Snapshots; keeper: VersionKeeper; sending: Sending },
): ArticleRoutes {
  const { content } = desk.options.roots;
  const { snapshots, keeper, sending } = kept;

  async function opened(id: string, visitor: Visitor): Answer {
    const seen = await look(visitor);
    const article = seen.site.texts.get(id);
    return article ? answerJson(await openArticle(seen, article)) : GONE();
  }

  /** Why nothing may be written into it now; undefined where it may, and then it is this one's for a while. */
  function keptFrom({ place }: ReadArticle, { visitor, leases }: Seen): Response | undefined {
    const refusal = mayWrite(visitor.person);
    if (refusal) return answerJson(refusal, 403);
    const holder = leases.holder(place.id, visitor.session);
    if (holder !== undefined) {
      const fix = `等${holder}写完；着急的，点“接手”，${holder}写的不会丢。`;
      const message = `${holder}正在写这篇稿件。`;
      return answerJson({ message, fix, writing: holder } satisfies Refusal, 423);
    }
    leases.hold(place.id, visitor.session);
    return undefined;
  }

  async function note({ place }: ReadArticle, { reviews, visitor, site }: Seen): Promise<void> {
    const { person } = visitor;
    if (!person || !reviews.isOn) return;
    const at = moment(site, desk.isFixed);
    await noteWriter(content, place, reviews.eventsOf(place), person.name, at);
  }

  async function save(article: ReadArticle, request: Request, seen: Seen): Answer {
    const asked = await jsonOf(request);
    const source = await readSource(article.place);
    const kept = keptFrom(article, seen);
    if (kept) return kept;
    if (request.headers.get('if-match') !== source.etag) {
      return answerJson({ current: await openArticle(seen, article) }, 409);
    }
    const saved = savedIn(asked);
    if (!saved) return refuse(400, '没有收到稿件。', '请重新打开写稿台。');
    const text = textToSave(article.place, source, saved);
    if (typeof text !== 'string') return answerJson(text, 422);
    if (text !== source.bytes.toString('utf8')) {
      // Noted first: a text of which nobody knows who wrote it could be approved by its writer.
      await note(article, seen);
      const isRestored = asked?.['restores'] === true;
      await keeper.before(article.place, source, isRestored);
      await writeTogether([{ path: article.place.path, text }]);
      await keepSaved(article, isRestored ? '恢复以前的版本' : '保存', seen);
    }
    return opened(article.place.id, seen.visitor);
  }

  async function keepSaved({ place }: ReadArticle, did: string, { visitor }: Seen) {
    await keeper.saved(place, await readSource(place), visitor.person?.name, did);
  }

  async function add(article: ReadArticle, request: Request, name: string, seen: Seen): Answer {
    const kept = keptFrom(article, seen);
    if (kept) return kept;
    const bytes = await bytesOf(request);
    if (!bytes) return TOO_LARGE();
    await note(article, seen);
    const added = await addFile(article.place, name, bytes);
    return 'file' in added ? answerJson(added) : answerJson(added, 422);
  }

  async function remove(article: ReadArticle, name: string, seen: Seen): Answer {
    const kept = keptFrom(article, seen);
    if (kept) return kept;
    const refusal = await removeFile(article, name, await readSource(article.place));
    return refusal ? answerJson(refusal, 422) : opened(article.place.id, seen.visitor);
  }

  async function cut(article: ReadArticle, request: Request, name: string, seen: Seen): Answer {
    const kept = keptFrom(article, seen);
    return kept ?? cutOf(article, name, request, () => note(article, seen));
  }

  /** Components are read in an .mdx alone. */
  async function asMdx(article: ReadArticle, request: Request, seen: Seen): Answer {
    const kept = keptFrom(article, seen);
    if (kept) return kept;
    const { etag, body } = await readSource(article.place);
    if (request.headers.get('if-match') !== etag) {
      return answerJson({ current: await openArticle(seen, article) }, 409);
    }
    const refusal = await becomeMdx(article.place, body);
    return refusal ? answerJson(refusal, 422) : opened(article.place.id, seen.visitor);
  }

  /** Answered as the article of its new name. */
  async function toItsDay(article: ReadArticle, request: Request, seen: Seen): Answer {
    const kept = keptFrom(article, seen);
    if (kept) return kept;
    const { etag } = await readSource(article.place);
    if (request.headers.get('if-match') !== etag) {
      return answerJson({ current: await openArticle(seen, article) }, 409);
    }
    const renamed = await renameToDay(article, seen.site, desk.options.roots);
    return 'id' in renamed ? opened(renamed.id, seen.visitor) : answerJson(renamed, 422);
  }

  async function act(
    kind: string,
    article: ReadArticle,
    request: Request,
    { seen, on }: { seen: Seen; on: OnItsWay },
  ): Answer {
    const { note: written = '' } = textsIn(await jsonOf(request));
    const [did, take] = (Object.hasOwn(ACTS, kind) && ACTS[kind]) || [];
    if (did === undefined || !take) return NOWHERE();
    const before = await readSource(article.place);
    if (request.headers.get('if-match') !== before.etag) {
      return answerJson({ current: await openArticle(seen, article) }, 409);
    }
    const { reviews, visitor } = seen;
    const { id } = article.place;
    const setUp = { ...desk, ...on, tell: sending.hear(id, desk.publisher !== undefined) };
    const acting = { setUp, read, person: visitor.person, reviews };
    await keeper.before(article.place, before, true);
    const outcome = await take(article, written.trim(), acting).finally(() => sending.over(id));
    const isElsewhere = outcome === 'elsewhere';
    if (!isElsewhere && !('done' in outcome)) {
      return answerJson(outcome satisfies Refusal, 422);
    }
    const after = await look(visitor);
    const current = after.site.texts.get(article.place.id);
    if (!current) return GONE();
    if (isElsewhere) return answerJson({ current: await openArticle(after, current) }, 409);
    await keepSaved(current, did, seen);
    return answerJson({ article: await openArticle(after, current), done: outcome.done });
  }

  async function review(article: ReadArticle, request: Request, seen: Seen): Answer {
    const asked = textsIn(await jsonOf(request));
    const refusal = await takeReviewStep(article, asked, seen, content);
    if (refusal === 'changed') {
      return answerJson({ current: await openArticle(seen, article) }, 409);
    }
    if (refusal) return answerJson(refusal, 422);
    if (asked['did'] === '送审') seen.leases.release(article.place.id, seen.visitor.session);
    return opened(article.place.id, seen.visitor);
  }

  async function ofArticle(
    id: string,
    rest: readonly string[],
    request: Request,
    visitor: Visitor,
    on: OnItsWay,
  ): Answer {
    const { method } = request;
    const [what, name, ...more] = rest;
    if (!isArticleName(id) || more.length > 0) return GONE();
    const seen = await look(visitor);
    const article = seen.site.texts.get(id);
    if (!article) return GONE();
    if (what === undefined && method === 'GET') return answerJson(await openArticle(seen, article));
    if (what === undefined && method === 'PUT') return save(article, request, seen);
    if (what === 'files' && name !== undefined) {
      if (method === 'GET') return fileOf(article, name);
      return method === 'DELETE' ? remove(article, name, seen) : NOWHERE();
    }
    if (what === 'versions' && method === 'GET') {
      return answerVersions(article, name, { site: seen.site, content, snapshots });
    }
    if (what === 'pictures' && name !== undefined) {
      if (method === 'GET') return pictureOf(article, name);
      return method === 'POST' ? cut(article, request, name, seen) : NOWHERE();
    }
    if (what === 'files' && method === 'POST') {
      return add(article, request, new URL(request.url).searchParams.get('name') ?? '', seen);
    }
    if (what === 'places' && name === undefined && method === 'GET') {
      return answerJson(articlePlaces(seen.site.reading.current, id, seen.site.stateOf(article)));
    }
    if (name !== undefined || method !== 'POST' || what === undefined) return NOWHERE();
    if (what === 'review') return review(article, request, seen);
    if (what === 'day') return toItsDay(article, request, seen);
    if (what === 'mdx') return asMdx(article, request, seen);
    if (what === 'take-over') {
      const refusal = mayWrite(visitor.person);
      if (refusal) return answerJson(refusal, 403);
      seen.leases.hold(id, visitor.session);
      return answerJson(await openArticle(seen, article));
    }
    return act(what, article, request, { seen, on });
  }

  return { opened, answer: ofArticle };
}
