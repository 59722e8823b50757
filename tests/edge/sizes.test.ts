/** What the smallest platform must load for the counter, and what every reader must for a number. */
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bundle } from './bundle.ts';

test.each([
  ['src/views/view-counter.ts', 2_330],
  ['src/client/view-count.ts', 700],
  ['src/client/list-view-counts.ts', 700],
])('%s is at most %i bytes, minified and compressed', async (path, limit) => {
  const { length } = gzipSync(await bundle(path), { level: 9 });
  expect(length).toBeLessThanOrEqual(limit);
});
