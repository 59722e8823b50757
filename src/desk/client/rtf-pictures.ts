/**
 * The pictures of a text that was copied in Word or WPS: its HTML names files that no page may read, and their bytes lie in
 * its RTF (Rich Text Format 1.9.1, Pictures), in the same order.
 */

/** A picture, or the place of one that browsers do not know (WMF, EMF). */
export type RtfPicture =
  { type: 'image/png' | 'image/jpeg'; bytes: Uint8Array<ArrayBuffer> } | 'unknown';

/** A brace, `\word12 `, `\'b6`, or a sign that would be one of these. What stands between two of them is text. */
const TOKEN = /[{}]|\\([a-z]{1,32})(-?\d{1,10})? ?|\\'[\da-f]{2}|\\[^a-z]/gis;
/** Groups that show a picture a second time, for programs that know nothing newer, or do not show it. */
const SKIPPED = new Set([
  'nonshppict',
  'header',
  'headerf',
  'headerl',
  'headerr',
  'footer',
  'footerf',
  'footerl',
  'footerr',
  'listpicture',
  'fonttbl',
  'stylesheet',
  'objdata',
  'themedata',
  'datastore',
]);
/** More than a page has. */
const MOST_PICTURES = 200;

interface Group {
  isSkipped: boolean;
  /** Within `\pict`: what it is, and its hexadecimal digits. */
  picture?: { type: 'image/png' | 'image/jpeg' | undefined; digits: string[] } | undefined;
}

export function picturesInRtf(rtf: string): RtfPicture[] {
  const pictures: RtfPicture[] = [];
  const groups: Group[] = [{ isSkipped: false }];
  let end = 0;
  for (const match of rtf.matchAll(TOKEN)) {
    const [token, word] = match;
    const group = groups.at(-1);
    if (!group || pictures.length > MOST_PICTURES) break;
    // Millions of digits: they are cut out, and not matched.
    if (group.picture && match.index > end) group.picture.digits.push(rtf.slice(end, match.index));
    end = match.index + token.length;
    if (token === '{') {
      // Properties within a picture are no digits of it.
      groups.push({ isSkipped: group.isSkipped || group.picture !== undefined });
    } else if (token === '}') {
      groups.pop();
      if (group.picture && !group.isSkipped) pictures.push(pictureOf(group.picture));
    } else if (word !== undefined) {
      takeWord(word, group);
    }
  }
  return pictures;
}

function takeWord(word: string, group: Group): void {
  if (SKIPPED.has(word)) group.isSkipped = true;
  if (word === 'pict') group.picture = { type: undefined, digits: [] };
  if (!group.picture) return;
  if (word === 'pngblip') group.picture.type = 'image/png';
  if (word === 'jpegblip') group.picture.type = 'image/jpeg';
}

function pictureOf({ type, digits }: NonNullable<Group['picture']>): RtfPicture {
  const hex = digits.join('').replaceAll(/\s+/g, '');
  if (type === undefined || hex === '' || hex.length % 2 > 0 || /[^\da-f]/i.test(hex))
    return 'unknown';
  const bytes = new Uint8Array(hex.length / 2);
  for (let at = 0; at < bytes.length; at += 1)
    bytes[at] = Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16);
  return { type, bytes };
}
