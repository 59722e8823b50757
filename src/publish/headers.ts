/** `_headers`: what a CDN is to send with the files. The local server reads the same file. */
import type { Site } from '../site/site.ts';

/** Everything comes from the site itself. Pagefind's WebAssembly is the one thing that needs a word of its own. */
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

/** No Cache-Control: two rules for one header add up on most hosts, and by default all ask each time. */
const EVERY_FILE = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Strict-Transport-Security': 'max-age=31536000',
};

/** Their names change with their bytes. */
const HASHED = { 'Cache-Control': 'public, max-age=31536000, immutable' };

/** Hosts offer a page that is called `show.asp` for download. */
const PAGE = { 'Content-Type': 'text/html; charset=utf-8' };

const HASHED_PATHS = [
  '_astro/*',
  '_images/*',
  'theme.css',
  // All but list.json, which has no folder.
  'pagefind/:folder/*',
];

/** Offered for download, never opened as part of the site: what is no picture, PDF, audio or video. */
const DOWNLOAD = { 'Content-Disposition': 'attachment' };

const DOWNLOADED = ['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'wps', 'et', 'dps', 'ofd', 'rtf']
  .concat(['csv', 'zip', 'rar', '7z'])
  .map((extension) => `*.${extension}`)
  // Beside an article only: robots.txt and its kin are read in place.
  .concat(':column/:month/:article/*.txt');

/** Patterns know capitals, and so do names that Windows programs gave. */
const DOWNLOAD_PATHS = DOWNLOADED.flatMap((pattern) => {
  const extension = pattern.slice(pattern.lastIndexOf('.'));
  return [pattern, pattern.replace(extension, extension.toUpperCase())];
});

/**
 * What hosts that read `_headers` (at least a hundred rules of it) are to send.
 * @param endings of the fallback pages at old addresses that need a word, `aspx`; each any number of times
 */
export function headersFile({ base }: Site, endings: readonly string[] = []): string {
  const blocks: [string, Record<string, string>][] = [
    [`${base}*`, EVERY_FILE],
    ...HASHED_PATHS.map((path): [string, Record<string, string>] => [base + path, HASHED]),
    ...DOWNLOAD_PATHS.map((path): [string, Record<string, string>] => [base + path, DOWNLOAD]),
    ...[...new Set(endings)]
      .toSorted()
      .map((ending): [string, Record<string, string>] => [`${base}*.${ending}`, PAGE]),
  ];
  return blocks
    .map(([path, headers]) => {
      const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
      return `${path}\n${lines.join('')}`;
    })
    .join('\n');
}
