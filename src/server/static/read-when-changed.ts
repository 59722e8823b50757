import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

/**
 * Gives the function that answers a file's parsed text, reading it anew only when its size or time
 * has changed, so that a new build is served without a restart. A missing file reads as an empty one.
 */
export function readWhenChanged<T>(file: string, parse: (text: string) => T): () => Promise<T> {
  let known: { stamp: string; value: T } | undefined;

  return async () => {
    // Asked at every request, so always in the system's memory: waiting for a thread would take longer.
    const state = statSync(file, { throwIfNoEntry: false });
    const stamp = state?.isFile() ? `${state.mtimeMs} ${state.size}` : '';
    if (known?.stamp !== stamp) {
      const text = stamp === '' ? '' : await readFile(file, 'utf8');
      known = { stamp, value: parse(text) };
    }
    return known.value;
  };
}
