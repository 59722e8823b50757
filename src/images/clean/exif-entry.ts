/** One entry of EXIF data, which is a TIFF structure: directories of numbered entries. */
import type { ByteSource } from '../byte-source.ts';

export interface ExifEntry {
  /** The first of its values, read as 16 and as 32 bits; the second may be an offset from `at`. */
  short: number;
  long: number;
}

/**
 * @param at where the TIFF structure begins; nothing from `end` on is looked at
 * @param directory offset of the directory; the first one when it is left out
 */
export function exifEntry(
  source: ByteSource,
  { at, end }: { at: number; end: number },
  tag: number,
  directory?: number,
): ExifEntry | undefined {
  const head = source.read(at, 8);
  if (head.length < 8) return undefined;
  const isLittle = head.toString('latin1', 0, 2) === 'II';
  const word = (bytes: Buffer, place: number): number =>
    isLittle ? bytes.readUInt16LE(place) : bytes.readUInt16BE(place);
  const long = (bytes: Buffer, place: number): number =>
    isLittle ? bytes.readUInt32LE(place) : bytes.readUInt32BE(place);
  const first = at + (directory ?? long(head, 4));
  const counted = source.read(first, 2);
  if (counted.length < 2 || first >= end) return undefined;
  const entries = source.read(first + 2, word(counted, 0) * 12);
  for (let entry = 0; entry + 12 <= entries.length; entry += 12) {
    if (word(entries, entry) !== tag) continue;
    return { short: word(entries, entry + 8), long: long(entries, entry + 8) };
  }
  return undefined;
}
