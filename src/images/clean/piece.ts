/** A file that is another one with parts left out: places of the original, and bytes of our own. */
import type { ByteSource } from '../byte-source.ts';

export type Piece = Uint8Array | { from: number; to: number };

/** Thrown when a file is not built as its kind says: what else may be in it is not known. */
export class NotAsDescribedError extends Error {}

const STEP = 1024 * 1024;

/** The bytes of the pieces, in steps that fit into memory. */
export function* bytesOf(pieces: readonly Piece[], source: ByteSource): Generator<Uint8Array> {
  for (const piece of pieces) {
    if (piece instanceof Uint8Array) {
      yield piece;
      continue;
    }
    for (let at = piece.from; at < piece.to; at += STEP) {
      yield source.read(at, Math.min(STEP, piece.to - at));
    }
  }
}

/** Exactly so many bytes. @throws NotAsDescribedError where the file ends before */
export function take(source: ByteSource, at: number, length: number): Buffer {
  const bytes = source.read(at, length);
  if (bytes.length < length) throw new NotAsDescribedError(`ends at ${source.size}`);
  return bytes;
}

export function lengthOf(piece: Piece): number {
  return piece instanceof Uint8Array ? piece.length : piece.to - piece.from;
}
