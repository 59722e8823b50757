/** What `_headers` says goes to every answer of the site: pages, redirects, refusals and view counts alike. */
import { join, resolve } from 'node:path';
import { parseHeaders } from './headers-file.ts';
import { EVERY_ANSWER } from '../../answers/answers.ts';
import { decodePath } from './path-pattern.ts';
import { readWhenChanged } from './read-when-changed.ts';

/** Answers that bring the file itself, or say that the reader has it. */
const WITH_FILE = new Set([200, 206, 304]);
const OF_FILE = ['Cache-Control', 'Content-Disposition', 'Content-Type'];

/**
 * Gives the function that adds the headers of `_headers` in `dist` to an answer.
 *
 * A file takes them as they are. Any other answer keeps what it says of itself and gets what it lacks, but nothing that was
 * said of the file: `_astro/*` is to be kept for a year and a document to be downloaded, their absence is not.
 */
export function createSiteHeaders(
  dist: string,
): (pathname: string, response: Response, isFile: boolean) => Promise<void> {
  const rules = readWhenChanged(join(resolve(dist), '_headers'), parseHeaders);

  return async (pathname, { status, headers }, isFile) => {
    const apply = await rules();
    if (isFile && WITH_FILE.has(status)) {
      apply(decodePath(pathname), headers);
    } else {
      const wanted = new Headers();
      apply(decodePath(pathname), wanted);
      for (const name of OF_FILE) wanted.delete(name);
      for (const [name, value] of wanted) if (!headers.has(name)) headers.set(name, value);
    }
    // Of paths outside of the base `_headers` says nothing.
    for (const [name, value] of Object.entries(EVERY_ANSWER)) {
      if (!headers.has(name)) headers.set(name, value);
    }
    headers.set('X-Content-Type-Options', 'nosniff');
  };
}
