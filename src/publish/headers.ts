/** `_headers`: what hosts that read it are to send. The small server reads the same file. */
import { CACHE, DOWNLOADED_TEXTS, EVERY_ANSWER, HASHED_PATHS } from '../answers/answers.ts';
import { FILE_TYPES } from '../answers/file-types.ts';
import type { Site } from '../site/site.ts';

/** Two rules for one header add up on most hosts; by default all of them ask each time, so only hashed files have a rule. */
const HASHED = { 'Cache-Control': CACHE.hashed };

/** Hosts offer a page that is called `show.asp` for download. */
const PAGE = { 'Content-Type': 'text/html; charset=utf-8' };

const DOWNLOAD = { 'Content-Disposition': 'attachment' };

/** Patterns know capitals, and so do names that Windows programs gave. What is rare would take as many rules again. */
const DOWNLOAD_PATHS = [
  ...FILE_TYPES.filter(({ isShown, isRare }) => !isShown && !isRare)
    .flatMap(({ endings }) => endings)
    .map((ending) => `*.${ending}`),
  DOWNLOADED_TEXTS,
].flatMap((pattern) => {
  const ending = pattern.slice(pattern.lastIndexOf('.'));
  const capitals = pattern.slice(0, -ending.length) + ending.toUpperCase();
  return [pattern, capitals];
});

/**
 * At most a hundred rules: some hosts read no more.
 * @param endings of the fallback pages at old addresses that need a word, `aspx`; each any number of times
 */
export function headersFile({ base }: Site, endings: readonly string[] = []): string {
  const blocks: [string, Readonly<Record<string, string>>][] = [
    [`${base}*`, EVERY_ANSWER],
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
