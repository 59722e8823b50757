/** What a zip says it holds, from the directory at its end: nothing is inflated, and nothing it claims is believed. */
import type { ByteSource } from '../images/byte-source.ts';

export interface ZipEntry {
  name: string;
  /** Bytes in the file. */
  packed: number;
  /** Bytes after inflating, as the directory claims. */
  size: number;
  /** 0 stored, 8 deflated. */
  method: number;
  isEncrypted: boolean;
  /** Where its local header begins. */
  at: number;
}

/**
 * Why a directory cannot be used.
 * - `incomplete`: there is none; the file was cut off, or is no zip
 * - `too-many`: more entries than anyone can have meant
 */
export type ZipFault = 'incomplete' | 'too-many';

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;
const LONGEST_COMMENT = 65_535;
const MOST_ENTRIES = 100_000;
const LARGEST_DIRECTORY = 32 * 1024 * 1024;
const UTF8_NAMES = 0x0800;
const ENCRYPTED = 0x0001;

export function readZipDirectory(source: ByteSource): ZipEntry[] | ZipFault {
  const place = findDirectory(source);
  if (!place) return 'incomplete';
  const { at, length, count, shift } = place;
  if (count > MOST_ENTRIES || length > LARGEST_DIRECTORY) return 'too-many';
  const directory = source.read(at, length);
  const entries: ZipEntry[] = [];
  for (let next = 0; next + 46 <= directory.length && directory.readUInt32LE(next) === ENTRY;) {
    const nameEnd = next + 46 + directory.readUInt16LE(next + 28);
    const extraEnd = nameEnd + directory.readUInt16LE(next + 30);
    if (extraEnd > directory.length) return 'incomplete';
    const header = directory.subarray(next, next + 46);
    const name = directory.subarray(next + 46, nameEnd);
    entries.push(entryOf(header, name, directory.subarray(nameEnd, extraEnd), shift));
    if (entries.length > MOST_ENTRIES) return 'too-many';
    next = extraEnd + header.readUInt16LE(32);
  }
  // Sixteen bits hold the number of entries, and some writers let it run over.
  return entries.length % 65_536 === count % 65_536 ? entries : 'incomplete';
}

interface DirectoryPlace {
  at: number;
  length: number;
  count: number;
  /** Of all offsets: something was put before the zip (a self-extracting archive). */
  shift: number;
}

function findDirectory(source: ByteSource): DirectoryPlace | undefined {
  const tailAt = Math.max(0, source.size - LONGEST_COMMENT - 22);
  const tail = source.read(tailAt, source.size - tailAt);
  for (let at = tail.length - 22; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== END) continue;
    const found = directoryBefore(source, tailAt + at, tail.subarray(at, at + 22));
    // With other bytes behind it, it may be the end of a zip within this one, which has lost its own.
    const isLast = at + 22 + tail.readUInt16LE(at + 20) === tail.length;
    if (found && (isLast || found.shift === 0)) return found;
  }
  return undefined;
}

function directoryBefore(
  source: ByteSource,
  endAt: number,
  end: Buffer,
): DirectoryPlace | undefined {
  const count = end.readUInt16LE(10);
  const length = end.readUInt32LE(12);
  const claimed = end.readUInt32LE(16);
  if (count === 0xffff || length === 0xffffffff || claimed === 0xffffffff) {
    const large = directoryOf64(source, endAt);
    if (large) return large;
  }
  const at = endAt - length;
  if (at < 0 || claimed > at) return undefined;
  if (count > 0 && source.read(at, 4).toString('latin1') !== 'PK\x01\x02') return undefined;
  return { at, length, count, shift: at - claimed };
}

function directoryOf64(source: ByteSource, endAt: number): DirectoryPlace | undefined {
  const locator = source.read(endAt - 20, 20);
  if (locator.length < 20 || locator.readUInt32LE(0) !== LOCATOR_64) return undefined;
  const end = source.read(Number(locator.readBigUInt64LE(8)), 56);
  if (end.length < 56 || end.readUInt32LE(0) !== END_64) return undefined;
  const [count, length, at] = [32, 40, 48].map((place) => Number(end.readBigUInt64LE(place)));
  if (count === undefined || length === undefined || at === undefined) return undefined;
  return at + length <= endAt ? { at, length, count, shift: 0 } : undefined;
}

function entryOf(header: Buffer, name: Buffer, extra: Buffer, shift: number): ZipEntry {
  const flags = header.readUInt16LE(8);
  const [packed, size, at] = sizesOf(header, extra);
  return {
    name: nameOf(name, (flags & UTF8_NAMES) !== 0),
    packed,
    size,
    method: header.readUInt16LE(10),
    isEncrypted: (flags & ENCRYPTED) !== 0,
    at: at + shift,
  };
}

/** A number that does not fit into 32 bits stands in the extra field 1, in this order and only if it does not fit. */
function sizesOf(header: Buffer, extra: Buffer): [packed: number, size: number, at: number] {
  const small = {
    size: header.readUInt32LE(24),
    packed: header.readUInt32LE(20),
    at: header.readUInt32LE(42),
  };
  let large = fieldOf(extra, 1);
  const value = (short: number): number => {
    if (short !== 0xffffffff || large.length < 8) return short;
    const long = Number(large.readBigUInt64LE(0));
    large = large.subarray(8);
    return long;
  };
  const size = value(small.size);
  const packed = value(small.packed);
  return [packed, size, value(small.at)];
}

function fieldOf(extra: Buffer, id: number): Buffer {
  for (let at = 0; at + 4 <= extra.length;) {
    const end = at + 4 + extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === id) return extra.subarray(at + 4, end);
    at = end;
  }
  return Buffer.alloc(0);
}

/** Windows in Chinese writes names in GBK and does not say so. */
function nameOf(bytes: Buffer, isMarked: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(isMarked ? 'utf-8' : 'gbk').decode(bytes);
  }
}
