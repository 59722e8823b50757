/** A TIFF in which what was noted about the picture is overwritten in its place: nothing else moves. */
import type { ByteSource } from '../byte-source.ts';
import { NotAsDescribedError, take } from './piece.ts';
import type { Piece } from './piece.ts';

/** Words, authors, XMP, IPTC, Photoshop's notes; the directories of EXIF and of the place. */
const PRIVATE = new Set([
  0x010d, 0x010e, 0x010f, 0x0110, 0x0131, 0x0132, 0x013b, 0x013c, 0x02bc, 0x83bb, 0x8649, 0x8298,
  0x9c9b, 0x9c9c, 0x9c9d, 0x9c9e, 0x9c9f, 0x935c,
]);
const DIRECTORIES = new Set([0x8769, 0x8825, 0xa005]);
const SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];
const MOST_DIRECTORIES = 10_000;

export function cleanTiff(source: ByteSource): Piece[] {
  const head = take(source, 0, 8);
  const isLittle = head.toString('latin1', 0, 2) === 'II';
  const word = (bytes: Buffer, at: number): number =>
    isLittle ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at);
  const long = (bytes: Buffer, at: number): number =>
    isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);

  const changes: { at: number; bytes: Buffer }[] = [];
  const seen = new Set<number>();
  const erase = (at: number, length: number): void => {
    if (at > 8 && length > 0 && at + length <= source.size) {
      changes.push({ at, bytes: Buffer.alloc(length) });
    }
  };
  /** Keeps the entries that are of the picture, in their order; of a private directory none. */
  const clean = (at: number, isPrivate: boolean): number => {
    if (seen.has(at) || seen.size > MOST_DIRECTORIES) throw new NotAsDescribedError('directories');
    seen.add(at);
    const count = word(take(source, at, 2), 0);
    const block = take(source, at, 2 + count * 12 + 4);
    const kept: Buffer[] = [];
    for (let entry = 2; entry < 2 + count * 12; entry += 12) {
      const tag = word(block, entry);
      const isNested = DIRECTORIES.has(tag);
      if (!isPrivate && !isNested && !PRIVATE.has(tag)) {
        kept.push(block.subarray(entry, entry + 12));
        continue;
      }
      const length = (SIZES[word(block, entry + 2)] ?? 1) * long(block, entry + 4);
      if (isNested) clean(long(block, entry + 8), true);
      else if (length > 4) erase(long(block, entry + 8), length);
    }
    if (kept.length < count) {
      const next = block.subarray(block.length - 4);
      const cleaned = Buffer.alloc(block.length);
      if (isLittle) cleaned.writeUInt16LE(kept.length, 0);
      else cleaned.writeUInt16BE(kept.length, 0);
      for (const [index, bytes] of kept.entries()) bytes.copy(cleaned, 2 + index * 12);
      if (!isPrivate) next.copy(cleaned, 2 + kept.length * 12);
      changes.push({ at, bytes: cleaned });
    }
    return isPrivate ? 0 : long(block, block.length - 4);
  };
  for (let at = long(head, 4); at !== 0;) at = clean(at, false);
  return overwritten(source.size, changes);
}

/** The whole file with these places changed; where two lie over one another the first counts. */
export function overwritten(
  size: number,
  changes: readonly { at: number; bytes: Buffer }[],
): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const { at, bytes } of changes.toSorted((a, b) => a.at - b.at)) {
    if (at + bytes.length <= done) continue;
    if (at > done) pieces.push({ from: done, to: at });
    pieces.push(bytes.subarray(Math.max(0, done - at)));
    done = at + bytes.length;
  }
  if (done < size) pieces.push({ from: done, to: size });
  return pieces;
}
