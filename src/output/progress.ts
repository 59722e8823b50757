/** What a build says while it works: one line a phase; on a terminal, a long phase counts on in its line. */
import { printable, printableLines } from '../model/printable.ts';

export interface Progress {
  /** A finished step or a plain statement. */
  say(line: string): void;
  /** Work with a known end; shown only when it takes longer than a moment. */
  count(what: string): (done: number, total: number) => void;
}

const SHOW_AFTER_MS = 1500;
const BETWEEN_MS = 200;

/** @param stream where to write, usually process.stderr */
export function createProgress(stream: NodeJS.WriteStream): Progress {
  const clear = (): void => {
    if (stream.isTTY) stream.write('\r\u001B[K');
  };
  return {
    say(line) {
      clear();
      stream.write(`${printableLines(line)}\n`);
    },
    count(what) {
      const begun = Date.now();
      let shown = begun;
      return (done, total) => {
        const now = Date.now();
        if (now - begun < SHOW_AFTER_MS || now - shown < (stream.isTTY ? BETWEEN_MS : 10_000))
          return;
        shown = now;
        const left = Math.ceil((((now - begun) / done) * (total - done)) / 1000);
        const line = `${printable(what)} ${done}/${total}，还要约 ${left} 秒`;
        stream.write(stream.isTTY ? `\r\u001B[K${line}` : `${line}\n`);
        if (done === total) clear();
      };
    },
  };
}
