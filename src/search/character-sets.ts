/** Sets of Chinese characters that every browser knows as encodings, so that they need not be sent. */

/** The Han characters of an encoding of two bytes each. @param second the second bytes, both ends included */
function charactersOf(encoding: string, first: Range, second: readonly Range[]): string[] {
  const bytes: number[] = [];
  for (let high = first[0]; high <= first[1]; high += 1) {
    for (const [from, to] of second) {
      for (let low = from; low <= to; low += 1) bytes.push(high, low);
    }
  }
  const text = new TextDecoder(encoding).decode(new Uint8Array(bytes));
  return [...text].filter((char) => /\p{Script=Han}/u.test(char));
}

type Range = readonly [from: number, to: number];

/** The 6,763 characters of GB 2312: those of simplified Chinese. */
export function usualCharacters(): Set<string> {
  return new Set(charactersOf('gb2312', [0xb0, 0xf7], [[0xa1, 0xfe]]));
}

/** The common traditional characters that are not among the usual ones. */
export function traditionalCharacters(usual: ReadonlySet<string>): string[] {
  const level = charactersOf(
    'big5',
    [0xa4, 0xc6],
    [
      [0x40, 0x7e],
      [0xa1, 0xfe],
    ],
  );
  return level.filter((char) => !usual.has(char));
}
