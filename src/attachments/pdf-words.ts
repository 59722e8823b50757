/** The words of a PDF by page, its notes and forms, what it says of itself, and what stood in it before it was changed. */
import type { PDFPageProxy } from 'pdfjs-dist';
import type { ByteSource } from '../images/byte-source.ts';
import type { FileWordsSink } from './file-words.ts';
import { besidePages, stringsIn } from './pdf-beside.ts';
import { earlierVersions } from './pdf-versions.ts';
import { hasMorePages, withPdf } from './pdf-text.ts';
import { withoutRadicals } from './radicals.ts';

/** Pages of a file that is read again as it was: of a longer one that would take more time than there is. */
const MOST_OF_VERSIONS = 300;

/** Looks through a file that lies within. */
type Look = (name: string, bytes: Uint8Array) => Promise<void>;

/**
 * @param look asked for each file that is attached to it
 * @returns whether all of it was looked through
 */
export async function pdfWords(
  source: ByteSource,
  sink: FileWordsSink,
  look: Look,
): Promise<boolean> {
  const known = new Set<string>();
  let pageCount = 0;
  const isWhole = await withPdf(source, async (pdf, pages) => {
    pageCount = pdf.numPages;
    await besidePages(pdf, sink);
    const silent: number[] = [];
    for await (const page of pages(() => sink.isFull)) {
      const where = `第${page.pageNumber}页`;
      const text = await textOf(page);
      known.add(text);
      if (text.trim() === '') silent.push(page.pageNumber);
      sink.add({ where, isHidden: false, text });
      await figures(page, where, sink);
      const files = await annotations(page, where, sink);
      for (const [id, name] of files) {
        const bytes = await pdf.getAttachmentContent(id);
        if (bytes) await look(name, bytes);
      }
    }
    if (!sink.isFull) sink.silent(silent, pdf.numPages);
    for (const [id, { filename, content }] of (await pdf.getAttachments()) ?? []) {
      const bytes = content ?? (await pdf.getAttachmentContent(id));
      if (bytes) await look(filename, bytes);
    }
    return !hasMorePages(pdf);
  });
  const versions = earlierVersions(source);
  if (versions.length > 0 && pageCount > MOST_OF_VERSIONS) return false;
  for (const version of versions) await earlierPages(version, known, sink);
  return isWhole;
}

async function textOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  const parts = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''));
  return withoutRadicals(parts.join(''));
}

/** Pages as they were: who knows how reads them still. */
async function earlierPages(
  version: ByteSource,
  known: Set<string>,
  sink: FileWordsSink,
): Promise<void> {
  try {
    await withPdf(version, async (_, pages) => {
      for await (const page of pages(() => sink.isFull)) {
        const text = await textOf(page);
        if (text.trim() === '' || known.has(text)) continue;
        known.add(text);
        sink.hide('改动以前的内容');
        sink.add({ where: `改动以前的第${page.pageNumber}页`, isHidden: true, text });
      }
    });
  } catch {
    // What does not open by itself was no version.
  }
}

/** What a picture shows, for those who do not see it. */
async function figures(page: PDFPageProxy, where: string, sink: FileWordsSink): Promise<void> {
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { alt, children } = node as { alt?: unknown; children?: unknown[] };
    if (typeof alt === 'string')
      sink.add({ where: `${where}的图片说明`, isHidden: true, text: alt });
    for (const child of children ?? []) walk(child);
  };
  walk(await page.getStructTree());
}

/** @returns names of files that are pinned to the page, by what the library calls them */
async function annotations(
  page: PDFPageProxy,
  where: string,
  sink: FileWordsSink,
): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const each of await page.getAnnotations({ intent: 'any' })) {
    // Says what the note says that it belongs to.
    if (each.subtype === 'Popup') continue;
    const { contentsObj, titleObj, textContent, fieldValue, unsafeUrl, file, fileId } = each;
    const note = { where: `${where}的批注`, isHidden: true };
    if (contentsObj?.str) {
      sink.hide('批注');
      sink.add({ ...note, text: contentsObj.str });
    }
    if (titleObj?.str && each.fieldName === undefined) sink.add({ ...note, text: titleObj.str });
    if (Array.isArray(textContent) && !contentsObj?.str && fieldValue === undefined)
      sink.add({ ...note, isHidden: false, text: textContent.join('\n') });
    for (const value of [fieldValue].flat())
      if (typeof value === 'string')
        sink.add({ where: `${where}的表单`, isHidden: false, text: value });
    if (typeof unsafeUrl === 'string' && /^(?:tel|sms|mailto):/i.test(unsafeUrl))
      sink.add({ where: `${where}的链接`, isHidden: true, text: unsafeUrl.slice(4) });
    // What a form is called, asks for and offers, and where links lead.
    const { alternativeText, fieldName, defaultFieldValue, options, richText, actions } = each;
    const others = [alternativeText, fieldName, defaultFieldValue, options, richText?.str, actions];
    for (const text of stringsIn([others, unsafeUrl])) sink.rest(`${where}的表单和链接`, text);
    if (typeof fileId === 'string') files.set(fileId, file?.filename ?? '');
  }
  return files;
}
