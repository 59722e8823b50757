import { describe, expect, it } from 'vitest';
import { encode } from 'uqr';
import { qrCode } from '../../../src/site/qr-code.ts';

const ADDRESSES = [
  'https://www.example.gov.cn/',
  'https://www.example.gov.cn/xwzx/tpxw/202603/20260305-spring-safety/',
  `https://www.example.gov.cn/jgsw/${'a'.repeat(300)}/`,
];

describe.each(ADDRESSES)('the QR code of %s', (address) => {
  const { size, path } = qrCode(address);

  it('has the modules of the encoder', () => {
    expect(modules(path, size)).toEqual(
      encode(address, { ecc: 'M', border: 4, maskPattern: 0 }).data,
    );
  });

  it('has a quiet zone of four modules on every side', () => {
    const dark = modules(path, size).flatMap((row, y) =>
      row.flatMap((module, x) => (module ? [[x, y]] : [])),
    );
    const xs = dark.map(([x = 0]) => x);
    const ys = dark.map(([, y = 0]) => y);
    const edges = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    expect(edges).toEqual([4, 4, size - 5, size - 5]);
  });
});

it('an address is encoded the same each time', () => {
  expect(ADDRESSES.map(qrCode)).toEqual(ADDRESSES.map(qrCode));
});

/** The matrix that a stroke one unit wide paints (`M4 4.5h7m2 0h3`, a line a row); throws on anything else. */
function modules(path: string, size: number): boolean[][] {
  const matrix = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, start, line, strokes = ''] of path.matchAll(/M(\d+) (\d+)\.5([^M]*)/g)) {
    const row = matrix[Number(line)];
    let x = Number(start);
    const rest = strokes.replaceAll(/(?:m(\d+) 0)?h(\d+)/g, (_, gap: string, width: string) => {
      x += Number(gap ?? 0);
      row?.fill(true, x, x + Number(width));
      x += Number(width);
      return '';
    });
    if (rest !== '' || x > size) throw new Error(`No clean row: ${strokes}`);
  }
  expect(path.replaceAll(/M[\d.]+ [\d.]+(?:(?:m\d+ 0)?h\d+)+/g, '')).toBe('');
  return matrix;
}
