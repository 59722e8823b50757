/** A QR code as one SVG path, a unit a module: small enough to stand in the page, sharp in print. */
import { encode } from 'uqr';

export interface QrCode {
  /** Side length in modules, quiet zone included. */
  size: number;
  /** The `d` of the dark modules' path. */
  path: string;
}

const QUIET_ZONE = 4;
/** A fixed mask: trying all eight for the handsomest costs more than the rest of a page, and phones read any. */
const MASK = 0;

/** @param text the address that a phone should open */
export function qrCode(text: string): QrCode {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE, maskPattern: MASK });
  let path = '';
  for (const [y, row] of data.entries()) {
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue;
      const start = x;
      while (row[x]) x += 1;
      path += `M${start} ${y}h${x - start}v1h-${x - start}z`;
    }
  }
  return { size, path };
}
