/** The hashes that stand for a visit: HMAC-SHA-256 under a random key that exists in memory only. */

/** Hashes texts under a key of its own. 53 bits fit a number: among a million visits a stranger is taken for one of them once in 10⁹. */
export type KeyedHash = (text: string) => number | Promise<number>;

/** By the Web Cryptography API, which every platform has. */
export function webHash(): KeyedHash {
  const key = crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return async (text) => {
    const bytes = new TextEncoder().encode(text);
    const [high = 0, low = 0] = new Uint32Array(await crypto.subtle.sign('HMAC', await key, bytes));
    return to53Bits(high, low);
  };
}

/** The first 53 of 64 bits, given as two whole numbers. */
export function to53Bits(high: number, low: number): number {
  return high * 2 ** 21 + (low >>> 11);
}
