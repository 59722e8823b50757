/** A GIF without comments and notes of programs, and without what hangs behind it. */
import type { ByteSource } from '../byte-source.ts';
import { NotAsDescribedError, take } from './piece.ts';
import type { Piece } from './piece.ts';

const EXTENSION = 0x21;
const PICTURE = 0x2c;
const END = 0x3b;
const GRAPHIC_CONTROL = 0xf9;
const APPLICATION = 0xff;

export function cleanGif(source: ByteSource): Piece[] {
  let at = 13 + tableLength(take(source, 0, 13)[10] ?? 0);
  const pieces: Piece[] = [{ from: 0, to: at }];
  for (;;) {
    const kind = source.byte(at);
    if (kind === END) {
      pieces.push(Uint8Array.of(END));
      return pieces;
    }
    if (kind === EXTENSION) {
      const to = blocksEnd(source, at + 2);
      if (isKept(source, at)) pieces.push({ from: at, to });
      at = to;
    } else if (kind === PICTURE) {
      const colours = tableLength(take(source, at, 10)[9] ?? 0);
      const to = blocksEnd(source, at + 10 + colours + 1);
      pieces.push({ from: at, to });
      at = to;
    } else {
      throw new NotAsDescribedError('block');
    }
  }
}

/** How often an animation repeats is said by an application block of this name. */
function isKept(source: ByteSource, at: number): boolean {
  const label = source.byte(at + 1);
  if (label === GRAPHIC_CONTROL) return true;
  return (
    label === APPLICATION &&
    /^(?:NETSCAPE2\.0|ANIMEXTS1\.0)$/.test(source.read(at + 3, 11).toString('latin1'))
  );
}

function tableLength(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);
}

/** Behind the empty block that ends a row of blocks. */
function blocksEnd(source: ByteSource, start: number): number {
  for (let at = start; ;) {
    const length = source.byte(at);
    if (length === undefined) throw new NotAsDescribedError('blocks without end');
    at += 1 + length;
    if (length === 0) return at;
  }
}
