/**
 * Numbers of persons anywhere else in an office file: every text and attribute of every part, whatever it is for. Old forms, number
 * formats, names of custom properties, caches, drawings of old: there are hundreds of such places, and each can be opened.
 */
import { decodedBytes } from '../model/text-encodings.ts';
import type { FileWordsSink } from './file-words.ts';
import type { OfficeParts } from './office-parts.ts';

/** Cells are judged by what their column is called, and these parts hold nothing but their values. */
const CELLS = /^xl\/(?:sharedStrings\.xml|pivotCache\/)/i;
/** Elements whose text is a value of a cell, or a copy of one. */
const VALUES: Readonly<Record<string, ReadonlySet<string>>> = {
  worksheets: new Set(['v', 't']),
  charts: new Set(['v']),
  externalLinks: new Set(['v']),
};
const NONE: ReadonlySet<string> = new Set();
/** Pieces of one text. */
const PIECES = new Set(['r', 't', 'v', 'delText', 'instrText', 'rPr']);
const LINES = new Set(['p', 'si', 'tc', 'comment', 'br', 'cr']);
/** What programs call their own things. */
const IDENTIFIER = /^\{?[\da-f]{8}-[\da-f]{4}-|^[\da-f]{8}$/i;

export function restOfOffice(parts: OfficeParts, sink: FileWordsSink): void {
  for (const part of parts.named(/\.(?:xml|rels|vml)$/i)) {
    const path = part.name.replaceAll('\\', '/');
    if (CELLS.test(path)) continue;
    const values = VALUES[path.split('/')[1] ?? ''] ?? NONE;
    const where = `文件内部（${path}）`;
    let text = '';
    let isDirect = false;
    let isValue = false;
    const flush = (): void => {
      if (text !== '') sink.rest(where, text);
      text = '';
    };
    parts.walk(part, {
      open(name, attributes) {
        isValue = values.has(name);
        isDirect = false;
        if (LINES.has(name)) flush();
        for (const value of Object.values(attributes))
          if (!IDENTIFIER.test(value)) sink.rest(where, value);
      },
      text(piece) {
        if (isValue) return;
        text += piece;
        isDirect = true;
      },
      close(name) {
        if (LINES.has(name) || (isDirect && !PIECES.has(name))) flush();
        isValue = false;
        isDirect = false;
      },
      isEnough: () => sink.isFull,
    });
    flush();
  }
  for (const path of parts.texts()) {
    const bytes = parts.bytes(path);
    const words = bytes && decodedBytes(bytes)?.replaceAll(/<[^>]*>/g, ' ');
    if (words) sink.rest(`文件内部（${path}）`, words);
  }
}
