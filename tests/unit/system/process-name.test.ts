import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { hasEnded, processName } from '../../../src/system/process-name.ts';

const MODULE = new URL('../../../src/system/process-name.ts', import.meta.url).href;
const PROGRAM = `const { processName } = await import(${JSON.stringify(MODULE)}); console.log(processName()); setInterval(() => 0, 1000);`;

test.runIf(existsSync('/proc/self/stat'))('a process is known to have ended', async () => {
  expect(hasEnded(processName())).toBe(false);
  const child = spawn(process.execPath, ['--input-type=module', '--eval', PROGRAM]);
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  const name = said.toString().trim();
  expect(hasEnded(name)).toBe(false);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(hasEnded(name)).toBe(true);
});

test.runIf(existsSync('/proc/self/stat'))('one for which nobody waits has ended, too', async () => {
  // A container's first process that is no init: this one starts others, and never asks how they ended.
  const parent = spawn('sh', [
    '-c',
    '"$0" --input-type=module --eval "$1" & exec sleep 60',
    process.execPath,
    PROGRAM,
  ]);
  try {
    const [said] = (await once(parent.stdout, 'data')) as [Buffer];
    const name = said.toString().trim();
    const pid = Number(name.split(' ').at(-2));
    expect(hasEnded(name)).toBe(false);
    process.kill(pid, 'SIGKILL');
    await vi.waitFor(() => expect(hasEnded(name)).toBe(true), { timeout: 5000 });
    expect(existsSync(`/proc/${pid}`)).toBe(true);
  } finally {
    parent.kill('SIGKILL');
  }
});

test.runIf(existsSync('/proc/self/stat'))('another that has its number is not it', () => {
  expect(hasEnded(`${processName()}0`)).toBe(true);
});

test('of another machine, or of nobody knows what, nothing is known', () => {
  for (const name of ['', 'x', `another-boot pid:[1] ${process.pid} 1`, ' 1 2'])
    expect(hasEnded(name), name).toBe(false);
});
