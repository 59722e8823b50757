/** A PNG with the chunks that make the picture, and no others. */
import { crc32 } from 'node:zlib';
import type { ByteSource } from '../byte-source.ts';
import { exifOf, orientationIn } from './orientation.ts';
import { NotAsDescribedError, take } from './piece.ts';
import type { Piece } from './piece.ts';

const KEPT = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT acTL fcTL fdAT'.split(
    ' ',
  ),
);

export function cleanPng(source: ByteSource): Piece[] {
  const pieces: Piece[] = [{ from: 0, to: 8 }];
  for (let at = 8; ;) {
    const head = take(source, at, 8);
    const name = head.toString('latin1', 4, 8);
    const to = at + 12 + head.readUInt32BE(0);
    if (to > source.size) throw new NotAsDescribedError('chunk');
    if (KEPT.has(name)) pieces.push({ from: at, to });
    if (name === 'eXIf') {
      const exif = exifOf(orientationIn(source, at + 8, to - 4));
      if (exif) pieces.push(chunk('eXIf', exif));
    }
    if (name === 'IEND') return pieces;
    at = to;
  }
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(content.length, 0);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}
