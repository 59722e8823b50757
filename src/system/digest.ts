/** Short names of contents: the beginning of a SHA-256. */
import { hash } from 'node:crypto';

/**
 * The same for the same content, on every machine.
 * @param length characters that are kept: 8 for one name of a few, 16 for what stands in the place of its content
 * @param encoding 4 bits a character in `hex`, 6 in `base64url`: what is kept by the hundred thousand is shorter in it
 */
export function shortDigest(
  content: string | NodeJS.ArrayBufferView,
  length: number,
  encoding: 'hex' | 'base64url' = 'hex',
): string {
  return hash('sha256', content, encoding).slice(0, length);
}
