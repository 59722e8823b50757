/**
 * The view counter (浏览次数) on web standards only, the same on every platform:
 *
 * - `POST <base>api/views/<id>` counts one view and answers the count,
 * - `GET <base>api/views?ids=a,b` answers up to 100 counts,
 * - `GET <base>api/views/health` tells whether views can be counted.
 */
import { apiBelow, isOfApi, MAX_IDS } from './api.ts';
import { isArticleId } from './article-id.ts';
import { createRateLimit } from './rate-limit.ts';
import { isFetchedAhead, isOwnPage, isTooLarge } from './request-checks.ts';
import type { ViewSetUp } from './set-up.ts';
import { UncertainWriteError, type ViewStore } from './store.ts';
import { answer, refuse } from './view-answers.ts';
import type { KeyedHash } from './keyed-hash.ts';
import { createVisitors } from './visitors.ts';

export interface ViewCounterOptions<R extends Request = Request> {
  store: ViewStore;
  /** Whether the site has published an article of this id, well-formed or not. Only then is it counted. */
  published: (id: string) => Promise<boolean>;
  /** Rejects when the lists of what is published are out of reach, so that no view could be counted. */
  checkLists?: () => Promise<void>;
  /** The reader's address, as the platform knows it: never a header that a reader may write. */
  clientAddress: (request: R) => string;
  /** The host that the reader's browser asked, where it is not that of the request. */
  askedHost?: (request: R) => string;
  /** Whether the platform lets only hosts of the site come here. `false` by default: see `isOwnPage`. */
  isHostChecked?: boolean;
  /** Whether a User-Agent is a robot's. Its views are not counted. */
  isBot: (agent: string) => boolean;
  /** Checked by `checkSetUp` where it was set. */
  setUp: ViewSetUp;
  /** A clock in milliseconds that never goes back. */
  now?: () => number;
  /** Makes the hash that stands for a visit, with a new key: `webHash`, or a faster way of the platform. */
  newHash: () => KeyedHash;
  /** Visits that are remembered before the oldest are forgotten early, 64 bytes each. A million by default. */
  generationLimit?: number;
  /** Is told why an answer was 503. */
  onError?: (cause: unknown) => void;
}

export interface ViewCounter<R extends Request = Request> {
  /** Answers any request, 404 to those outside `<base>api/views`. Never rejects. */
  fetch(request: R): Promise<Response>;
}

/** A counter over a store. */
export function createViewCounter<R extends Request = Request>({
  store,
  published,
  checkLists = async () => {},
  clientAddress,
  askedHost = ({ url }) => new URL(url).host,
  isHostChecked = false,
  isBot,
  setUp: { basePath, origins, requestsAMinute },
  now = () => performance.now(),
  newHash,
  generationLimit,
  onError = () => {},
}: ViewCounterOptions<R>): ViewCounter<R> {
  const api = apiBelow(basePath);
  const begun = now();
  const visitors = createVisitors({ now, newHash, generationLimit });
  const isWithinLimit = createRateLimit({ now, requestsAMinute });

  async function route(request: R): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    if (!isOfApi(api, pathname)) return refuse('not_found');
    if (!isWithinLimit(clientAddress(request))) {
      return refuse('too_many_requests', { 'Retry-After': '60' });
    }
    const name = pathname.slice(api.length + 1);

    if (name !== '' && name !== 'health') {
      if (request.method !== 'POST') return refuse('method_not_allowed', { Allow: 'POST' });
      return countView(request, name);
    }
    if (!/^(GET|HEAD)$/.test(request.method))
      return refuse('method_not_allowed', { Allow: 'GET, HEAD' });
    return name === 'health' ? health() : readCounts(searchParams.get('ids') ?? '');
  }

  async function countView(request: R, id: string): Promise<Response> {
    if (isTooLarge(request)) return refuse('too_large');
    if (!isOwnPage(request, askedHost(request), { origins, isHostChecked })) {
      return refuse('forbidden_origin');
    }
    if (!(await published(id))) return refuse('not_published');

    const agent = request.headers.get('User-Agent') ?? '';
    if (isFetchedAhead(request) || isBot(agent)) return presentCounts([id]);
    const visit = await visitors.admit({ address: clientAddress(request), agent }, id);
    if (!visit) return presentCounts([id]);
    try {
      return answer({ counts: { [id]: await store.add(id) } });
    } catch (cause) {
      // Where the view may have been written after all, a second try would count it twice.
      if (!(cause instanceof UncertainWriteError)) visit.undo();
      throw cause;
    }
  }

  async function readCounts(list: string): Promise<Response> {
    const ids = [...new Set(list.split(','))];
    if (ids.length > MAX_IDS) return refuse('too_many_ids');
    if (!ids.every(isArticleId)) return refuse('bad_ids');
    const known = await Promise.all(ids.map(published));
    return presentCounts(ids.filter((_, index) => known[index]));
  }

  async function presentCounts(ids: readonly string[]): Promise<Response> {
    const counts = await store.counts(ids);
    return answer({ counts: Object.fromEntries(ids.map((id) => [id, counts.get(id) ?? 0])) });
  }

  async function health(): Promise<Response> {
    await checkLists();
    const uptimeSeconds = Math.floor((now() - begun) / 1000);
    return answer({ status: 'ok', ...(await store.health()), uptimeSeconds });
  }

  async function fetch(request: R): Promise<Response> {
    const response = await route(request).catch((cause: unknown) => {
      onError(cause);
      return refuse('unavailable', { 'Retry-After': '5' });
    });
    const origin = request.headers.get('Origin') ?? '';
    if (origins.includes(origin)) {
      response.headers.set('Access-Control-Allow-Origin', origin);
      response.headers.set('Vary', 'Origin');
    }
    return request.method === 'HEAD' ? new Response(null, response) : response;
  }

  return { fetch };
}
