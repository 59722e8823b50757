/** A JPEG without what was noted about it: place, camera, author, comments, thumbnails, and what hangs behind it. */
import type { ByteSource } from '../byte-source.ts';
import { exifOf, orientationIn } from './orientation.ts';
import { NotAsDescribedError, take } from './piece.ts';
import type { Piece } from './piece.ts';

const START_OF_SCAN = 0xda;
const END = 0xd9;
const COMMENT = 0xfe;

export function cleanJpeg(source: ByteSource): Piece[] {
  const pieces: Piece[] = [{ from: 0, to: 2 }];
  let orientation: number | undefined;
  for (let at = 2; ;) {
    const { marker, next } = markerAt(source, at);
    if (marker === END) {
      pieces.push(Uint8Array.of(0xff, END));
      break;
    }
    const length = take(source, next, 2).readUInt16BE(0);
    const to = next + length;
    if (length < 2 || to > source.size) throw new NotAsDescribedError('segment');
    if (marker === 0xe1 && source.read(next + 2, 6).toString('latin1') === 'Exif\0\0') {
      orientation ??= orientationIn(source, next + 8, to);
    }
    const end = marker === START_OF_SCAN ? scanEnd(source, to) : to;
    if (isKept(marker, source, next)) {
      pieces.push(Uint8Array.of(0xff, marker), { from: next, to: end });
    }
    at = end;
  }
  const exif = exifOf(orientation);
  // Behind JFIF, which must come first, or right behind the beginning.
  if (exif) pieces.splice(isJfif(source) ? 3 : 1, 0, exifSegment(exif));
  return pieces;
}

/** Any number of 0xFF may stand before a marker. */
function markerAt(source: ByteSource, at: number): { marker: number; next: number } {
  if (source.byte(at) !== 0xff) throw new NotAsDescribedError('marker');
  let next = at + 1;
  while (source.byte(next) === 0xff) next += 1;
  const marker = source.byte(next);
  if (marker === undefined || marker === 0) throw new NotAsDescribedError('marker');
  return { marker, next: next + 1 };
}

/** In a scan 0xFF stands before 0 or a restart marker; before anything else it ends the scan. */
function scanEnd(source: ByteSource, start: number): number {
  const STEP = 65_536;
  for (let at = start; at < source.size;) {
    const bytes = source.read(at, STEP);
    const found = bytes.indexOf(0xff);
    if (found === -1) {
      at += bytes.length;
      continue;
    }
    const after = source.byte(at + found + 1);
    if (after === undefined) break;
    if (after !== 0 && after !== 0xff && (after < 0xd0 || after > 0xd7)) return at + found;
    at += found + (after === 0xff ? 1 : 2);
  }
  throw new NotAsDescribedError('scan without end');
}

/** JFIF, the colour profile and Adobe's colour transform are of the picture; all other notes are about it. */
function isKept(marker: number, source: ByteSource, at: number): boolean {
  if (marker === COMMENT) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  const name = source.read(at + 2, 12).toString('latin1');
  if (marker === 0xe0) return name.startsWith('JFIF\0');
  if (marker === 0xe2) return name.startsWith('ICC_PROFILE\0');
  return marker === 0xee && name.startsWith('Adobe');
}

function isJfif(source: ByteSource): boolean {
  return source.read(2, 10).toString('latin1').startsWith('\xff\xe0') && isKept(0xe0, source, 4);
}

function exifSegment(exif: Buffer): Buffer {
  const head = Buffer.from('\xff\xe1\0\0Exif\0\0', 'latin1');
  head.writeUInt16BE(2 + 6 + exif.length, 2);
  return Buffer.concat([head, exif]);
}
