/** The headers that a host keeps with a file, where it keeps them file by file: object storage. */
import { CACHE } from '../answers/answers.ts';
import { FILE_TYPES, UNKNOWN_TYPE, withCharset } from '../answers/file-types.ts';
import { OLD_SYSTEM_ENDINGS } from '../site/moved-page.ts';
import { DOWNLOADED, HASHED } from './path-expression.ts';

const HASHED_PATH = new RegExp(`^(?:${HASHED})$`);
const DOWNLOADED_PATH = new RegExp(`^(?:${DOWNLOADED})$`);

/**
 * Security headers are not among them: object storage keeps none that it does not know; a CDN in front of it sends them.
 * @param path below the base
 */
export function headersOf(path: string): Readonly<Record<string, string>> {
  const ending = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  // Pages at old addresses are pages whatever they are called.
  const written = OLD_SYSTEM_ENDINGS.includes(ending) ? 'html' : ending;
  const known = FILE_TYPES.find(({ endings }) => endings.includes(written));
  const isHashed = HASHED_PATH.test(path);
  const isShown = known?.isShown === true && !DOWNLOADED_PATH.test(path);
  return {
    'content-type': withCharset(known?.type ?? UNKNOWN_TYPE),
    'cache-control': isHashed ? CACHE.hashed : CACHE.file,
    // What the search reads has names without endings, and is never opened.
    ...(isShown || isHashed ? {} : { 'content-disposition': 'attachment' }),
  };
}
