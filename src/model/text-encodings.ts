/** The text of a file that says nowhere how it is written. */
import { isUtf8 } from 'node:buffer';

/**
 * UTF-8, UTF-16 (with its mark or without) and GB18030 are told apart by the bytes.
 * @returns undefined where none of them is certain
 */
export function decodedBytes(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return strictly('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return strictly('utf-16be', bytes);
  // No text of bytes holds zeros: with them, ASCII is written in two.
  if (bytes.includes(0)) return utf16WithoutMark(bytes);
  if (isUtf8(bytes)) return strictly('utf-8', bytes);
  return isSimplifiedChinese(bytes) ? strictly('gb18030', bytes) : undefined;
}

function strictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Read in the wrong order, a line feed and most punctuation are no characters at all. */
function utf16WithoutMark(bytes: Uint8Array): string | undefined {
  const readings = ['utf-16le', 'utf-16be']
    .map((encoding) => strictly(encoding, bytes))
    .filter(
      (text) => text !== undefined && /[\n,;\t]/.test(text) && !/[\0\p{Cn}\p{Co}]/u.test(text),
    );
  return readings.length === 1 ? readings[0] : undefined;
}

/** Of 100 characters, this many at least are of GB 2312: text of another encoding has 25 to 60 when read as Chinese. */
const SURE = 90;

/**
 * Nearly all bytes can be read as GB18030. Of real text nearly all characters are those of GB 2312, both of whose bytes
 * are from A1 on; Big5, Shift-JIS and damaged UTF-8 have many below.
 */
function isSimplifiedChinese(bytes: Uint8Array): boolean {
  let characters = 0;
  let common = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const second = bytes[at + 1] ?? 0;
    const four = second >= 0x30 && second <= 0x39;
    characters += 1;
    if (lead >= 0xa1 && lead <= 0xf7 && second >= 0xa1) common += 1;
    at += four ? 3 : 1;
  }
  return common * 100 >= characters * SURE;
}
