/** Whether a JPEG says where it was taken. */
import type { ByteSource } from '../byte-source.ts';
import { exifEntry } from './exif-entry.ts';

const GPS = 0x8825;
const LATITUDE = 2;
const MOST_SEGMENTS = 50;

/** @param source its beginning is enough: notes come before the picture */
export function saysShotPlace(source: ByteSource): boolean {
  if (source.read(0, 2).toString('latin1') !== '\xff\xd8') return false;
  for (let at = 2, count = 0; count < MOST_SEGMENTS; count += 1) {
    const head = source.read(at, 10);
    if (head.length < 10 || head[0] !== 0xff || head[1] === 0xda) return false;
    const end = at + 2 + head.readUInt16BE(2);
    if (head[1] === 0xe1 && head.toString('latin1', 4) === 'Exif\0\0') {
      if (hasLatitude(source, { at: at + 10, end })) return true;
    }
    at = end;
  }
  return false;
}

/** Phones that were told not to note the place write a directory without one, or zeros. */
function hasLatitude(source: ByteSource, exif: { at: number; end: number }): boolean {
  const gps = exifEntry(source, exif, GPS);
  const latitude = gps && exifEntry(source, exif, LATITUDE, gps.long);
  if (!latitude) return false;
  const degreesMinutesSeconds = source.read(exif.at + latitude.long, 24);
  return [0, 8, 16].some((place) => degreesMinutesSeconds.subarray(place, place + 4).some(Boolean));
}
