/** Which way up a photograph is: the one thing in its EXIF data that readers need. */
import type { ByteSource } from '../byte-source.ts';

const ORIENTATION = 0x0112;

/** 1 to 8; undefined when it is not said. @param at where the TIFF structure of the EXIF data begins */
export function orientationIn(source: ByteSource, at: number, end: number): number | undefined {
  const head = source.read(at, 8);
  if (head.length < 8) return undefined;
  const isLittle = head.toString('latin1', 0, 2) === 'II';
  const word = (bytes: Buffer, place: number): number =>
    isLittle ? bytes.readUInt16LE(place) : bytes.readUInt16BE(place);
  const first = at + (isLittle ? head.readUInt32LE(4) : head.readUInt32BE(4));
  const counted = source.read(first, 2);
  if (counted.length < 2 || first >= end) return undefined;
  const entries = source.read(first + 2, word(counted, 0) * 12);
  for (let entry = 0; entry + 12 <= entries.length; entry += 12) {
    if (word(entries, entry) !== ORIENTATION) continue;
    const value = word(entries, entry + 8);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}

/** EXIF data that says this and nothing else, as a TIFF structure. Undefined for a picture that is upright. */
export function exifOf(orientation: number | undefined): Buffer | undefined {
  if (orientation === undefined || orientation === 1) return undefined;
  const exif = Buffer.alloc(26);
  exif.write('MM\0*', 'latin1');
  exif.writeUInt32BE(8, 4);
  exif.writeUInt16BE(1, 8);
  exif.writeUInt16BE(ORIENTATION, 10);
  exif.writeUInt16BE(3, 12);
  exif.writeUInt32BE(1, 14);
  exif.writeUInt16BE(orientation, 18);
  return exif;
}
