/** Questions to whoever sits at the terminal. */
import { createInterface } from 'node:readline';

/** Whether somebody can read the question and answer it. */
export function canAsk(): boolean {
  return process.stdin.isTTY && process.stdout.isTTY;
}

/**
 * Opens the terminal for questions; what is typed ahead answers the next one.
 * @returns the answers without the spaces around them: an empty text once the terminal is closed
 */
export function openQuestions(): { ask(question: string): Promise<string>; close(): void } {
  const terminal = createInterface({ input: process.stdin });
  const lines = terminal[Symbol.asyncIterator]();
  return {
    async ask(question) {
      process.stdout.write(question);
      const { value } = await lines.next();
      return typeof value === 'string' ? value.trim() : '';
    },
    close: () => terminal.close(),
  };
}
