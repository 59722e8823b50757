/** An MP4 or MOV in which the notes about it are overwritten: phones write the place of the shot into them. */
import type { ByteSource } from '../byte-source.ts';
import { NotAsDescribedError, take } from './piece.ts';
import type { Piece } from './piece.ts';
import { overwritten } from './tiff.ts';

/** Boxes that hold what is known of a film or a track, and those whose bytes mean nothing, where programs leave what they crossed out. */
const NOTES = new Set(['udta', 'meta', 'uuid', 'free', 'skip']);
const HOLDERS = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl']);
/** Pictures in the same kind of boxes, where `meta` is the picture itself. */
const PICTURES = /^(?:hei|hev|mif|msf|avi)/;
const ZEROS = Buffer.alloc(1024 * 1024);
const MOST_BOXES = 100_000;

export function cleanFilm(source: ByteSource): Piece[] {
  const changes: { at: number; bytes: Buffer }[] = [];
  if (PICTURES.test(source.read(8, 4).toString('latin1'))) throw new NotAsDescribedError('picture');
  let boxes = 0;
  const walk = (from: number, to: number): void => {
    for (let at = from; at + 8 <= to;) {
      boxes += 1;
      if (boxes > MOST_BOXES) throw new NotAsDescribedError('boxes');
      const { name, start, end } = boxAt(source, at, to);
      if (HOLDERS.has(name)) walk(start, end);
      if (NOTES.has(name)) {
        // A box of this name is skipped by every player, whatever is in it.
        changes.push({ at: at + 4, bytes: Buffer.from('free', 'latin1') });
        for (let zero = start; zero < end; zero += ZEROS.length) {
          changes.push({ at: zero, bytes: ZEROS.subarray(0, end - zero) });
        }
      }
      at = end;
    }
  };
  walk(0, source.size);
  return overwritten(source.size, changes);
}

function boxAt(
  source: ByteSource,
  at: number,
  to: number,
): { name: string; start: number; end: number } {
  const head = take(source, at, 8);
  const name = head.toString('latin1', 4, 8);
  let start = at + 8;
  let length = head.readUInt32BE(0);
  if (length === 1) {
    length = Number(take(source, start, 8).readBigUInt64BE(0));
    start += 8;
  } else if (length === 0) {
    length = to - at;
  }
  const end = at + length;
  if (end < start || end > to) throw new NotAsDescribedError('box');
  return { name, start, end };
}
