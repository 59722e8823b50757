/**
 * What every answer of the site says, whichever server sends it: this table is written as `_headers`, as the files for nginx
 * and Caddy (`publish/`), and asked by the small server (`server/`). Paths are below the base, in the form of `_headers`:
 * `*` is anything, `:name` anything but a slash.
 */

/** Everything comes from the site itself. The search's WebAssembly is the one thing that needs a word of its own. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "media-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** Of every answer, whatever its status. */
export const EVERY_ANSWER: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Strict-Transport-Security': 'max-age=31536000',
};

/** Cache-Control. Answers that are neither a file nor its absence (redirects, refusals) have none. */
export const CACHE = {
  /** Browsers ask each time; a CDN may keep a page for a minute, so that nothing has to be purged but in an emergency. */
  file: 'public, max-age=0, s-maxage=60, must-revalidate',
  /** For what changes its name with its bytes. */
  hashed: 'public, max-age=31536000, immutable',
  /** Of a 404 or 410: the file may appear at any moment, and what was withdrawn may come back. */
  absent: 'no-cache',
} as const;

export const HASHED_PATHS: readonly string[] = [
  '_astro/*',
  '_images/*',
  // Pages ask for it with its hash behind `?`.
  'theme.css',
  // All but list.json, which has no folder.
  'pagefind/:folder/*',
];

/** Offered for download beside what `file-types.ts` says: text beside an article; robots.txt and its kin are read in place. */
export const DOWNLOADED_TEXTS = ':column/:month/:article/*.txt';

/** Where the view counter answers; `views/api.ts` is the same word. It sends headers of its own. */
export const COUNTER_PATH = 'api/views';

/** Files that tell servers what to do: never sent. A regular expression that JavaScript, nginx and Caddy read alike. */
export const CONTROL_NAME = String.raw`_headers|_redirects|_gone|[^/]*\.(?:nginx|caddy)`;

/** The one name that begins with a dot and is public (RFC 8615). */
export const WELL_KNOWN = '.well-known';

export const STATUS = { moved: 301, absent: 404, gone: 410, otherMethod: 405 } as const;

/** Methods that files answer to. */
export const METHODS: readonly string[] = ['GET', 'HEAD'];
