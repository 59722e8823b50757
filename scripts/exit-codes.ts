/** Exit codes: good, content problems, wrong use, and a machine that cannot (disk full, no permission). */
export const EXIT = { good: 0, problems: 1, wrongUse: 2, broken: 3 } as const;
