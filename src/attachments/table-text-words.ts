/** The lines of a plain text, of captions or a CSV file. */
import type { ByteSource } from '../images/byte-source.ts';
import { decodedBytes } from '../model/text-encodings.ts';
import type { FileWordsSink } from './file-words.ts';
import { TableColumns } from './table-columns.ts';

const LARGEST = 20 * 1024 * 1024;

/** @returns whether all of it was looked through */
export function tableTextWords(source: ByteSource, sink: FileWordsSink): boolean {
  const bytes = source.read(0, Math.min(source.size, LARGEST));
  const columns = new TableColumns(sink);
  for (const [index, line] of decoded(bytes)
    .split(/\r\n?|\n/)
    .entries()) {
    if (sink.isFull) break;
    for (const [column, cell] of line.split(/[,\t]/).entries()) {
      const where = `第${index + 1}行第${column + 1}列`;
      columns.cell(column, { where, isHidden: false, text: cell.replaceAll('"', '') });
    }
    columns.endRow();
  }
  return source.size <= LARGEST;
}

/** Cut off in the middle of a character, or of another encoding: what can be read of it is looked through. */
function decoded(bytes: Buffer): string {
  return decodedBytes(bytes) ?? new TextDecoder('gb18030').decode(bytes);
}
