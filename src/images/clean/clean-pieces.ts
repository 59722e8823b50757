/**
 * Pictures and films without what was noted about them, above all the place where they were taken. Nothing is
 * encoded anew: what is to be seen stays bit for bit as it was.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { withSource } from '../byte-source.ts';
import type { ByteSource } from '../byte-source.ts';
import { cleanFilm } from './film.ts';
import { cleanGif } from './gif.ts';
import { cleanJpeg } from './jpeg.ts';
import { bytesOf, lengthOf, NotAsDescribedError } from './piece.ts';
import type { Piece } from './piece.ts';
import { cleanPng } from './png.ts';
import { cleanTiff } from './tiff.ts';
import { cleanWebp } from './webp.ts';

/** Changes when the same file would be cleaned otherwise: part of the key of what is made so. */
export const CLEANING = 'clean-2';

const CLEANERS: readonly [sign: RegExp, clean: (source: ByteSource) => Piece[]][] = [
  [/^\xff\xd8\xff/, cleanJpeg],
  [/^\x89PNG\r\n/, cleanPng],
  [/^RIFF.{4}WEBP/s, cleanWebp],
  [/^GIF8[79]a/, cleanGif],
  [/^(?:II\*\0|MM\0\*)/, cleanTiff],
  [/^.{4}(?:ftyp|moov|mdat|wide|free|skip)/s, cleanFilm],
];

const ENDINGS = /\.(?:jpe?g|jpe|jfif|png|apng|webp|gif|tiff?|hei[cf]|avif|mp4|m4v|m4a|mov|3gp)$/i;

/** Whether a file of this name is published cleaned. */
export function isCleaned(name: string): boolean {
  return ENDINGS.test(name);
}

/**
 * What is left of a file of such a name; undefined when it is, by its bytes, nothing that can hold such notes.
 * @throws NotAsDescribedError when it is damaged: what is in it then is not known
 */
export function cleanPieces(source: ByteSource): Piece[] | undefined {
  const head = source.read(0, 16).toString('latin1');
  const cleaner = CLEANERS.find(([sign]) => sign.test(head));
  return cleaner?.[1](source);
}

/** Bytes of a file as it is published. */
export function publishedSize(path: string): number {
  return withSource(path, (source) => {
    const pieces = isCleaned(path) ? piecesOrNone(source) : undefined;
    return pieces?.reduce((sum, piece) => sum + lengthOf(piece), 0) ?? source.size;
  });
}

/** Writes a file as it is published; one that cannot be cleaned is copied, and the checks have told of it. */
export function writeCleaned(path: string, target: string): void {
  withSource(path, (source) => {
    const pieces = piecesOrNone(source) ?? [{ from: 0, to: source.size }];
    const file = openSync(target, 'w');
    try {
      for (const bytes of bytesOf(pieces, source)) writeSync(file, bytes);
    } finally {
      closeSync(file);
    }
  });
}

/** The same in memory. */
export function cleanedBytes(path: string): Buffer {
  return withSource(path, (source) => {
    const pieces = piecesOrNone(source) ?? [{ from: 0, to: source.size }];
    return Buffer.concat([...bytesOf(pieces, source)]);
  });
}

function piecesOrNone(source: ByteSource): Piece[] | undefined {
  try {
    return cleanPieces(source);
  } catch (error) {
    if (error instanceof NotAsDescribedError) return undefined;
    throw error;
  }
}
