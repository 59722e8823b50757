/**
 * Where the texts of a layer are. The texts of a day (in the newest layer: each by itself) share a folder, which is named
 * by the day and 32 bits of a hash of them all; in it they are called 0, 1, … in the order of their numbers. A table of
 * such folders, in the codes of `bits.ts`:
 *
 *     gamma(folders + 1), gamma(those of them that have a date + 1: they come first), 24 bits: the first day since 1900
 *     for each folder: gamma(days since the one before + 1), gamma(texts), 32 bits: the hash
 */
import { bitReader, bitWriter } from './bits.ts';

export interface TextFolder {
  /** `2026-03-05`, or ''. */
  date: string;
  texts: number;
  /** Eight hexadecimal digits. */
  hash: string;
}

/** The folders in one table: so many take 5 kB. */
export const FOLDERS_IN_BLOCK = 1024;
const DAY_MS = 86_400_000;
/** Articles may be as old as 1949. */
const FIRST_DAY = Date.parse('1900-01-01T00:00:00Z');

/** The path of a folder below the index, without a slash at its end. */
export function textFolderPath({ date, hash }: TextFolder): string {
  return `texts/${date.replaceAll('-', '') || '0'}-${hash}`;
}

/** @param folders by date; those without one last */
export function encodeFolders(folders: readonly TextFolder[]): Uint8Array<ArrayBuffer> {
  const writer = bitWriter();
  const dated = folders.filter(({ date }) => date !== '');
  let last = dayOf(dated[0]?.date ?? '');
  writer.gamma(folders.length + 1);
  writer.gamma(dated.length + 1);
  writer.bits(last, 24);
  for (const { date, texts, hash } of folders) {
    const day = date === '' ? last : dayOf(date);
    writer.gamma(day - last + 1);
    writer.gamma(texts);
    writer.bits(Number.parseInt(hash, 16), 32);
    last = day;
  }
  return writer.end();
}

/** @throws RangeError when the table is cut off */
export function decodeFolders(bytes: Uint8Array): TextFolder[] {
  const reader = bitReader(bytes);
  const count = reader.gamma() - 1;
  const dated = reader.gamma() - 1;
  let day = reader.bits(24);
  return Array.from({ length: count }, (_, at) => {
    day += reader.gamma() - 1;
    const texts = reader.gamma();
    const hash = reader.bits(32).toString(16).padStart(8, '0');
    return { date: at < dated ? dateOf(day) : '', texts, hash };
  });
}

/** The path of a text. @param place its number counted from the first of the block */
export function textPath(folders: readonly TextFolder[], place: number): string {
  let left = place;
  for (const folder of folders) {
    if (left < folder.texts) return `${textFolderPath(folder)}/${left}`;
    left -= folder.texts;
  }
  throw new RangeError(`The table of texts has no text ${place}`);
}

const dayOf = (date: string) =>
  date === '' ? 0 : (Date.parse(`${date}T00:00:00Z`) - FIRST_DAY) / DAY_MS;
const dateOf = (day: number) => new Date(FIRST_DAY + day * DAY_MS).toISOString().slice(0, 10);
