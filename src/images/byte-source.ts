/** Random access to the bytes of a file, a window at a time: a film of a gigabyte costs no more memory than an icon. */
import { closeSync, openSync, readSync, fstatSync } from 'node:fs';

export interface ByteSource {
  size: number;
  /** Fewer bytes than asked for where the file ends. */
  read(at: number, length: number): Buffer;
  /** Undefined behind the end. */
  byte(at: number): number | undefined;
}

const WINDOW = 65_536;

/** Opens a file for as long as `use` takes. Throws the file system's error when it cannot be read. */
export function withSource<T>(path: string, use: (source: ByteSource) => T): T {
  const { source, close } = openSource(path);
  try {
    return use(source);
  } finally {
    close();
  }
}

/** The same for as long as the caller needs it. */
export function openSource(path: string): { source: ByteSource; close(): void } {
  const file = openSync(path, 'r');
  const fill = (into: Buffer, at: number): number => readSync(file, into, 0, into.length, at);
  return { source: sourceOf(fstatSync(file).size, fill), close: () => closeSync(file) };
}

/** The same over bytes in memory. */
export function sourceOfBytes(bytes: Uint8Array): ByteSource {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return sourceOf(all.length, (into, at) => all.copy(into, 0, at));
}

function sourceOf(size: number, fill: (into: Buffer, at: number) => number): ByteSource {
  let window: Buffer = Buffer.alloc(0);
  let start = 0;
  const load = (at: number, length: number): Buffer => {
    const into = Buffer.alloc(Math.max(0, Math.min(length, size - at)));
    let done = 0;
    while (done < into.length) {
      const read = fill(into.subarray(done), at + done);
      if (read === 0) break;
      done += read;
    }
    return into.subarray(0, done);
  };
  const isInWindow = (at: number, end: number): boolean =>
    at >= start && end <= start + window.length;
  const move = (at: number): void => {
    window = load(at, WINDOW);
    start = at;
  };
  return {
    size,
    read(at, length) {
      if (at < 0 || at >= size || length <= 0) return Buffer.alloc(0);
      if (length >= WINDOW) return load(at, length);
      const end = Math.min(size, at + length);
      if (!isInWindow(at, end)) move(at);
      return Buffer.from(window.subarray(at - start, end - start));
    },
    byte(at) {
      if (at < 0 || at >= size) return undefined;
      if (!isInWindow(at, at + 1)) move(at);
      return window[at - start];
    },
  };
}
