import { spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import { once } from 'node:events';
import { cp } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aFolder, writeFiles } from '../../support/a-folder.ts';

const PROJECT = resolve(import.meta.dirname, '../../..');
const COPIED = [
  'scripts/setup.mjs',
  'scripts/missing-programs.ts',
  'scripts/exit-codes.ts',
  'src/build/missing-programs.ts',
];

/** A project of one script, in which everything is installed already. */
async function aProject(script: string): Promise<string> {
  const folder = await aFolder();
  for (const path of COPIED) await cp(join(PROJECT, path), join(folder, path));
  const lock = hash('sha256', process.platform + process.arch, 'hex');
  await writeFiles(folder, {
    'package.json': '{ "type": "module" }',
    'package-lock.json': '',
    'node_modules/.installed': `${lock} all`,
    'scripts/one.ts': script,
  });
  return folder;
}

function start(folder: string, env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [join(folder, 'scripts/setup.mjs'), 'scripts/one.ts'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  let said = '';
  child.stdout.on('data', (text: Buffer) => (said += String(text)));
  child.stderr.on('data', (text: Buffer) => (said += String(text)));
  return {
    child,
    said: () => said,
    async ended() {
      const [code] = (await once(child, 'close')) as [number | null];
      return { code, said: said.trim() };
    },
  };
}

const KILLED = '内存不够，系统结束了程序，没有做完。请关掉别的程序，再运行一次。';

describe.skipIf(process.platform === 'win32')('a command ends as its script does', () => {
  it.each([
    ['process.exit(0)', 0, ''],
    ['process.exit(1)', 1, ''],
    ['process.exit(3)', 3, ''],
    ['process.kill(process.pid, "SIGKILL")', 3, KILLED],
    ['process.kill(process.pid, "SIGABRT")', 3, KILLED],
    ['process.kill(process.pid, "SIGINT"); setTimeout(() => {}, 9e4)', 130, ''],
    ['process.kill(process.pid, "SIGTERM"); setTimeout(() => {}, 9e4)', 130, ''],
  ])('%s → %i', async (script, code, said) => {
    expect(await start(await aProject(script)).ended()).toEqual({ code, said });
  });

  it.each(['SIGTERM', 'SIGHUP'] as const)(
    'and is not left alone: %s reaches it, and it may take its leave',
    async (signal) => {
      const script = `process.on('${signal}', () => { console.log('taken'); process.exit(0); });
        console.log('here'); setTimeout(() => {}, 9e4);`;
      const run = start(await aProject(script));
      await expect.poll(run.said).toContain('here');
      run.child.kill(signal);
      expect(await run.ended()).toEqual({ code: 0, said: 'here\ntaken' });
    },
  );
});

describe('the heap of a command', () => {
  const LIMIT = `import { getHeapStatistics } from 'node:v8';
    console.log(getHeapStatistics().heap_size_limit / 2 ** 20);`;

  it('may take most of the memory that there is, and 4 GB at most', async () => {
    const { said } = await start(await aProject(LIMIT), { NODE_OPTIONS: '' }).ended();
    const memory = Math.min(totalmem(), process.constrainedMemory() || Infinity) / 2 ** 20;
    const given = Math.min(4096, memory * 0.7);
    // The young generation comes on top.
    expect(Number(said)).toBeGreaterThanOrEqual(Math.floor(given));
    expect(Number(said)).toBeLessThan(given + 256);
  });

  it.each([['--max-old-space-size=333'], ['--max_old_space_size=333']])(
    'is what the operator says, where they say %s',
    async (options) => {
      const env = { NODE_OPTIONS: options };
      const { said } = await start(await aProject(LIMIT), env).ended();
      expect(Number(said)).toBeGreaterThanOrEqual(333);
      expect(Number(said)).toBeLessThan(600);
    },
  );
});
