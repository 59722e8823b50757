/** Numbers and bullets of lists as Word and WPS put them on the clipboard: text in a span of its own (mso-list:Ignore). */
import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Label } from '../blocks/blocks.ts';
import { parted } from '../blocks/blocks.ts';

/** Whether an element holds nothing but a paragraph's number. */
export function isWordLabel({ properties }: Element): boolean {
  return /mso-list\s*:\s*ignore/i.test(String(properties['style'] ?? ''));
}

/** What stands before a paragraph of Word's; undefined for any other. */
export function wordLabel(paragraph: Element): Label | undefined {
  const place = /mso-list\s*:[^;]*\blevel(\d)/i.exec(String(paragraph.properties['style'] ?? ''));
  const span = place ? labelIn(paragraph) : undefined;
  if (!place || !span) return undefined;
  const written = toString(span).replaceAll(/[\s\u00a0]+/gu, '');
  // Bullets are one letter of a sign font; a number of one letter is a digit or a Chinese one.
  const isBullet = /^[^\d\p{Script=Han}]$/u.test(written);
  return {
    text: isBullet ? '' : parted(written),
    level: Number(place[1]) - 1,
    isBullet,
    isDecimal: /^\d+\.$/.test(written),
    isOfficial: false,
  };
}

function labelIn(element: Element): Element | undefined {
  for (const child of element.children) {
    if (child.type !== 'element') continue;
    const found = isWordLabel(child) ? child : labelIn(child);
    if (found) return found;
  }
  return undefined;
}
