/** Zip and OLE files by what they hold: Word, Excel, PowerPoint, OFD, programs, or locked. */
import type { ByteSource } from '../images/byte-source.ts';
import { readOleDirectory } from './ole-directory.ts';
import type { OleDirectory } from './ole-directory.ts';
import { readZipDirectory } from './zip-directory.ts';
import type { ZipEntry } from './zip-directory.ts';

export type OfficeKind =
  | ('docx' | 'xlsx' | 'pptx' | 'doc' | 'xls' | 'ppt')
  | ('macro-docx' | 'macro-xlsx' | 'macro-pptx')
  /** Macros in a file of the old formats, which have no ending of their own for it. */
  | ('macro-doc' | 'macro-xls' | 'macro-ppt')
  | ('ofd' | 'odf' | 'zip')
  /** A zip whose end is missing. */
  | 'incomplete-zip'
  | 'crowded-zip'
  /** An OLE file that cannot be followed. */
  | 'damaged-ole'
  /** A password, or rights that only a server can grant. */
  | 'locked'
  | ('program' | 'mail' | 'unknown-ole');

/** Undefined when it is neither zip nor OLE. */
export function officeKind(source: ByteSource, head: Buffer): OfficeKind | undefined {
  const start = head.toString('latin1', 0, 8);
  if (start.startsWith('PK')) {
    const entries = readZipDirectory(source);
    if (entries === 'too-many') return 'crowded-zip';
    return entries === 'incomplete' ? 'incomplete-zip' : zipKind(entries);
  }
  if (start !== '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') return undefined;
  const directory = readOleDirectory(source);
  return directory ? oleKind(directory) : 'damaged-ole';
}

const MAIN_PARTS = [
  ['docx', 'word/document'],
  ['xlsx', 'xl/workbook'],
  ['pptx', 'ppt/presentation'],
] as const;

function zipKind(entries: readonly ZipEntry[]): OfficeKind {
  // WPS and some programs of authorities write `\` and other letters.
  const names = new Set(entries.map(({ name }) => name.replaceAll('\\', '/').toLowerCase()));
  if (names.has('androidmanifest.xml')) return 'program';
  if (names.has('meta-inf/manifest.mf') && [...names].some((name) => name.endsWith('.class'))) {
    return 'program';
  }
  if (names.has('ofd.xml')) return 'ofd';
  if (names.has('[content_types].xml')) {
    const main = MAIN_PARTS.find(([, part]) => [...names].some((name) => name.startsWith(part)));
    const hasMacro = [...names].some((name) => name.endsWith('/vbaproject.bin'));
    if (main) return hasMacro ? `macro-${main[0]}` : main[0];
  }
  return names.has('mimetype') && names.has('content.xml') ? 'odf' : 'zip';
}

function oleKind(directory: OleDirectory): OfficeKind {
  const { entries, beginning } = directory;
  const at = (...names: string[]) => entries.find(({ name }) => names.includes(name));
  if (at('EncryptedPackage', 'EncryptionInfo', '\x06DataSpaces', 'EncryptedSummary')) {
    return 'locked';
  }
  const hasMacro = at('Macros', '_VBA_PROJECT_CUR', '_VBA_PROJECT', 'VBA') !== undefined;
  const document = at('WordDocument');
  if (document) {
    // Bit 8 of the flags at offset 10: the text is encrypted.
    const head = beginning(document, 12);
    if (head.length === 12 && (head.readUInt16LE(10) & 0x0100) !== 0) return 'locked';
    return hasMacro ? 'macro-doc' : 'doc';
  }
  const book = at('Workbook', 'Book');
  if (book) {
    if (hasFilePassword(beginning(book, 512))) return 'locked';
    return hasMacro ? 'macro-xls' : 'xls';
  }
  if (at('PowerPoint Document')) return hasMacro ? 'macro-ppt' : 'ppt';
  if (at('__properties_version1.0')) return 'mail';
  // A Windows installer packs the names of its tables into characters of this range.
  if (entries.some(({ name }) => /^[\u3800-\u4840]/.test(name))) return 'program';
  return 'unknown-ole';
}

/** The record FILEPASS (0x2F) among the first ones of a workbook. */
function hasFilePassword(stream: Buffer): boolean {
  for (let at = 0; at + 4 <= stream.length; at += 4 + stream.readUInt16LE(at + 2)) {
    if (stream.readUInt16LE(at) === 0x2f) return true;
  }
  return false;
}
