/**
 * What a file is, by its bytes. A table of our own: the kept libraries do not tell .doc from .xls (both are OLE),
 * know no OFD and no WPS, and inflate parts of a zip to find out what it is; a directory says it for nothing.
 */
import type { ByteSource } from '../images/byte-source.ts';
import { officeKind } from './office-kind.ts';
import type { OfficeKind } from './office-kind.ts';
import { markupKind } from './markup-kind.ts';
import type { MarkupKind } from './markup-kind.ts';

/** What needs no more than its first bytes to be known. */
type SignedKind =
  | ('pdf' | 'rtf' | 'rar' | '7z' | 'gz')
  | ('jpeg' | 'png' | 'gif' | 'webp' | 'bmp' | 'tiff' | 'psd' | 'heic' | 'avif')
  | ('mp3' | 'wav' | 'aac' | 'flac' | 'ogg' | 'amr' | 'mid')
  | ('mp4' | 'mkv' | 'avi' | 'asf' | 'flv' | 'mpeg' | 'vtt')
  | ('program' | 'shortcut' | 'help');

export type ContentKind = SignedKind | OfficeKind | MarkupKind | 'empty' | 'unknown';

type Signature = readonly [kind: SignedKind, at: number, bytes: string, also?: string];

/** Latin-1 strings; a fourth part stands at offset 8. The first that fits counts. */
const SIGNATURES: readonly Signature[] = [
  ['pdf', 0, '%PDF-'],
  ['rtf', 0, '{\\rtf'],
  ['rar', 0, 'Rar!\x1a\x07'],
  ['7z', 0, '7z\xbc\xaf\x27\x1c'],
  ['gz', 0, '\x1f\x8b'],
  ['jpeg', 0, '\xff\xd8\xff'],
  ['png', 0, '\x89PNG\r\n\x1a\n'],
  ['gif', 0, 'GIF87a'],
  ['gif', 0, 'GIF89a'],
  ['webp', 0, 'RIFF', 'WEBP'],
  ['wav', 0, 'RIFF', 'WAVE'],
  ['avi', 0, 'RIFF', 'AVI '],
  ['tiff', 0, 'II*\0'],
  ['tiff', 0, 'MM\0*'],
  ['psd', 0, '8BPS'],
  ['mp3', 0, 'ID3'],
  ['flac', 0, 'fLaC'],
  ['ogg', 0, 'OggS'],
  ['amr', 0, '#!AMR'],
  ['mid', 0, 'MThd'],
  ['mkv', 0, '\x1aE\xdf\xa3'],
  ['asf', 0, '\x30\x26\xb2\x75\x8e\x66\xcf\x11'],
  ['flv', 0, 'FLV\x01'],
  ['mpeg', 0, '\0\0\x01\xba'],
  ['mpeg', 0, '\0\0\x01\xb3'],
  ['vtt', 0, 'WEBVTT'],
  ['vtt', 0, '\xef\xbb\xbfWEBVTT'],
  ['program', 0, 'MZ'],
  ['program', 0, '\x7fELF'],
  ['program', 0, '\xca\xfe\xba\xbe'],
  ['program', 0, '\xcf\xfa\xed\xfe'],
  ['program', 0, '\xce\xfa\xed\xfe'],
  ['program', 0, 'dex\n'],
  ['program', 0, 'MSCF'],
  ['program', 0, '#!'],
  ['help', 0, 'ITSF'],
  ['shortcut', 0, 'L\0\0\0\x01\x14\x02\0'],
];

/** Brands of an ISO media file (`ftyp`) that are pictures; all others are films or sound. */
const HEIC = new Set('heic heix hevc hevx heim heis hevm hevs mif1 msf1'.split(' '));
const SAMPLE = 4096;

export function contentKind(source: ByteSource): ContentKind {
  if (source.size === 0) return 'empty';
  const head = source.read(0, SAMPLE);
  const text = head.toString('latin1');
  const office = officeKind(source, head);
  if (office) return office;
  const signed = SIGNATURES.find(
    ([, at, bytes, also]) => text.startsWith(bytes, at) && (!also || text.startsWith(also, 8)),
  );
  if (signed) return signed[0];
  return mediaKind(head, text, source) ?? markupKind(head) ?? 'unknown';
}

/** Kinds whose first bytes are a pattern, not a word. */
function mediaKind(head: Buffer, text: string, source: ByteSource): SignedKind | undefined {
  if (text.startsWith('ftyp', 4)) {
    const brand = text.slice(8, 12);
    if (brand === 'avif' || brand === 'avis') return 'avif';
    return HEIC.has(brand) ? 'heic' : 'mp4';
  }
  // QuickTime of old cameras begins without `ftyp`.
  if (/^(?:moov|mdat|wide|free|skip)$/.test(text.slice(4, 8)) && head.readUInt32BE(0) >= 8) {
    return 'mp4';
  }
  if (text.startsWith('BM') && head.length > 26 && head.readUInt32LE(14) <= 124) return 'bmp';
  const [first, second = 0] = head;
  if (first === 0xff && (second & 0xf6) === 0xf0) return 'aac';
  // FF FE begins text of two bytes a character.
  if (first === 0xff && second < 0xfe && (second & 0xe0) === 0xe0 && (second & 0x06) !== 0) {
    return 'mp3';
  }
  if (first === 0x47 && head[188] === 0x47 && source.byte(376) === 0x47) return 'mpeg';
  // Some programs put a few bytes before a PDF, and readers of PDF look for it that far.
  const pdf = text.slice(0, 1024).indexOf('%PDF-');
  return pdf > 0 && !/[<>]/.test(text.slice(0, pdf)) ? 'pdf' : undefined;
}
