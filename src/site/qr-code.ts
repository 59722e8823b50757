/** A QR code as one stroked SVG path, a unit a module: small enough to stand in the page, sharp in print. */
import { encode } from 'uqr';

export interface QrCode {
  /** Side length in modules, quiet zone included. */
  size: number;
  /** The `d` of the dark modules' path: its stroke is one unit wide. */
  path: string;
}

const QUIET_ZONE = 4;
/** A fixed mask: trying all eight for the handsomest costs more than the rest of a page, and phones read any. */
const MASK = 0;

/** @param text the address that a phone should open */
export function qrCode(text: string): QrCode {
  const { data, size } = encode(text, { ecc: 'M', border: 0, maskPattern: MASK });
  let path = '';
  for (const [y, row] of data.entries()) {
    let pen: number | undefined;
    for (let x = 0; x < size; x += 1) {
      if (!row[x]) continue;
      const start = x;
      while (row[x]) x += 1;
      path +=
        pen === undefined ? `M${start + QUIET_ZONE} ${y + QUIET_ZONE}.5` : `m${start - pen} 0`;
      path += `h${x - start}`;
      pen = x;
    }
  }
  return { size: size + 2 * QUIET_ZONE, path };
}
