/** What a PDF holds beside its pages: properties, bookmarks, names of pages and layers, scripts. */
import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { FileWordsSink } from './file-words.ts';

export async function besidePages(pdf: PDFDocumentProxy, sink: FileWordsSink): Promise<void> {
  const hidden = (where: string, value: unknown): void => {
    for (const text of stringsIn(value)) sink.add({ where, isHidden: true, text });
  };
  const { info, metadata } = await pdf.getMetadata();
  hidden('文档属性', [info, metadata ? Object.fromEntries(metadata) : []]);
  // What its elements are read as leaves out what stands in their attributes.
  for (const [, value] of metadata?.getRaw()?.matchAll(/=\s*["']([^"'<]{7,})["']/g) ?? [])
    sink.rest('文档属性', value ?? '');
  for (const text of titlesOf(await pdf.getOutline())) hidden('书签', text);
  hidden('页码', await pdf.getPageLabels());
  hidden('脚本', [await pdf.getJSActions(), await pdf.getOpenAction()]);
  for (const [, group] of (await pdf.getOptionalContentConfig()) ?? []) {
    hidden('图层的名称', group.name);
    if (!group.visible) sink.hide('关闭的图层');
  }
}

interface Bookmark {
  title: string;
  items: Bookmark[];
}

function titlesOf(bookmarks: readonly Bookmark[] | null): string[] {
  return (bookmarks ?? []).flatMap(({ title, items }) => [title, ...titlesOf(items)]);
}

/** All texts of a value, however deep. */
export function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value instanceof Map) return [...value.values()].flatMap(stringsIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
