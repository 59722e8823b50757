/** What a PDF holds beside its pages: properties, bookmarks, layers that are turned off. */
import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { FileWordsSink } from './file-words.ts';

export async function besidePages(pdf: PDFDocumentProxy, sink: FileWordsSink): Promise<void> {
  const { info, metadata } = await pdf.getMetadata();
  for (const text of stringsIn([info, metadata ? Object.fromEntries(metadata) : []]))
    sink.add({ where: '文档属性', isHidden: true, text });
  for (const text of titlesOf(await pdf.getOutline()))
    sink.add({ where: '书签', isHidden: true, text });
  for (const [, group] of (await pdf.getOptionalContentConfig()) ?? [])
    if (!group.visible) sink.hide('关闭的图层');
}

interface Bookmark {
  title: string;
  items: Bookmark[];
}

function titlesOf(bookmarks: readonly Bookmark[] | null): string[] {
  return (bookmarks ?? []).flatMap(({ title, items }) => [title, ...titlesOf(items)]);
}

/** All texts of a value, however deep. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value instanceof Map) return [...value.values()].flatMap(stringsIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
