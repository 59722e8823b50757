/** The XML parts of a docx or xlsx, with bounds on all that a hostile one may claim. */
import { inflateRawSync } from 'node:zlib';
import sax from 'sax';
import type { SAXParser } from 'sax';
import type { ByteSource } from '../images/byte-source.ts';
import { UnreadableError } from './text-outcome.ts';
import { readZipDirectory } from './zip-directory.ts';
import type { ZipEntry } from './zip-directory.ts';

const MOST_ENTRIES = 2000;
const LARGEST_PART = 40 * 1024 * 1024;
const LARGEST_SUM = 200 * 1024 * 1024;
const DEEPEST = 256;
const PIECE = 65_536;

export interface OfficeParts {
  /** The parts whose path fits, in the order of the numbers in their names. */
  named(pattern: RegExp): ZipEntry[];
  /** The part of that path, whatever its letters' case. */
  at(path: string): ZipEntry | undefined;
  /** Walks through a part, and stops when `isEnough` says so. */
  walk(part: ZipEntry, walker: Walker): void;
  /** Paths of files within the file: a table behind a chart, what was put in as an object. */
  embedded(): string[];
  /** Paths of all files of an archive. */
  files(): string[];
  /** Paths of pages and texts that were put in whole. */
  texts(): string[];
  /** What is no XML: a picture's bytes. Undefined where there is none of that path, or it is larger than a part may be. */
  bytes(path: string): Uint8Array | undefined;
}

/** Names come without their namespace's prefix: which one is used is the writer's choice. */
export interface Walker {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(name: string): void;
  isEnough(): boolean;
}

/** @throws UnreadableError for more than a reader is given, before anything is inflated */
export function openOfficeParts(source: ByteSource): OfficeParts {
  const entries = readZipDirectory(source);
  if (entries === 'incomplete') throw new UnreadableError('damaged');
  if (entries === 'too-many' || entries.length > MOST_ENTRIES)
    throw new UnreadableError('too-large');
  const parts = entries.filter(({ name }) => /\.(?:xml|rels|vml)$/i.test(name));
  const sum = parts.reduce((total, { size }) => total + size, 0);
  if (sum > LARGEST_SUM || parts.some(({ size }) => size > LARGEST_PART)) {
    throw new UnreadableError('too-large');
  }
  // Entries that lie over one another are how a small file becomes an endless one.
  const packed = entries.reduce((total, entry) => total + entry.packed, 0);
  if (packed > source.size) throw new UnreadableError('damaged');
  return {
    named: (pattern) =>
      parts
        .filter(({ name }) => pattern.test(name.replaceAll('\\', '/')))
        .toSorted((a, b) => numberIn(a.name) - numberIn(b.name)),
    at: (path) => entryAt(parts, path),
    walk: (part, walker) => walkXml(inflate(source, part), walker),
    embedded: () =>
      entries
        .map(({ name }) => name.replaceAll('\\', '/'))
        .filter((name) => /^(?:word|xl|ppt)\/embeddings\/[^/]+$/i.test(name)),
    files: () =>
      entries.map(({ name }) => name.replaceAll('\\', '/')).filter((name) => !name.endsWith('/')),
    texts: () =>
      entries
        .map(({ name }) => name.replaceAll('\\', '/'))
        .filter((name) => /\.(?:html?|mht|txt|csv)$/i.test(name)),
    bytes(path) {
      const entry = entryAt(entries, path);
      return entry && entry.size <= LARGEST_PART ? inflate(source, entry) : undefined;
    },
  };
}

function entryAt(entries: readonly ZipEntry[], path: string): ZipEntry | undefined {
  const wanted = path.toLowerCase();
  return entries.find(({ name }) => name.replaceAll('\\', '/').toLowerCase() === wanted);
}

function numberIn(name: string): number {
  return Number(/(\d+)\.xml$/.exec(name)?.[1] ?? 0);
}

/** What comes out may be no more than the directory says: a lie ends the reading. */
function inflate(source: ByteSource, { at, packed, size, method, isEncrypted }: ZipEntry): Buffer {
  if (isEncrypted) throw new UnreadableError('locked');
  const header = source.read(at, 30);
  if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50) {
    throw new UnreadableError('damaged');
  }
  const start = at + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const bytes = source.read(start, packed);
  if (bytes.length < packed) throw new UnreadableError('damaged');
  if (method === 0) return bytes;
  if (method !== 8) throw new UnreadableError('damaged');
  try {
    return inflateRawSync(bytes, { maxOutputLength: Math.max(1, size) });
  } catch (error) {
    const isLie = error instanceof RangeError;
    throw new UnreadableError(isLie ? 'too-large' : 'damaged');
  }
}

function walkXml(bytes: Buffer, walker: Walker): void {
  const parser = sax.parser(true);
  let depth = 0;
  const refuse = (): never => {
    throw new UnreadableError('damaged');
  };
  const handlers: Partial<SAXParser> = {
    onerror: refuse,
    // Office writes none. Who declares entities wants more text out of a file than there is in it.
    ondoctype: refuse,
    onopentag({ name, attributes }) {
      depth += 1;
      if (depth > DEEPEST) refuse();
      walker.open(localName(name), attributes as Record<string, string>);
    },
    onclosetag(name) {
      depth -= 1;
      walker.close(localName(name));
    },
    ontext: (text) => walker.text(text),
    oncdata: (text) => walker.text(text),
  };
  Object.assign(parser, handlers);
  const decoder = new TextDecoder(encodingOf(bytes));
  for (let at = 0; at < bytes.length && !walker.isEnough(); at += PIECE) {
    parser.write(decoder.decode(bytes.subarray(at, at + PIECE), { stream: true }));
  }
  if (!walker.isEnough()) parser.close();
}

function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
