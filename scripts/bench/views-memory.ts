/**
 * What readers in the window take, in a process of its own: `views-memory.ts <readers>` prints by how many megabytes
 * the process grew, and how many of them are the tables of visits.
 */
import { nodeHash } from '../../src/views/node-hash.ts';
import { createVisitors } from '../../src/views/visitors.ts';

const AT_ONCE = 64;
const AGENT =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

const readers = Number(process.argv[2]);
const visitors = createVisitors({ now: () => 0, newHash: nodeHash });
// What a process takes that answers at all, however few its readers are.
await visit(readers, () => 0);
const before = process.memoryUsage.rss();
await visit(readers, (n) => n);
const grown = process.memoryUsage.rss() - before;
console.log(Math.round(grown / 1e6), Math.round(process.memoryUsage().arrayBuffers / 1e6));

async function visit(times: number, readerOf: (n: number) => number): Promise<void> {
  for (let first = 0; first < times; first += AT_ONCE) {
    const count = Math.min(AT_ONCE, times - first);
    await Promise.all(Array.from({ length: count }, (_, n) => admit(readerOf(first + n))));
  }
}

function admit(reader: number): Promise<unknown> {
  const address = `10.${reader >>> 16}.${(reader >>> 8) & 255}.${reader & 255}`;
  return visitors.admit({ address, agent: AGENT }, '20260305-a');
}
