/** 附件 lines at the end of an official text lead to the files that the page offers below. */
import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { savedAs } from './file-label.ts';

/** A file that the page offers, and what it is called there. */
export interface NamedAttachment {
  title: string;
  url: string;
}

/** 附件：, 附件1：, 附件：1. with the title behind it or on the lines below. */
const BEGIN = /^附件 ?\d{0,2} ?[：:.．、]? ?/u;
const NUMBER = /^\d{1,2} ?[.．、] ?/u;

/** Links a line whose words are a title of a file, and nothing else but its number; where two are called so, neither. */
export function linkAttachmentLines(tree: Root, attachments: readonly NamedAttachment[]): void {
  const titles = new Map<string, string | undefined>();
  for (const { title, url } of attachments) {
    const known = plainTitle(title);
    titles.set(known, titles.has(known) ? undefined : url);
  }
  let isBegun = false;
  for (const block of tree.children) {
    if (block.type !== 'element') continue;
    if (block.tagName === 'p') {
      const isFirst = BEGIN.test(toString(block).trim());
      if (isFirst || isBegun) isBegun = linkLine(block, titles) || isFirst;
    } else if (isBegun && (block.tagName === 'ol' || block.tagName === 'ul')) {
      for (const item of block.children) if (item.type === 'element') linkLine(item, titles);
    } else {
      isBegun = false;
    }
  }
}

/** Whether a line of it names a file. Only plain text is changed: what is a link already leads where staff said. */
function linkLine(block: Element, titles: ReadonlyMap<string, string | undefined>): boolean {
  const isPlain = block.children.every(
    (child) =>
      child.type === 'text' || (child.type === 'element' && /^(?:br|p)$/.test(child.tagName)),
  );
  if (!isPlain) return false;
  let isLinked = false;
  block.children = block.children.flatMap((child) => {
    if (child.type === 'element' && child.tagName === 'p')
      isLinked = linkLine(child, titles) || isLinked;
    const linked = child.type === 'text' ? linkText(child.value, titles) : undefined;
    if (linked) isLinked = true;
    return linked ?? [child];
  });
  return isLinked;
}

function linkText(
  value: string,
  titles: ReadonlyMap<string, string | undefined>,
): ElementContent[] | undefined {
  const lead = leadOf(value);
  const title = value.slice(lead).trimEnd();
  const url = title === '' ? undefined : titles.get(plainTitle(title));
  if (!url) return undefined;
  const after = value.slice(lead + title.length);
  return [...textOf(value.slice(0, lead)), linkTo(url, title), ...textOf(after)];
}

/** How much of a line stands before the title. */
function leadOf(value: string): number {
  const start = value.length - value.trimStart().length;
  const word = BEGIN.exec(value.slice(start))?.[0].length ?? 0;
  const number = NUMBER.exec(value.slice(start + word))?.[0].length ?? 0;
  return start + word + number;
}

function linkTo(href: string, value: string): ElementContent {
  return {
    type: 'element',
    tagName: 'a',
    properties: { className: ['attached'], href, ...(savedAs(href) && { download: true }) },
    children: [{ type: 'text', value }],
  };
}

function textOf(value: string): ElementContent[] {
  return value === '' ? [] : [{ type: 'text', value }];
}

/** 《申报表》.docx and 申报表 are one. */
function plainTitle(title: string): string {
  return title
    .replaceAll(/[\s《》]/gu, '')
    .replace(/\.[a-z]{2,4}$/i, '')
    .replace(/[。；;]$/u, '');
}
