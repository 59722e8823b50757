/** A process of `lock.test.ts`: locks a folder, is alone in it, or ends with 2. */
import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lockFolder } from '../../../src/system/lock.ts';

const [, , out = '', mode] = process.argv;
const atWork = join(dirname(out), 'at-work');
const free = await lockFolder(out, { patience: 60_000, onWait: () => undefined });
if (mode === 'wait-to-be-killed') {
  console.log('locked');
  await sleep(60_000);
}
try {
  writeFileSync(atWork, '', { flag: 'wx' });
  await sleep(Math.random() * 15);
  rmSync(atWork);
} catch {
  process.exitCode = 2;
}
await free();
