/** What the elements around a stretch of HTML text say of it. */
import type { Element } from 'hast';

export interface InlineLook {
  isBold: boolean;
  isStruck: boolean;
  isHidden: boolean;
  /** Line ends and spaces stand as they are written. */
  isKept: boolean;
  raised: 'sup' | 'sub' | undefined;
  href: string | undefined;
}

export const PLAIN: InlineLook = {
  isBold: false,
  isStruck: false,
  isHidden: false,
  isKept: false,
  raised: undefined,
  href: undefined,
};

/** @param outer what the elements around it say */
export function inlineLook({ tagName, properties }: Element, outer: InlineLook): InlineLook {
  const style = String(properties['style'] ?? '').toLowerCase();
  const written = tagName === 'a' ? String(properties['href'] ?? '').trim() : '';
  // What runs a program, or lies on somebody's disk, is no link of a page; its words stay.
  const href = /^(?:javascript|vbscript|data|file|about):/i.test(written) ? '' : written;
  return {
    isBold: boldIn(tagName, style) ?? outer.isBold,
    isStruck: outer.isStruck || /^(?:del|s|strike)$/.test(tagName) || /line-through/.test(style),
    isHidden:
      outer.isHidden ||
      properties['hidden'] === true ||
      /display\s*:\s*none|visibility\s*:\s*hidden/.test(style),
    isKept: outer.isKept || tagName === 'pre',
    raised: tagName === 'sup' || tagName === 'sub' ? tagName : outer.raised,
    href: href === '' ? outer.href : href,
  };
}

function boldIn(tagName: string, style: string): boolean | undefined {
  const weight = /font-weight\s*:\s*(\w+)/.exec(style)?.[1];
  if (weight !== undefined) return /^(?:bold|bolder|[6-9]00)$/.test(weight);
  if (/^h[1-6]$/.test(tagName)) return false;
  return tagName === 'b' || tagName === 'strong' ? true : undefined;
}
