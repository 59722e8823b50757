/** The words of a PDF by page, its notes, and what it says of itself. */
import type { ByteSource } from '../images/byte-source.ts';
import type { FileWordsSink } from './file-words.ts';
import { hasMorePages, withPdf } from './pdf-text.ts';
import { withoutRadicals } from './radicals.ts';

/**
 * @param look asked for each file that is attached to it
 * @returns whether all of it was looked through
 */
export function pdfWords(
  source: ByteSource,
  sink: FileWordsSink,
  look: (name: string, bytes: Uint8Array) => Promise<void>,
): Promise<boolean> {
  return withPdf(source, async (pdf, pages) => {
    const { info } = await pdf.getMetadata();
    for (const value of Object.values(info))
      if (typeof value === 'string') sink.add({ where: '文档属性', isHidden: true, text: value });
    for await (const page of pages(() => sink.isFull)) {
      const where = `第${page.pageNumber}页`;
      const { items } = await page.getTextContent();
      const parts = items.map((item) =>
        'str' in item ? item.str + (item.hasEOL ? '\n' : '') : '',
      );
      sink.add({ where, isHidden: false, text: withoutRadicals(parts.join('')) });
      for (const { contentsObj, fieldValue, unsafeUrl } of await page.getAnnotations()) {
        if (contentsObj?.str) {
          sink.hide('批注');
          sink.add({ where: `${where}的批注`, isHidden: true, text: contentsObj.str });
        }
        for (const value of [fieldValue].flat())
          if (typeof value === 'string')
            sink.add({ where: `${where}的表单`, isHidden: false, text: value });
        if (typeof unsafeUrl === 'string' && /^(?:tel|sms|mailto):/i.test(unsafeUrl))
          sink.add({ where: `${where}的链接`, isHidden: true, text: unsafeUrl.slice(4) });
      }
    }
    for (const [id, { filename, content }] of (await pdf.getAttachments()) ?? []) {
      const bytes = content ?? (await pdf.getAttachmentContent(id));
      if (bytes) await look(filename, bytes);
    }
    return !hasMorePages(pdf);
  });
}
