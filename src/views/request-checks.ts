/** What a request says about itself, before anything is looked up for it. */

/** A view has no body; this is what a beacon or a careless proxy may add. */
const MAX_BODY_BYTES = 1024;

/** Hosts that name a machine and no site. Nobody can make such a name lead somewhere else. */
const MACHINE = /^(localhost|[\d.]+|\[[\da-f:.]+\])(:\d+)?$/i;

/** Whose pages may count. */
export interface PageRules {
  /** The origins of the site's pages: `https://www.example.gov.cn`. */
  origins: readonly string[];
  /** Whether the platform lets only hosts of the site come here. */
  isHostChecked: boolean;
}

/**
 * Whether the page that sends a view is the site's own, by all that a browser says of it:
 *
 * - the host that it asks is one of the set origins', or a machine's (trying the site out, or a proxy
 *   that does not pass the host on);
 * - `Origin` is that host or a set origin. Every browser sends it with a POST; `Sec-Fetch-Site` stands in
 *   where a proxy took it away;
 * - `Sec-Fetch-Site`, where it is there, agrees with the two.
 *
 * @param asked the host that the browser asked
 */
export function isOwnPage(
  { headers }: Request,
  asked: string,
  { origins, isHostChecked }: PageRules,
): boolean {
  const host = withoutUsualPort(asked);
  const isPublic = origins.some((origin) => hostOf(origin) === host);
  if (!isHostChecked && !isPublic && !MACHINE.test(host)) return false;

  const origin = headers.get('Origin');
  const site = headers.get('Sec-Fetch-Site');
  if (origin === null) return site === 'same-origin';
  // Only the host: behind a proxy that ends TLS, the request's own scheme is not the page's.
  if (hostOf(origin) === host) return site === null || site === 'same-origin';
  if (!origins.includes(origin)) return false;
  // Where the machine was asked, a proxy stands between: the browser may well have asked the page's host.
  return (
    site === null || /^(cross-site|same-site)$/.test(site) || (site === 'same-origin' && !isPublic)
  );
}

function hostOf(origin: string): string | undefined {
  const url = URL.parse(origin);
  return url?.host ? withoutUsualPort(url.host) : undefined;
}

function withoutUsualPort(host: string): string {
  return host.toLowerCase().replace(/:(80|443)$/, '');
}

/** Whether the browser fetches ahead of its reader, who may never come. */
export function isFetchedAhead({ headers }: Request): boolean {
  // Rendering ahead is `prefetch;prerender`.
  return /prefetch/.test(headers.get('Sec-Purpose') ?? headers.get('Purpose') ?? '');
}

/** Whether a request brings a body that is longer than any view needs, or of unknown length. */
export function isTooLarge({ headers }: Request): boolean {
  return headers.has('Transfer-Encoding') || Number(headers.get('Content-Length')) > MAX_BODY_BYTES;
}
