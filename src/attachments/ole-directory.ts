/** The names in an OLE file (.doc, .xls, .ppt, .wps, .et, .dps): they tell Word from Excel, and what is locked. */
import type { ByteSource } from '../images/byte-source.ts';

export interface OleEntry {
  name: string;
  /** First sector of its bytes. */
  sector: number;
  size: number;
}

export interface OleDirectory {
  entries: OleEntry[];
  /** The first bytes of a stream that is large enough to have sectors of its own. */
  beginning(entry: OleEntry, length: number): Buffer;
}

const MOST_SECTORS = 512;
const SMALL_STREAM = 4096;
const LAST_KEPT_IN_HEADER = 109;

/** Undefined when the file is cut off or damaged. */
export function readOleDirectory(source: ByteSource): OleDirectory | undefined {
  const header = source.read(0, 512);
  if (header.length < 512) return undefined;
  const shift = header.readUInt16LE(0x1e);
  if (shift !== 9 && shift !== 12) return undefined;
  const sectorSize = 2 ** shift;
  const sectorAt = (sector: number): number => (sector + 1) * sectorSize;
  const next = fatReader(source, header, sectorSize, sectorAt);

  const entries: OleEntry[] = [];
  let sector: number | undefined = header.readUInt32LE(0x30);
  for (let read = 0; sector !== undefined && read < MOST_SECTORS; read += 1) {
    const bytes = source.read(sectorAt(sector), sectorSize);
    for (let at = 0; at + 128 <= bytes.length; at += 128) {
      const length = bytes.readUInt16LE(at + 0x40);
      if (length < 2 || length > 64) continue;
      entries.push({
        name: bytes.toString('utf16le', at, at + length - 2),
        sector: bytes.readUInt32LE(at + 0x74),
        size: bytes.readUInt32LE(at + 0x78),
      });
    }
    sector = next(sector);
  }
  if (entries.length === 0) return undefined;
  return {
    entries,
    beginning: (entry, length) =>
      entry.size < SMALL_STREAM
        ? Buffer.alloc(0)
        : source.read(sectorAt(entry.sector), Math.min(length, sectorSize)),
  };
}

/** Follows a chain of sectors by one step; undefined at its end, or where the chain leads out of the file. */
function fatReader(
  source: ByteSource,
  header: Buffer,
  sectorSize: number,
  sectorAt: (sector: number) => number,
): (sector: number) => number | undefined {
  const perSector = sectorSize / 4;
  const word = (at: number): number | undefined => {
    const bytes = source.read(at, 4);
    return bytes.length === 4 ? bytes.readUInt32LE(0) : undefined;
  };
  const fatSector = (index: number): number | undefined => {
    if (index < LAST_KEPT_IN_HEADER) return header.readUInt32LE(0x4c + index * 4);
    let list: number | undefined = header.readUInt32LE(0x44);
    let beyond = index - LAST_KEPT_IN_HEADER;
    for (let steps = 0; list !== undefined && steps < MOST_SECTORS; steps += 1) {
      if (beyond < perSector - 1) return word(sectorAt(list) + beyond * 4);
      beyond -= perSector - 1;
      list = word(sectorAt(list) + (perSector - 1) * 4);
    }
    return undefined;
  };
  return (sector) => {
    const holder = fatSector(Math.floor(sector / perSector));
    if (holder === undefined) return undefined;
    const following = word(sectorAt(holder) + (sector % perSector) * 4);
    return following !== undefined && sectorAt(following) < source.size ? following : undefined;
  };
}
