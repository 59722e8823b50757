/** The SHA-256 of a file, read a piece at a time: a film may be larger than anything that fits into memory. */
import { createHash, hash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

export interface FileDigest {
  /** In hex. */
  sha256: string;
  /** Bytes. */
  size: number;
}

const PIECE = 1024 * 1024;
/** One for all: nothing here waits, and a megabyte anew for each of a hundred thousand small files takes longer than to read them. */
let piece: Buffer | undefined;

/** Of bytes at hand. */
export function digestOf(bytes: Uint8Array): FileDigest {
  return { sha256: hash('sha256', bytes, 'hex'), size: bytes.length };
}

/**
 * Of the file as it is while it is read.
 * @param path of a plain file
 * @throws what the file system says
 */
export function digestFile(path: string): FileDigest {
  const file = openSync(path, 'r');
  try {
    piece ??= Buffer.allocUnsafe(PIECE);
    let read = readSync(file, piece);
    // Most files are smaller than one piece.
    if (read < PIECE) {
      const more = readSync(file, piece, read, PIECE - read, null);
      if (more === 0) return digestOf(piece.subarray(0, read));
      read += more;
    }
    const sum = createHash('sha256');
    let size = 0;
    for (; read > 0; read = readSync(file, piece)) {
      sum.update(piece.subarray(0, read));
      size += read;
    }
    return { sha256: sum.digest('hex'), size };
  } finally {
    closeSync(file);
  }
}
