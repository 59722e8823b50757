/** All counts of a store at once, for who keeps them: to be taken out, moved, and added to. */

/** Article id → its views. */
export type Numbers = ReadonlyMap<string, number>;

export interface Archive {
  /** All counts, as they were at one moment. */
  all(): Promise<Map<string, number>>;
  /**
   * Adds numbers to the counts, all of them or none, also while a server counts.
   * @param input names where the numbers come from; the same input is never added twice
   * @returns false when this input was added before
   */
  add(numbers: Numbers, input: string): Promise<boolean>;
  close(): Promise<void>;
}
