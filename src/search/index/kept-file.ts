/** Files of the cache whose contents are known by a digest: what is read or published is what was written, or is named. */
import { readFileSync } from 'node:fs';
import { shortDigest } from '../../system/digest.ts';
import { KeptDamagedError } from '../../system/kept-damaged.ts';

/** Hexadecimal digits of a file's SHA-256 that are kept. */
const DIGITS = 16;

export function fileDigest(bytes: Uint8Array): string {
  return shortDigest(bytes, DIGITS);
}

/**
 * @param digest the beginning of its SHA-256, in hex
 * @throws KeptDamagedError when the file is another one, or is not there
 */
export function readKeptFile(path: string, digest: string): Buffer {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    if (isNoFile(error)) throw new KeptDamagedError(path);
    throw error;
  }
  if (shortDigest(bytes, digest.length) !== digest) throw new KeptDamagedError(path);
  return bytes;
}

function isNoFile(error: unknown): boolean {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR';
}
