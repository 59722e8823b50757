import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { BusyError, lockFolder } from '../../../src/build/lock.ts';

const waiting: number[] = [];
const options = { patience: 300, onWait: (pid: number) => waiting.push(pid) };

it('a folder is given to one at a time, and to the next when it is free', async () => {
  const out = `/site/${randomUUID()}`;
  const free = await lockFolder(out, options);
  await expect(lockFolder(out, options)).rejects.toThrow(BusyError);
  expect(waiting).toEqual([process.pid]);
  const second = lockFolder(out, { ...options, patience: 5_000 });
  await free();
  await (
    await second
  )();
  await (
    await lockFolder(out, options)
  )();
});

it('two folders do not wait for each other', async () => {
  const [first, second] = await Promise.all([
    lockFolder(`/site/${randomUUID()}`, options),
    lockFolder(`/site/${randomUUID()}`, options),
  ]);
  await Promise.all([first(), second()]);
});
