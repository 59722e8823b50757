/** Each address of the desk, and what answers it. One change at a time: two would read the same file. */
import { rm } from 'node:fs/promises';
import { findColumn } from '../../rules/column-checks.ts';
import type { ArticleMark, PublishingFacts } from '../api.ts';
import { photographKind } from '../photographs.ts';
import { answerUnsaved } from './answer-unsaved.ts';
import { answerJson, GONE, NOWHERE, refuse, TOO_LARGE } from './answers.ts';
import { moment, noteWriter, openDeskReviews } from '../reviews/desk-reviews.ts';
import { mayWrite } from '../reviews/take-review-step.ts';
import { articleMark } from './article-mark.ts';
import { isAct } from './acts.ts';
import { articleRoutes } from './article-routes.ts';
import type { Seen } from './article-routes.ts';
import type { DeskOptions } from './desk-options.ts';
import { beginArticle, importArticle } from './begin-article.ts';
import { deskFacts } from './desk-facts.ts';
import { gitFacts } from './desk-git.ts';
import { fetchFollowed } from './follow-remote.ts';
import { deskSettings } from './desk-settings.ts';
import { deskSiteReader } from './desk-site.ts';
import type { DeskSite } from './desk-site.ts';
import type { Visitor } from './entrance.ts';
import { openLeases } from './leases.ts';
import { openArticle, readSource } from './open-article.ts';
import { readPasted } from '../html/paste-in-process.ts';
import { bytesOf, jsonOf, received, textsIn } from './request-body.ts';
import { sendingProgress } from './sending-progress.ts';
import { openSnapshots, snapshotFolder } from '../versions/snapshots.ts';
import { publishingOf } from './publishing-desk.ts';
import { openTurns } from './turns.ts';
import type { Apart } from './turns.ts';
import type { GitError } from '../../system/run-git.ts';
import { versionKeeper } from '../versions/version-keeper.ts';

type Answer = Promise<Response>;

export interface DeskRoutes {
  /** What is below `/api/`. */
  answer(request: Request, visitor: Visitor): Answer;
  /** Does what came due while the desk was closed, and what comes due from now on. */
  begin(): void;
  close(): Promise<void>;
}

export function deskRoutes(desk: DeskOptions): DeskRoutes {
  const { options, isFixed } = desk;
  const { content } = options.roots;
  const { take: inTurn } = openTurns();
  // One at a time is on its way: the network is waited for before its turn, and apart from it.
  const sendings = openTurns();
  const publishing = desk.publisher && publishingOf(desk, desk.publisher, { sendings, inTurn });
  const read = deskSiteReader(options, { isFixed, publishing });
  const reviewsOf = openDeskReviews(options, isFixed);
  const leases = openLeases(Date.now);
  let last: DeskSite | undefined;
  const look = async (visitor: Visitor): Promise<Seen> => {
    const site = await read();
    last = site;
    desk.preview.show(site.reading);
    publishing?.due.look(site.ahead);
    return { site, reviews: await reviewsOf(site), visitor, leases };
  };
  const snapshots = openSnapshots(snapshotFolder(content), Date.now);
  const sending = sendingProgress();
  const keeper = versionKeeper(snapshots, desk.onFailure);
  const { opened, answer: ofArticle } = articleRoutes(desk, look, read, {
    snapshots,
    keeper,
    sending,
  });
  /** Whoever begins a text is its writer. */
  const noteBeginning = async (id: string, visitor: Visitor): Promise<void> => {
    const { site, reviews } = await look(visitor);
    const place = site.texts.get(id)?.place;
    const by = visitor.person?.name;
    if (!place || by === undefined || !reviews.isOn) return;
    await noteWriter(content, place, [], by, moment(site, isFixed)).catch(
      async (error: unknown) => {
        // Of a text that is there nobody would know who wrote it, and whoever did would begin it once more.
        await rm(place.folder ?? place.path, { recursive: true, force: true });
        throw error;
      },
    );
  };

  const settings = () => deskSettings(content);

  async function bureau(category: string) {
    const found = await settings();
    if (!found)
      return refuse(422, '网站的设置有问题。', '请在终端里运行 npm run check，先把设置改好。');
    const column = findColumn(category, found.columns);
    if (!('column' in column)) return refuse(422, column.message, column.fix);
    const { now } = await read();
    return {
      content,
      sponsor: found.config.sponsor,
      now,
      isPolicy: column.column.style === 'policy',
    };
  }

  async function facts(visitor: Visitor): Answer {
    const found = await settings();
    if (!found)
      return refuse(422, '网站的设置有问题。', '请在终端里运行 npm run check，先把设置改好。');
    return answerJson(await deskFacts(await look(visitor), found, await publishingFacts(visitor)));
  }

  async function publishingFacts(visitor: Visitor): Promise<PublishingFacts> {
    const { isFollowed, person: own } = await gitFacts(content);
    const person = visitor.person?.name ?? own;
    const way = desk.publisher ? 'published' : isFollowed ? 'pushed' : 'kept-here';
    return { way, person };
  }

  async function begin(request: Request, visitor: Visitor): Answer {
    const refusal = mayWrite(visitor.person);
    if (refusal) return answerJson(refusal, 403);
    const { title, category } = textsIn(await jsonOf(request));
    const place = await bureau(category ?? '');
    if (place instanceof Response) return place;
    const begun = await beginArticle(place, { title: title ?? '', category: category ?? '' });
    if (!('id' in begun)) return answerJson(begun, 422);
    await noteBeginning(begun.id, visitor);
    return opened(begun.id, visitor);
  }

  async function take(
    request: Request,
    query: URLSearchParams,
    visitor: Visitor,
    apart: Apart,
  ): Answer {
    const refusal = mayWrite(visitor.person);
    if (refusal) return answerJson(refusal, 403);
    const category = query.get('category') ?? '';
    const place = await bureau(category);
    if (place instanceof Response) return place;
    const bytes = await bytesOf(request);
    if (!bytes) return TOO_LARGE();
    const file = { name: query.get('name') ?? '稿件.docx', bytes };
    const meant = { category, isPolicy: place.isPolicy };
    const taken = await importArticle(place, file, meant, apart);
    if (!('id' in taken)) return answerJson(taken, 422);
    await noteBeginning(taken.id, visitor);
    const seen = await look(visitor);
    const article = seen.site.texts.get(taken.id);
    if (!article) return GONE();
    const source = await readSource(article.place);
    await keeper.saved(article.place, source, visitor.person?.name, '导入');
    return answerJson({ article: await openArticle(seen, article), notices: taken.notices });
  }

  async function paste(request: Request, id: string | null): Answer {
    const bytes = await bytesOf(request, 20 * 1024 * 1024);
    if (!bytes) return refuse(413, '复制的内容太多。', '请分几次粘贴，或者把 Word 文件导入。');
    const place =
      id === null ? undefined : await inTurn(async () => (await read()).texts.get(id)?.place);
    const pictures = (place?.beside ?? []).filter(photographKind);
    const pasted = await readPasted({ html: new TextDecoder().decode(bytes), pictures });
    return 'markdown' in pasted ? answerJson(pasted) : answerJson(pasted, 422);
  }

  async function markOf(site: DeskSite, id: string, { session }: Visitor): Answer {
    const place = site.texts.get(id)?.place;
    const live = publishing && JSON.stringify([publishing.live.now(), publishing.due.trouble()]);
    const mark = place && (await articleMark(content, place, leases.holder(id, session), live));
    return mark === undefined ? GONE() : answerJson({ mark } satisfies ArticleMark);
  }

  const answer: DeskRoutes['answer'] = async (sent, visitor) => {
    // A slow line holds up nobody else: a turn begins when all is here.
    const request = await received(sent);
    if (request instanceof Response) return request;
    const { pathname, searchParams } = new URL(request.url);
    const parts = pathname.slice('/api/'.length).split('/').map(decoded);
    const [first = '', ...rest] = parts;
    const route = `${request.method} ${first}`;
    // Nothing is changed by it, and who types does not wait for what others save.
    if (route === 'POST articles' && rest[1] === 'unsaved' && rest.length === 2) {
      const answer = (site: DeskSite) => answerUnsaved(site, rest[0] ?? '', request, desk.preview);
      return last ? answer(last) : inTurn(async () => answer((await look(visitor)).site));
    }
    // Asked while the answer to a step is waited for, whose turn it is.
    if (route === 'GET articles' && rest[1] === 'progress' && rest.length === 2) {
      return answerJson(sending.of(rest[0] ?? ''));
    }
    if (route === 'GET articles' && rest[1] === 'mark' && rest.length === 2) {
      const answer = (site: DeskSite) => markOf(site, rest[0] ?? '', visitor);
      return last ? answer(last) : inTurn(async () => answer((await look(visitor)).site));
    }
    if (first === 'articles' && rest.length > 0) {
      const [id = '', ...behind] = rest;
      const live = publishing?.live;
      const answer = (unfetched?: GitError): Answer =>
        inTurn((apart) => ofArticle(id, behind, request, visitor, { unfetched, apart, live }));
      if (request.method !== 'POST' || !isAct(behind)) return answer();
      return sendings.take(async () => answer(await fetchFollowed(content)));
    }
    if (rest.length === 0) {
      if (route === 'GET desk') return inTurn(() => facts(visitor));
      if (route === 'POST articles') return inTurn(() => begin(request, visitor));
      if (route === 'POST import')
        return inTurn((apart) => take(request, searchParams, visitor, apart));
      if (route === 'POST paste') {
        return paste(request, searchParams.get('article'));
      }
    }
    return NOWHERE();
  };

  return {
    answer,
    begin: () => publishing?.due.look(),
    close: async () => publishing?.due.close(),
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
