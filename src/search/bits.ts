/**
 * Bits in a row, the highest of a byte first, and the two codes in which the index writes numbers. Gamma (Elias): as many
 * ones as the number has bits after its first, a zero, those bits. Rice with `k`: the number without its last `k` bits as
 * so many ones, a zero, the last `k` bits.
 */

export interface BitWriter {
  /** @param value whole, below 2 ** width @param width up to 48 */
  bits(value: number, width: number): void;
  /** @param value at least 1 */
  gamma(value: number): void;
  rice(value: number, k: number): void;
  /** All that was written, filled up with zeros to a whole byte; it begins anew. */
  end(): Uint8Array<ArrayBuffer>;
}

export function bitWriter(): BitWriter {
  let bytes = new Uint8Array(1 << 12);
  let length = 0;
  /** The last bits, fewer than eight. */
  let open = 0;
  let opened = 0;

  const short = (value: number, width: number) => {
    open = (open << width) | value;
    opened += width;
    while (opened >= 8) {
      if (length === bytes.length) {
        const longer = new Uint8Array(length * 2);
        longer.set(bytes);
        bytes = longer;
      }
      opened -= 8;
      bytes[length] = open >>> opened;
      length += 1;
    }
    open &= 0x7f;
  };
  const bits = (value: number, width: number) => {
    if (width > 24) {
      const high = Math.floor(value / 2 ** 24);
      short(high, width - 24);
      short(value - high * 2 ** 24, 24);
    } else short(value, width);
  };
  const ones = (count: number) => {
    for (let left = count; left > 0; left -= 16) {
      const some = Math.min(16, left);
      short((1 << some) - 1, some);
    }
    short(0, 1);
  };
  return {
    bits,
    gamma(value) {
      const width = 31 - Math.clz32(value);
      ones(width);
      bits(value - 2 ** width, width);
    },
    rice(value, k) {
      const high = Math.floor(value / 2 ** k);
      ones(high);
      bits(value - high * 2 ** k, k);
    },
    end() {
      if (opened > 0) short(0, 8 - opened);
      const written = bytes.slice(0, length);
      length = 0;
      open = 0;
      opened = 0;
      return written;
    },
  };
}

export interface BitReader {
  bits(width: number): number;
  gamma(): number;
  rice(k: number): number;
}

/** @throws (its methods) RangeError when the bits have come to their end: the file is cut off or is another */
export function bitReader(bytes: Uint8Array): BitReader {
  const end = bytes.length * 8;
  let at = 0;
  /** The next 24 bits; behind the end are zeros. */
  const next = (): number => {
    const byte = at >>> 3;
    const word =
      ((bytes[byte] ?? 0) << 24) |
      ((bytes[byte + 1] ?? 0) << 16) |
      ((bytes[byte + 2] ?? 0) << 8) |
      (bytes[byte + 3] ?? 0);
    return (word << (at & 7)) >>> 8;
  };
  const forward = (width: number) => {
    at += width;
    if (at > end) throw new RangeError('The bits have come to their end.');
  };
  const short = (width: number): number => {
    const value = next() >>> (24 - width);
    forward(width);
    return value;
  };
  const bits = (width: number): number =>
    width > 24 ? short(width - 24) * 2 ** 24 + short(24) : width === 0 ? 0 : short(width);
  const ones = (): number => {
    let count = 0;
    for (;;) {
      const zeros = Math.clz32(~next() & 0xffffff) - 8;
      if (zeros < 24) {
        forward(zeros + 1);
        return count + zeros;
      }
      forward(24);
      count += 24;
    }
  };
  return {
    bits,
    gamma() {
      const width = ones();
      return 2 ** width + bits(width);
    },
    rice(k) {
      const high = ones();
      return high * 2 ** k + bits(k);
    },
  };
}

/** The Rice parameter for `count` numbers below `below`, ascending, written as the gaps between them. */
export function riceOfGaps(below: number, count: number): number {
  const mean = Math.floor(((below - count) / count) * 0.69 + 1);
  return mean < 2 ** 31 ? 31 - Math.clz32(mean) : 31 + riceOfMean(mean / 2 ** 31);
}

const riceOfMean = (mean: number) => 31 - Math.clz32(Math.floor(mean));
