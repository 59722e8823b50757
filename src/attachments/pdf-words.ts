/** The words of a PDF by page, its notes, and what it says of itself. */
import type { ByteSource } from '../images/byte-source.ts';
import type { FileWordsSink } from './file-words.ts';
import { hasMorePages, withPdf } from './pdf-text.ts';
import { withoutRadicals } from './radicals.ts';

/** @returns whether all of it was looked through */
export function pdfWords(source: ByteSource, sink: FileWordsSink): Promise<boolean> {
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
      for (const { contentsObj, fieldValue } of await page.getAnnotations()) {
        if (contentsObj?.str) {
          sink.hide('批注');
          sink.add({ where: `${where}的批注`, isHidden: true, text: contentsObj.str });
        }
        if (typeof fieldValue === 'string')
          sink.add({ where: `${where}的表单`, isHidden: false, text: fieldValue });
      }
    }
    return !hasMorePages(pdf);
  });
}
