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

/** The matrix that a path of one-high runs (`M4 4h7v1h-7z`) paints; throws on anything else, and on overlaps. */
function modules(path: string, size: number): boolean[][] {
  const matrix = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  const rest = path.replaceAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g, (text, ...run: string[]) => {
    const [x = 0, y = 0, width = 0, back = 0] = run.slice(0, 4).map(Number);
    const row = matrix[y];
    if (!row || width !== back || row.slice(x, x + width).includes(true))
      throw new Error(`No clean run: ${text}`);
    row.fill(true, x, x + width);
    return '';
  });
  expect(rest).toBe('');
  return matrix;
}
