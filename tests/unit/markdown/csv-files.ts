/** CSV files as Windows programs write them. */
import { anExcelFile } from '../../support/office-files.ts';

/** Excel's “CSV（逗号分隔）” on Chinese Windows. */
export const gbk = encoder('gb18030', [0xa1, 0xfe], 0xa1);
/** What a computer in Taiwan writes. */
export const big5 = encoder('big5', [0xa1, 0xf9], 0x40);

/** An encoder for the two-byte characters of an encoding, made from its decoder. */
function encoder(encoding: string, [from, to]: [number, number], second: number) {
  const codes = new Map<string, number[]>();
  const decoder = new TextDecoder(encoding);
  for (let lead = from; lead <= to; lead += 1) {
    for (let trail = second; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (!codes.has(character)) codes.set(character, [lead, trail]);
    }
  }
  return (text: string): Buffer =>
    Buffer.from(
      Array.from(text, (character) => {
        const code = character.codePointAt(0) ?? 0;
        return code < 0x80 ? [code] : (codes.get(character) ?? []);
      }).flat(),
    );
}

/** Excel's “Unicode 文本”, with or without its byte order mark. */
export function utf16(text: string, { mark = true, bigEndian = false } = {}): Buffer {
  const bytes = Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

export const workbook = anExcelFile([
  ['地区', '用电'],
  ['甲市', '3'],
]);
