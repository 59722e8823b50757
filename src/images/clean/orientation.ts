/** Which way up a photograph is: the one thing in its EXIF data that readers need. */
import type { ByteSource } from '../byte-source.ts';
import { exifEntry } from './exif-entry.ts';

const ORIENTATION = 0x0112;

/** 1 to 8; undefined when it is not said. @param at where the TIFF structure of the EXIF data begins */
export function orientationIn(source: ByteSource, at: number, end: number): number | undefined {
  const value = exifEntry(source, { at, end }, ORIENTATION)?.short;
  return value !== undefined && value >= 1 && value <= 8 ? value : undefined;
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
