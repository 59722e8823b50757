/** Text, and what is written in text: web pages, drawings, pointers, shortcuts. */

export type MarkupKind =
  | 'text'
  | 'web-page'
  | 'svg'
  | 'lfs-pointer'
  | 'shortcut'
  /** A table or text that Office of 2003 saved as XML. */
  | 'office-xml';

/** Undefined when the beginning of the file is no text. */
export function markupKind(head: Buffer): MarkupKind | undefined {
  const text = textOf(head);
  if (text === undefined) return undefined;
  const start = text.replace(/^\uFEFF/, '').trimStart();
  if (start.startsWith('version https://git-lfs.github.com/spec/')) return 'lfs-pointer';
  if (/^\[(?:InternetShortcut|Desktop Entry)/i.test(start)) return 'shortcut';
  if (/^(?:MIME-Version|Content-Type):\s/i.test(start)) return 'web-page';
  const element = firstElement(start);
  if (element === undefined) return 'text';
  if (element === 'svg') return 'svg';
  if (/urn:schemas-microsoft-com:office:spreadsheet|progid="(?:Excel|Word)\./.test(start)) {
    return /<html[\s>]/i.test(start) ? 'web-page' : 'office-xml';
  }
  return WEB.test(element) ? 'web-page' : 'text';
}

const WEB =
  /^(?:!doctype|html|head|body|script|title|meta|link|style|base|iframe|object|embed|form|table|div|span|center|font|img|p|br|hr|h[1-6]|a|ul|ol|b)$/;

/** The name of the first element, behind comments and declarations; undefined when the text begins otherwise. */
function firstElement(text: string): string | undefined {
  let rest = text;
  for (;;) {
    const skipped = /^(?:<!--.*?-->|<\?.*?\?>)\s*/s.exec(rest)?.[0];
    if (skipped === undefined) break;
    rest = rest.slice(skipped.length);
  }
  const doctype = /^<!doctype\s+([\w:]+)/i.exec(rest)?.[1]?.toLowerCase();
  if (doctype) return doctype === 'svg' ? 'svg' : '!doctype';
  const name = /^<([a-z][\w:-]*)/i.exec(rest)?.[1]?.toLowerCase();
  return name?.replace(/^svg:/, '');
}

const CONTROL_SHARE = 0.01;

function textOf(head: Buffer): string | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return head.toString('utf16le');
  if (head[0] === 0xfe && head[1] === 0xff) {
    return Buffer.from(head.subarray(0, head.length & ~1))
      .swap16()
      .toString('utf16le');
  }
  const strange = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27));
  if (head.includes(0) || strange.length > head.length * CONTROL_SHARE) return undefined;
  return head.toString('utf8');
}
