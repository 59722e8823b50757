/** The table of file types, asked by a file's name. */
import { extname } from 'node:path';
import { FILE_TYPES, UNKNOWN_TYPE, withCharset } from './file-types.ts';

const byEnding = new Map(
  FILE_TYPES.flatMap(({ type, endings, isShown }) =>
    endings.map((ending): [string, { type: string; isShown: boolean }] => [
      `.${ending}`,
      { type: withCharset(type), isShown },
    ]),
  ),
);

/** The Content-Type of a file, charset included, and whether a browser may show it in place. */
export function typeOf(file: string): { type: string; isShown: boolean } {
  return byEnding.get(extname(file).toLowerCase()) ?? { type: UNKNOWN_TYPE, isShown: false };
}
