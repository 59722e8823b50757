/** HTML of the clipboard as Markdown. */
import type { PasteAnswer } from '../api.ts';
import { bodyTree } from '../blocks/body-tree.ts';
import { readHtml } from './read-html.ts';
import { joinBlocks, writeBlock } from '../text/write-markdown.ts';

const LOST = { fault: '图片没有粘贴过来：请把图片文件拖进来，或者导入 Word 文件。' };

/** @param pictures names of those beside the article: an `<img>` that names one of them shows it, any other is left out */
export function pastedMarkdown(html: string, pictures: ReadonlySet<string>): PasteAnswer {
  const blocks = readHtml(html);
  const items = bodyTree({ blocks, notes: new Map(), notices: [] }, ({ part }) =>
    pictures.has(part) ? { name: part } : LOST,
  );
  const markdown = joinBlocks(items.map(({ node }) => writeBlock(node).text));
  return { markdown, notices: [...new Set(items.flatMap(({ notices }) => notices))] };
}
