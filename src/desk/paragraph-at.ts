/** How a place of a text is called to somebody who does not see its source: by the words with which its paragraph begins. */
import { readableText } from '../markdown/readable-text.ts';
import { readMarkdown } from './text/read-markdown.ts';

/** Characters that are quoted. */
const QUOTED = 12;

/**
 * @param text of a whole file
 * @param line 1-based, the first of a block of its body
 * @returns “会议要求抓好落实…”一段, 表格“单位…”, 图片“1.jpg”
 */
export function paragraphAt(text: string, line: number): string {
  const [block = ''] = text
    .split('\n')
    .slice(line - 1)
    .join('\n')
    .split(/\n[ \t]*\n/u);
  const tree = readMarkdown(block);
  const words = readableText(tree).replaceAll(/\s+/gu, ' ').trim();
  const [node] = tree.children;
  if (words === '' || node === undefined) return pictureName(block);
  const letters = [...words];
  const quoted = letters.length > QUOTED ? `${letters.slice(0, QUOTED).join('')}…` : words;
  return node.type === 'table' ? `表格“${quoted}”` : `“${quoted}”一段`;
}

/** A picture without a caption has no words. */
function pictureName(block: string): string {
  const name = /\]\(<?([^)>]+)/u.exec(block)?.[1];
  return name === undefined ? '' : `图片“${name}”`;
}
