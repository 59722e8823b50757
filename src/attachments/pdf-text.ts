/** The text of a PDF; a scan has none. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { ByteSource } from '../images/byte-source.ts';
import { withoutRadicals } from './radicals.ts';
import { TextSink, UnreadableError } from './text-outcome.ts';
import type { TextOutcome } from './text-outcome.ts';

const MOST_PAGES = 3000;

/** Page after page, until there is enough. */
type Pages = (isEnough: () => boolean) => AsyncGenerator<PDFPageProxy>;

export async function pdfText(source: ByteSource): Promise<TextOutcome> {
  const sink = new TextSink();
  return withPdf(source, async (pdf, pages) => {
    for await (const page of pages(() => sink.isFull)) {
      const { items } = await page.getTextContent();
      const parts = items.map((item) =>
        'str' in item ? item.str + (item.hasEOL ? '\n' : '') : '',
      );
      sink.add(withoutRadicals(parts.join('')));
      if (page.pageNumber < Math.min(pdf.numPages, MOST_PAGES)) sink.add('\n');
    }
    const outcome = sink.outcome();
    return hasMorePages(pdf) ? { ...outcome, fault: 'cut' } : outcome;
  });
}

/** Whether a file has pages that nobody reads. */
export function hasMorePages({ numPages }: PDFDocumentProxy): boolean {
  return numPages > MOST_PAGES;
}

/**
 * Opens a PDF for as long as it is asked. The library asks for the places that it needs: the pictures of a scan are never
 * read.
 */
export async function withPdf<T>(
  source: ByteSource,
  ask: (pdf: PDFDocumentProxy, pages: Pages) => Promise<T>,
): Promise<T> {
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
  try {
    const pdf = await loading.promise;
    return await ask(pdf, async function* pages(isEnough) {
      const last = Math.min(pdf.numPages, MOST_PAGES);
      for (let at = 1; at <= last && !isEnough(); at += 1) {
        const page = await pdf.getPage(at);
        yield page;
        page.cleanup();
        // Fonts and whatever else pages share would pile up.
        if (at % 50 === 0) await pdf.cleanup();
      }
    });
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
