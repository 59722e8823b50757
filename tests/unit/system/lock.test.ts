import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { BusyError, FolderGoneError, LOCK, lockFolder } from '../../../src/system/lock.ts';
import { aFolder } from '../../support/a-folder.ts';

/** `npm run test:faults` takes two hundred. */
const ROUNDS = Number(process.env['LOCK_ROUNDS'] ?? 6);
const HOLDER = join(import.meta.dirname, 'lock-holder.ts');

const waiting: number[] = [];
const options = { patience: 300, onWait: (pid: number) => waiting.push(pid) };

/** A process that locks the folder, works in it, and ends with 2 when it met another at work. */
function aHolder(out: string, mode: 'work' | 'wait-to-be-killed') {
  return spawn(process.execPath, [HOLDER, out, mode], { stdio: ['ignore', 'pipe', 'inherit'] });
}

it('a folder is given to one at a time, and to the next when it is free', async () => {
  const out = await aFolder();
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
  expect(await readdir(out)).toEqual([]);
});

it('a folder is the same by whatever way it is reached', async () => {
  const folder = await aFolder({ 'site/.bureau-press': '' });
  await symlink(join(folder, 'site'), join(folder, 'link'));
  const free = await lockFolder(join(folder, 'site'), options);
  await expect(lockFolder(join(folder, 'link'), options)).rejects.toThrow(BusyError);
  await free();
});

it('two folders do not wait for each other', async () => {
  const folder = await aFolder();
  const [first, second] = await Promise.all([
    lockFolder(join(folder, 'a'), options),
    lockFolder(join(folder, 'b'), options),
  ]);
  await Promise.all([first(), second()]);
});

it('a folder that was made for the lock goes with it, unless something was put there', async () => {
  const folder = await aFolder();
  await (
    await lockFolder(join(folder, 'a/b/c'), options)
  )();
  expect(await readdir(folder)).toEqual([]);
  const free = await lockFolder(join(folder, 'a/b'), options);
  await writeFile(join(folder, 'a/b/index.html'), '');
  await free();
  expect(await readdir(join(folder, 'a/b'))).toEqual(['index.html']);
});

it('whoever holds a folder is told when it was removed or exchanged', async () => {
  const folder = await aFolder();
  const out = join(folder, 'dist');
  for (const change of [() => rm(out, { recursive: true }), () => rename(out, `${out}-aside`)]) {
    const lock = await lockFolder(out, options);
    lock.check();
    await change();
    expect(() => lock.check()).toThrow(FolderGoneError);
    const next = await lockFolder(out, options);
    expect(() => lock.check()).toThrow(FolderGoneError);
    await lock();
    // The next one's lock is still there.
    await expect(lockFolder(out, options)).rejects.toThrow(BusyError);
    await next();
  }
});

it.each([
  ['nothing', async () => undefined],
  ['what a killed build left', leaveKilled],
  [
    'the number of a process that lives, and a lock file of another program',
    async (out: string) => {
      await mkdir(out, { recursive: true });
      await writeFile(join(out, LOCK), '');
      await writeFile(join(out, `${LOCK}.pid`), String(process.pid));
    },
  ],
])(
  `${ROUNDS} rounds of three processes that meet %s: never two at once`,
  { timeout: 20_000 + ROUNDS * 5_000 },
  async (_, prepare) => {
    const folder = await aFolder();
    for (let round = 0; round < ROUNDS; round += 1) {
      const out = join(folder, String(round), 'dist');
      await prepare(out);
      const holders = [1, 2, 3].map(() => aHolder(out, 'work'));
      const codes = await Promise.all(holders.map((child) => once(child, 'exit')));
      expect([round, codes.map(([code]) => code as number)]).toEqual([round, [0, 0, 0]]);
    }
  },
);

async function leaveKilled(out: string): Promise<void> {
  const killed = aHolder(out, 'wait-to-be-killed');
  await once(killed.stdout, 'data');
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  expect((await stat(join(out, LOCK))).size).toBe(0);
}

it.skipIf(!existsSync('/proc/self'))(
  'where no folder can be made nobody is waited for',
  async () => {
    for (const out of ['/proc/bureau-press', '/proc/bureau-press/dist']) {
      waiting.length = 0;
      const refused = lockFolder(out, { ...options, patience: 60_000 });
      await expect(refused).rejects.toMatchObject({ code: 'EACCES', path: out });
      expect(waiting).toEqual([]);
    }
  },
);
