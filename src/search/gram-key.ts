/**
 * The key of a gram, a whole number below 2 ** 44. Of one to three common Han characters it is their number in a system of
 * 20,993 digits, so that no two have one; of everything else a hash in the space that these leave (43 bits). It is mixed
 * reversibly: keys lie evenly in the space, and a key still tells what it is of.
 */

export const KEY_BITS = 44;
const HALF = 2 ** 22;
const LOW = HALF - 1;
/** U+4E00 to U+9FFF, and one digit for "none". */
const FIRST_HAN = 0x4e00;
const DIGITS = 0x9fff - FIRST_HAN + 2;
const HAN_KEYS = DIGITS ** 3;
const OTHER_KEYS = 2 ** KEY_BITS - HAN_KEYS;

/** What a unit counts as a digit; 0 when it is no common Han character. */
export function hanDigit(unit: number): number {
  return unit >= FIRST_HAN && unit <= 0x9fff ? unit - FIRST_HAN + 1 : 0;
}

/** @param first to `third` as `hanDigit` gives them; 0 for those that are not there */
export function hanKey(first: number, second: number, third: number): number {
  return mixed((first * DIGITS + second) * DIGITS + third);
}

/** @param gram its kind is its first letter */
export function otherKey(gram: string): number {
  let one = 0x811c9dc5;
  let two = 0x9e3779b9;
  for (let at = 0; at < gram.length; at += 1) {
    const unit = gram.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x01000193);
    two = Math.imul(two ^ unit, 0x5bd1e995);
    two ^= two >>> 15;
  }
  const hash = (ended(one) >>> 0) * 2 ** 20 + (ended(two) >>> 12);
  return mixed(HAN_KEYS + (hash % OTHER_KEYS));
}

/** Whether a key is of three Han characters: those have positions beside them. */
export function isOfThree(key: number): boolean {
  const plain = unmixed(key);
  return plain < HAN_KEYS && plain % DIGITS !== 0;
}

/** Four rounds of a Feistel network over the two halves: each undoes itself. */
function mixed(plain: number): number {
  let high = Math.floor(plain / HALF);
  let low = plain - high * HALF;
  high ^= round(low, 0x85ebca6b);
  low ^= round(high, 0xc2b2ae35);
  high ^= round(low, 0x27d4eb2f);
  low ^= round(high, 0x165667b1);
  return high * HALF + low;
}

function unmixed(key: number): number {
  let high = Math.floor(key / HALF);
  let low = key - high * HALF;
  low ^= round(high, 0x165667b1);
  high ^= round(low, 0x27d4eb2f);
  low ^= round(high, 0xc2b2ae35);
  high ^= round(low, 0x85ebca6b);
  return high * HALF + low;
}

function round(half: number, factor: number): number {
  const product = Math.imul(half + 1, factor);
  return ((product >>> 10) ^ product) & LOW;
}

/** As MurmurHash3 ends. */
function ended(hash: number): number {
  let mixing = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixing = Math.imul(mixing ^ (mixing >>> 13), 0xc2b2ae35);
  return mixing ^ (mixing >>> 16);
}
