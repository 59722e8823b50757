/** Compressed files where the browser has nothing for them. What fflate leaves out is done here: to compare the sum. */
import { gunzipSync, unzlibSync } from 'fflate';

/** So many bytes one of deflate's can stand for. */
const MOST = 1032;
const OTHER = 'A compressed file is not what it was.';

/** @throws when the bytes are cut off or others */
export function inflatedByItself(
  bytes: Uint8Array<ArrayBuffer>,
  form: 'deflate' | 'gzip',
): Uint8Array<ArrayBuffer> {
  // At the end stand the sum, and for gzip the length behind it.
  const end = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isGzip = form === 'gzip';
  // fflate makes room for the length that a file says, 4 GB where one is cut off; none is longer than this.
  if (isGzip && end.getUint32(bytes.length - 4, true) > bytes.length * MOST) throw new Error(OTHER);
  const plain = isGzip ? gunzipSync(bytes) : unzlibSync(bytes);
  const isWhole = isGzip
    ? end.getUint32(bytes.length - 8, true) === crc32(plain)
    : end.getUint32(bytes.length - 4) === adler32(plain);
  if (!isWhole) throw new Error(OTHER);
  return plain;
}

/** RFC 1950, 8.2. */
function adler32(bytes: Uint8Array): number {
  let [low, high] = [1, 0];
  for (const byte of bytes) {
    low = (low + byte) % 65_521;
    high = (high + low) % 65_521;
  }
  return high * 65_536 + low;
}

/** RFC 1952, 8. */
function crc32(bytes: Uint8Array): number {
  const table = Int32Array.from({ length: 256 }, (_, at) => {
    let sum = at;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xed_b8_83_20 : 0);
    return sum;
  });
  let sum = -1;
  for (const byte of bytes) sum = (sum >>> 8) ^ (table[(sum ^ byte) & 255] ?? 0);
  return ~sum >>> 0;
}
