/** How long an MP4 or MOV plays, by the head of its film (`mvhd`, ISO/IEC 14496-12 8.2.2). */
import type { ByteSource } from './byte-source.ts';

/** A film has a handful at its top and in `moov`; a broken one may have any number. */
const MOST_BOXES = 1000;

/** Whole seconds, one at least; undefined where it does not say. */
export function filmSeconds(source: ByteSource): number | undefined {
  const film = boxIn(source, 'moov', 0, source.size);
  const head = film && boxIn(source, 'mvhd', film.start, film.end);
  if (!head || head.end - head.start < 20) return undefined;
  const isLong = source.byte(head.start) === 1;
  const times = source.read(head.start + (isLong ? 20 : 12), 12);
  if (times.length < 12) return undefined;
  const ticks = isLong ? Number(times.readBigUInt64BE(4)) : times.readUInt32BE(4);
  const seconds = ticks / times.readUInt32BE(0);
  // Unknown is written as all ones.
  const isKnown = seconds > 0 && seconds < 100 * 3600;
  return isKnown ? Math.max(1, Math.round(seconds)) : undefined;
}

function boxIn(
  source: ByteSource,
  wanted: string,
  from: number,
  to: number,
): { start: number; end: number } | undefined {
  let at = from;
  for (let boxes = 0; boxes < MOST_BOXES && at + 8 <= to; boxes += 1) {
    const head = source.read(at, 16);
    if (head.length < 8) return undefined;
    const size = head.readUInt32BE(0);
    const isLarge = size === 1 && head.length === 16;
    const length = isLarge ? Number(head.readBigUInt64BE(8)) : size === 0 ? to - at : size;
    if (length < 8 || at + length > to) return undefined;
    const name = head.toString('latin1', 4, 8);
    if (name === wanted) return { start: at + (isLarge ? 16 : 8), end: at + length };
    at += length;
  }
  return undefined;
}
