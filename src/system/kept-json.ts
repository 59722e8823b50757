/** Data kept as JSON between builds, under a sum: a letter that a disk exchanged would be believed, and published. */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeAtomically } from './write-atomically.ts';

/** The first line is the sum of the rest. */
export async function writeKept(file: string, data: unknown): Promise<void> {
  const text = JSON.stringify(data);
  await writeAtomically(file, `${sumOf(text)}\n${text}`);
}

/** What was kept; undefined when there is nothing, or something else than was written. */
export function readKept(file: string): unknown {
  try {
    const content = readFileSync(file);
    const end = content.indexOf('\n');
    const text = content.subarray(end + 1);
    if (content.toString('latin1', 0, end) !== sumOf(text)) return undefined;
    return JSON.parse(text.toString());
  } catch {
    return undefined;
  }
}

function sumOf(text: string | Uint8Array): string {
  return hash('sha256', text, 'hex').slice(0, 16);
}
