/** What a request says about itself, before anything is looked up for it. */

/** A view has no body; this is what a beacon or a careless proxy may add. */
const MAX_BODY_BYTES = 1024;

/**
 * Whether the page that sends a view is the site's own: the host that it asks, or one of `origins`.
 * Every browser sends `Origin` with a POST; `Sec-Fetch-Site` stands in where a proxy took it away,
 * and where both are there they must agree.
 */
export function isOwnPage({ url, headers }: Request, origins: readonly string[]): boolean {
  const origin = headers.get('Origin');
  const site = headers.get('Sec-Fetch-Site');
  if (origin === null) return site === 'same-origin';
  if (origins.includes(origin)) return true;
  // Only the host: behind a proxy that ends TLS, the request's own scheme is not the page's.
  const isSameHost = URL.parse(origin)?.host === URL.parse(url)?.host;
  return isSameHost && (site === null || site === 'same-origin');
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
