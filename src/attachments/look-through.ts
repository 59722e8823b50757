/** The words of a file, whatever its name promises: an office file, a PDF, a plain text, or an archive of them. */
import { basename, extname } from 'node:path';
import { sourceOfBytes } from '../images/byte-source.ts';
import type { ByteSource } from '../images/byte-source.ts';
import { maskPersonal } from '../model/personal-data.ts';
import { docxWords } from './docx-words.ts';
import type { FileWordsSink, WordsFault } from './file-words.ts';
import { ARCHIVE, holdsWords, TEXTS, UNREAD } from './holds-words.ts';
import { openOfficeParts } from './office-parts.ts';
import type { OfficeParts } from './office-parts.ts';
import { pdfWords } from './pdf-words.ts';
import { pptxWords } from './pptx-words.ts';
import { tableTextWords } from './table-text-words.ts';
import { UnreadableError } from './text-outcome.ts';
import { xlsxWords } from './xlsx-words.ts';

/** Of an archive, no more is opened. */
const MOST_OF_ARCHIVE = 100 * 1024 * 1024;

/**
 * @param isOuter a file within a file within a file is no more than told
 * @returns why not all of it was looked through
 * @throws UnreadableError
 */
export async function lookThrough(
  source: ByteSource,
  extension: string,
  sink: FileWordsSink,
  isOuter = true,
): Promise<WordsFault | undefined> {
  const look = async (name: string, bytes: Uint8Array): Promise<void> =>
    isOuter ? lookWithin(name, bytes, sink) : undefined;
  if (extension === '.pdf') return (await pdfWords(source, sink, look)) ? undefined : 'cut';
  if (TEXTS.has(extension)) return tableTextWords(source, sink) ? undefined : 'cut';
  if (!holdsWords(extension)) return undefined;
  if (UNREAD.test(extension)) return 'unread';
  const isZip = source.read(0, 4).toString('latin1') === 'PK\x03\x04';
  if (!isZip && /^\.\w{3}x$|zip$/.test(extension)) throw new UnreadableError('damaged');
  if (!isZip) return 'unread';
  const parts = openOfficeParts(source);
  if (ARCHIVE.test(extension)) return archive(parts, sink, isOuter);
  officeWords(parts, sink);
  for (const path of parts.embedded()) {
    const bytes = parts.bytes(path);
    if (bytes) await look(path, bytes);
  }
  return undefined;
}

/** By what is in it: WPS gives names of its own to what are Word's and Excel's files. */
function officeWords(parts: OfficeParts, sink: FileWordsSink): void {
  if (parts.named(/^xl\//i).length > 0) xlsxWords(parts, sink);
  else if (parts.named(/^ppt\//i).length > 0) pptxWords(parts, sink);
  else docxWords(parts, sink);
}

async function archive(
  parts: OfficeParts,
  sink: FileWordsSink,
  isOuter: boolean,
): Promise<WordsFault | undefined> {
  let left = MOST_OF_ARCHIVE;
  let isWhole = true;
  for (const path of parts.files()) {
    sink.add({ where: '压缩包里的文件名', isHidden: false, text: basename(path) });
    const extension = extname(path).toLowerCase();
    if (!holdsWords(extension)) continue;
    const bytes = isOuter && left > 0 ? parts.bytes(path) : undefined;
    left -= bytes?.length ?? 0;
    const read = bytes && (await readWithin(path, bytes, sink, '压缩包里的文件'));
    isWhole &&= read ?? false;
  }
  return isWhole ? undefined : 'unread';
}

/** What is put into a document: that it is there is told, and what cannot be read is for people to open. */
async function lookWithin(name: string, bytes: Uint8Array, sink: FileWordsSink): Promise<void> {
  sink.hide('嵌入的文件');
  await readWithin(name, bytes, sink, '嵌入的文件');
}

/** @returns whether all of it was looked through */
async function readWithin(
  path: string,
  bytes: Uint8Array,
  sink: FileWordsSink,
  called: '嵌入的文件' | '压缩包里的文件',
): Promise<boolean> {
  const name = basename(path);
  const isHidden = called === '嵌入的文件';
  return sink.within(`${called}「${maskPersonal(name)}」`, isHidden, async () => {
    if (isHidden) sink.add({ where: '名称', isHidden, text: name });
    try {
      const extension = extname(name).toLowerCase();
      return (await lookThrough(sourceOfBytes(bytes), extension, sink, false)) === undefined;
    } catch {
      return false;
    }
  });
}
