/** A PDF as it was: who changes one appends what is new, and leaves what was there (ISO 32000-1, 7.5.6). */
import type { ByteSource } from '../images/byte-source.ts';

const END = '%%EOF';
const PIECE = 1 << 20;
/** The last ones: each is read as a whole. */
const MOST = 3;
/** A file for the web has an end behind its first page, which is no version. */
const FIRST_END = /\/Linearized\b/;
const HEAD = 1024;

/** The newest first. */
export function earlierVersions(source: ByteSource): ByteSource[] {
  const ends = endsOf(source);
  if (FIRST_END.test(source.read(0, HEAD).toString('latin1'))) ends.shift();
  return ends
    .slice(0, -1)
    .slice(-MOST)
    .toReversed()
    .map((end) => until(source, end));
}

/** Where each end stands, behind its mark. */
function endsOf(source: ByteSource): number[] {
  const ends: number[] = [];
  // A mark may lie over the border of two pieces.
  for (let at = 0; at < source.size; at += PIECE - END.length + 1) {
    const piece = source.read(at, PIECE);
    for (let found = piece.indexOf(END); found !== -1; found = piece.indexOf(END, found + 1)) {
      const end = at + found + END.length;
      if (end !== ends.at(-1)) ends.push(end);
    }
  }
  return ends;
}

function until(source: ByteSource, size: number): ByteSource {
  return {
    size,
    read: (at, length) => source.read(at, Math.max(0, Math.min(length, size - at))),
    byte: (at) => (at < size ? source.byte(at) : undefined),
  };
}
