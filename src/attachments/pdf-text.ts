/** The text of a PDF; a scan has none. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { ByteSource } from '../images/byte-source.ts';
import { withoutRadicals } from './radicals.ts';
import { TextSink, UnreadableError } from './text-outcome.ts';
import type { TextOutcome } from './text-outcome.ts';

const MOST_PAGES = 3000;

/** The library asks for the places that it needs: the pictures of a scan are never read. */
export async function pdfText(source: ByteSource): Promise<TextOutcome> {
  const { getDocument, PDFDataRangeTransport, VerbosityLevel } =
    await import('pdfjs-dist/legacy/build/pdf.mjs');
  class FileRanges extends PDFDataRangeTransport {
    override requestDataRange(begin: number, end: number): void {
      this.onDataRange(begin, new Uint8Array(source.read(begin, end - begin)));
    }
  }
  const loading = getDocument({
    range: new FileRanges(source.size, null),
    disableAutoFetch: true,
    disableStream: true,
    cMapUrl: libraryFolder('cmaps'),
    standardFontDataUrl: libraryFolder('standard_fonts'),
    verbosity: VerbosityLevel.ERRORS,
  });
  const sink = new TextSink();
  try {
    const pdf = await loading.promise;
    const pages = Math.min(pdf.numPages, MOST_PAGES);
    for (let at = 1; at <= pages && !sink.isFull; at += 1) {
      const page = await pdf.getPage(at);
      const { items } = await page.getTextContent();
      const parts = items.map((item) =>
        'str' in item ? item.str + (item.hasEOL ? '\n' : '') : '',
      );
      sink.add(withoutRadicals(parts.join('')));
      if (at < pages) sink.add('\n');
      page.cleanup();
      // Fonts and whatever else pages share would pile up.
      if (at % 50 === 0) await pdf.cleanup();
    }
    const outcome = sink.outcome();
    return pdf.numPages > MOST_PAGES ? { ...outcome, fault: 'cut' } : outcome;
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    throw isLocked ? new UnreadableError('locked') : error;
  } finally {
    await loading.destroy();
  }
}

/** A path, not an address: under Node the library hands it to `readFile`. It wants the slash at the end. */
function libraryFolder(name: string): string {
  const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  return `${join(library, name)}/`;
}
