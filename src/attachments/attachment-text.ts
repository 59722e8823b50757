/** The text inside attachments that readers may search: Word (docx), PDF with text in it, Excel (xlsx). */
import { hash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';

type TextReader = (bytes: Buffer) => Promise<string>;

/** Each library is loaded with the first file that needs it. */
const READERS: Readonly<Record<string, TextReader>> = {
  '.docx': async (buffer) => {
    const { default: mammoth } = await import('mammoth');
    return (await mammoth.extractRawText({ buffer })).value;
  },
  '.xlsx': async (bytes) => {
    const { default: readSheets } = await import('read-excel-file/node');
    const sheets = await readSheets(bytes);
    return sheets.flatMap(({ data }) => data.map((row) => row.map(cellText).join(' '))).join('\n');
  },
  '.pdf': pdfText,
};

/** Changes when a reader reads otherwise than before. */
const VERSION = '2';
/** Of a longer file the beginning is searched: a table of a hundred thousand rows is no text. */
const MOST_CHARACTERS = 200_000;

export function hasReadableText(name: string): boolean {
  return Object.hasOwn(READERS, extname(name).toLowerCase());
}

/**
 * The text of a file, empty when the file is damaged, locked or a scan: it can still be downloaded.
 * @param digest hash of the file, under which the text is kept in the cache
 */
export async function attachmentText(
  file: string,
  digest: string,
  cacheFolder: string,
): Promise<string> {
  const extension = extname(file).toLowerCase();
  const name = hash('sha256', `${VERSION} ${extension} ${digest}`, 'hex').slice(0, 24);
  const kept = join(cacheFolder, 'attachments', `${name}.txt`);
  const known = await readFile(kept, 'utf8').catch(() => undefined);
  if (known !== undefined) return known;
  const text = await readText(await readFile(file), extension);
  await mkdir(dirname(kept), { recursive: true });
  await writeFile(kept, text);
  return text;
}

/** @param extension with its dot, lower case */
export async function readText(bytes: Buffer, extension: string): Promise<string> {
  const read = READERS[extension];
  // The libraries throw for files that only Office can open; what they throw says nothing to staff.
  const text = await read?.(bytes).catch(() => '');
  return (text ?? '').slice(0, MOST_CHARACTERS).toWellFormed();
}

function cellText(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return cell === null || cell === undefined ? '' : String(cell);
}

async function pdfText(bytes: Buffer): Promise<string> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const loading = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: libraryFolder('cmaps'),
    standardFontDataUrl: libraryFolder('standard_fonts'),
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const pdf = await loading.promise;
    const pages: string[] = [];
    for (let at = 1; at <= pdf.numPages; at += 1) {
      const { items } = await (await pdf.getPage(at)).getTextContent();
      const parts = items.map((item) =>
        'str' in item ? item.str + (item.hasEOL ? '\n' : '') : '',
      );
      pages.push(parts.join('').replace(RADICALS, (char) => char.normalize('NFKC')));
    }
    return pages.join('\n');
  } finally {
    await loading.destroy();
  }
}

/** ⾃ for 自: what the fonts of many PDF files say of their characters. */
const RADICALS = /[\u2E80-\u2FDF]/gu;

/** A path, not an address: under Node the library hands it to `readFile`. It wants the slash at the end. */
function libraryFolder(name: string): string {
  const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  return `${join(library, name)}/`;
}
