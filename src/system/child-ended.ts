/** A process of the build's own that ended before it had answered. */
export class ChildEndedError extends Error {
  override name = 'ChildEndedError';
  /** Somebody or the lack of memory ended it, or a package was missing; undefined: it failed by itself. */
  readonly code: 'EKILLED' | 'EPROGRAMS' | undefined;

  /**
   * @param who subject of the sentence
   * @param said what it wrote to standard error: for whoever has to find a bug, not for the terminal
   */
  constructor(who: string, exitCode: number | null, signal: NodeJS.Signals | null, said: string) {
    super(`${who} ended with ${signal ?? exitCode}: ${said}`);
    const isIncomplete = said.includes("Cannot find package '");
    this.code = signal !== null ? 'EKILLED' : isIncomplete ? 'EPROGRAMS' : undefined;
  }
}
