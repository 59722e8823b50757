/** Old addresses as they are compared: in any case of the letters A to Z, as old servers did and nginx does. */

export interface Spellings<T> {
  /** The first of one spelling counts. */
  add(key: string, folded: string, value: T): void;
  /** Where two addresses that differ in nothing but case lead elsewhere, each is found as it is written only. */
  find(key: string, folded: string): T | undefined;
}

/** @param placeOf equal for two values that lead to the same place */
export function createSpellings<T>(placeOf: (value: T) => string): Spellings<T> {
  const alike = new Map<string, Map<string, T>>();
  return {
    add(key, folded, value) {
      const spellings = alike.get(folded) ?? new Map<string, T>();
      alike.set(folded, spellings);
      if (!spellings.has(key)) spellings.set(key, value);
    },
    find(key, folded) {
      const spellings = alike.get(folded);
      const exact = spellings?.get(key);
      if (exact !== undefined || spellings === undefined) return exact;
      const [first, ...others] = spellings.values();
      if (first === undefined) return undefined;
      return others.every((other) => placeOf(other) === placeOf(first)) ? first : undefined;
    },
  };
}

/** Letters A to Z only: what else has a case is compared as it is. */
export function foldLetters(text: string): string {
  return text.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
