/**
 * Stands in for what the search uses and browsers of some years ago lack: Safari 15 of phones that get no newer one,
 * Chromium 86 to 109 of Windows 7 and of the browsers that are made in China. Loaded before the rest of the search.
 */
/* oxlint-disable unicorn/no-array-sort, unicorn/no-array-reverse -- of copies, by the methods that are there */

function standIn(prototype: object, methods: object): void {
  for (const [name, value] of Object.entries(methods)) {
    if (name in prototype) continue;
    Object.defineProperty(prototype, name, { value, writable: true, configurable: true });
  }
}

standIn(Array.prototype, {
  // Chromium 92
  at(this: readonly unknown[], place: number) {
    return this[place < 0 ? this.length + place : place];
  },
  // Chromium 97
  findLast(this: readonly unknown[], isWanted: (value: unknown) => boolean) {
    return [...this].reverse().find((value) => isWanted(value));
  },
  // Chromium 110, Safari 16
  toReversed(this: readonly unknown[]) {
    return [...this].reverse();
  },
  toSorted(this: readonly unknown[], compare?: (one: unknown, two: unknown) => number) {
    return [...this].sort(compare);
  },
});

standIn(AbortSignal.prototype, {
  // Chromium 100
  throwIfAborted(this: AbortSignal) {
    if (this.aborted) throw this.reason ?? new DOMException('The search was ended.', 'AbortError');
  },
});
