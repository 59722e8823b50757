import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
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

test.runIf(existsSync('/proc/self/stat'))('another that has its number is not it', () => {
  expect(hasEnded(`${processName()}0`)).toBe(true);
});

test('of another machine, or of nobody knows what, nothing is known', () => {
  for (const name of ['', 'x', `another-boot pid:[1] ${process.pid} 1`, ' 1 2'])
    expect(hasEnded(name), name).toBe(false);
});
