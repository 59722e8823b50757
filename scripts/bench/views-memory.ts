/** What a million readers in the window take: `views-memory.ts <readers>` prints the megabytes. */
import { createVisitors } from '../../src/edge/visitors.ts';

const readers = Number(process.argv[2]);
const visitors = createVisitors({ now: () => 0, generationLimit: readers });
const before = used();
const AT_ONCE = 500;
for (let first = 0; first < readers; first += AT_ONCE) {
  await Promise.all(
    Array.from({ length: Math.min(AT_ONCE, readers - first) }, (_, n) => {
      const reader = first + n;
      const address = `10.${reader >>> 16}.${(reader >>> 8) & 255}.${reader & 255}`;
      return visitors.admit({ address, agent: 'Mozilla/5.0' }, '20260305-a');
    }),
  );
}
console.log(Math.round((used() - before) / 1e6));

/** Bytes that are in use, not those that are only waiting to be collected. */
function used(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
