/** Whether two files hold the same bytes, a piece at a time: a film may be larger than anything that fits into memory. */
import { closeSync, openSync, readSync, statSync } from 'node:fs';

const PIECE = 1024 * 1024;

/**
 * @param path of a plain file that is there
 * @param other may be anything, or missing
 */
export function isSameFile(path: string, other: string): boolean {
  const { size } = statSync(path);
  const found = statSync(other, { throwIfNoEntry: false });
  if (found?.isFile() !== true || found.size !== size) return false;
  const file = openSync(path, 'r');
  try {
    const otherFile = openSync(other, 'r');
    try {
      return haveSameBytes(file, otherFile, size);
    } finally {
      closeSync(otherFile);
    }
  } finally {
    closeSync(file);
  }
}

function haveSameBytes(file: number, other: number, size: number): boolean {
  const piece = Buffer.allocUnsafe(Math.min(size, PIECE));
  const otherPiece = Buffer.allocUnsafe(piece.length);
  for (let at = 0; at < size; at += piece.length) {
    const read = fill(file, piece, at);
    if (fill(other, otherPiece, at) !== read) return false;
    if (!piece.subarray(0, read).equals(otherPiece.subarray(0, read))) return false;
    // One that was shortened meanwhile ends before its size.
    if (read < piece.length) return at + read === size;
  }
  return true;
}

/** @returns how many bytes there were */
function fill(file: number, piece: Buffer, at: number): number {
  let done = 0;
  while (done < piece.length) {
    const read = readSync(file, piece, done, piece.length - done, at + done);
    if (read === 0) break;
    done += read;
  }
  return done;
}
