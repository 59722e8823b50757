/** A WebP without EXIF and XMP, and without what hangs behind it. */
import type { ByteSource } from '../byte-source.ts';
import { exifOf, orientationIn } from './orientation.ts';
import { lengthOf, NotAsDescribedError, take } from './piece.ts';
import type { Piece } from './piece.ts';

const KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const HAS_XMP = 0x04;
const HAS_EXIF = 0x08;

export function cleanWebp(source: ByteSource): Piece[] {
  const end = Math.min(source.size, 8 + take(source, 0, 12).readUInt32LE(4));
  const chunks: Piece[] = [];
  let exif: Buffer | undefined;
  let flagsAt = -1;
  for (let at = 12; at + 8 <= end;) {
    const head = take(source, at, 8);
    const name = head.toString('latin1', 0, 4);
    const length = head.readUInt32LE(4);
    const to = at + 8 + length + (length % 2);
    if (at + 8 + length > end) throw new NotAsDescribedError('chunk');
    if (name === 'EXIF') {
      const start = source.read(at + 8, 6).toString('latin1') === 'Exif\0\0' ? at + 14 : at + 8;
      exif ??= exifOf(orientationIn(source, start, to));
    }
    if (name === 'VP8X') {
      flagsAt = chunks.length;
      chunks.push(take(source, at, to - at));
    } else if (KEPT.has(name)) {
      chunks.push({ from: at, to: Math.min(to, source.size) });
    }
    at = to;
  }
  const extended = chunks[flagsAt];
  if (extended instanceof Uint8Array) {
    const flags = (extended[8] ?? 0) & ~(HAS_XMP | HAS_EXIF);
    extended[8] = exif ? flags | HAS_EXIF : flags;
    if (exif) chunks.push(exifChunk(exif));
  }
  return [header(chunks), ...chunks];
}

function exifChunk(exif: Buffer): Buffer {
  const head = Buffer.from('EXIF\0\0\0\0', 'latin1');
  head.writeUInt32LE(exif.length, 4);
  return Buffer.concat([head, exif]);
}

function header(chunks: readonly Piece[]): Buffer {
  const length = chunks.reduce((sum, piece) => sum + lengthOf(piece), 0);
  const bytes = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  bytes.writeUInt32LE(length + 4, 4);
  return bytes;
}
