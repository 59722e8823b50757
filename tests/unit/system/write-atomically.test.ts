import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import {
  makeAtomically,
  pathAside,
  removeAbandoned,
  writeAtomically,
} from '../../../src/system/write-atomically.ts';
import { aFolder } from '../../support/a-folder.ts';

const MODULE = join(import.meta.dirname, '../../../src/system/write-atomically.ts');
const LARGE = 3_000_000;
const run = promisify(execFile);

/** A program that calls the module, in a process of its own. */
const program = (body: string, folder: string): string[] => [
  '--input-type=module',
  '--eval',
  `import { makeAtomically, pathAside, writeAtomically } from ${JSON.stringify(MODULE)};
   import { writeFile } from 'node:fs/promises';
   const folder = ${JSON.stringify(folder)};
   ${body}`,
];
const WRITE_FOR_EVER = `console.log('begun');
  for (let round = 0; ; round += 1) {
    const letter = String.fromCharCode(97 + (round % 26));
    await writeAtomically(folder + '/file', letter.repeat(${LARGE}), { isDurable: round % 2 === 0 });
    await makeAtomically(folder + '/made', async (part) => {
      for (const name of ['1', '2']) await writeFile(part + '/' + name, letter.repeat(${LARGE}));
    });
  }`;

it('a file and a folder are replaced, in folders that are made for them', async () => {
  const folder = await aFolder();
  for (const text of ['旧', '新']) {
    await writeAtomically(join(folder, 'a/b.json'), text, { isDurable: true });
    await makeAtomically(join(folder, 'a/made'), (part) => writeFile(join(part, text), text));
    expect(await readFile(join(folder, 'a/b.json'), 'utf8')).toBe(text);
    expect(await readdir(join(folder, 'a/made'))).toEqual([text]);
  }
  expect(await readdir(join(folder, 'a/.part'))).toEqual([]);
});

it('what fails half-way leaves what was there, and nothing aside', async () => {
  const folder = await aFolder({ 'made/old': '' });
  const failing = makeAtomically(join(folder, 'made'), async (part) => {
    await writeFile(join(part, 'new'), '');
    throw new Error('half-way');
  });
  await expect(failing).rejects.toThrow('half-way');
  expect(await readdir(join(folder, 'made'))).toEqual(['old']);
  await expect(writeAtomically(join(folder, 'made'), 1 as unknown as string)).rejects.toThrow();
  expect(await readdir(join(folder, 'made'))).toEqual(['old']);
  expect(await readdir(join(folder, '.part'))).toEqual([]);
});

it('a folder in the place of a file gives way', async () => {
  const folder = await aFolder({ 'file/old/file': '旧' });
  await writeAtomically(join(folder, 'file'), '新');
  expect(await readFile(join(folder, 'file'), 'utf8')).toBe('新');
  expect(await readdir(join(folder, '.part'))).toEqual([]);
});

it('two at once, of one process or two, get different places aside', async () => {
  const folder = await aFolder();
  const places = await Promise.all([1, 2, 3].map(() => pathAside(join(folder, 'a'))));
  expect(new Set(places).size).toBe(3);
  await Promise.all(
    Array.from({ length: 20 }, (_, at) => writeAtomically(join(folder, 'a'), String(at).repeat(9))),
  );
  expect(await readFile(join(folder, 'a'), 'utf8')).toMatch(/^(\d{1,2})\1{8}$/);
});

it('killed at any moment, a writer leaves whole files, and what it left aside is removed', async () => {
  const folder = await aFolder();
  for (let round = 0; round < 6; round += 1) {
    const child = spawn(process.execPath, program(WRITE_FOR_EVER, folder), {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    const writing = join(folder, '.part');
    while (!existsSync(writing)) await sleep(5);
    await sleep(20 + 25 * round);
    await removeAbandoned(folder);
    const left = await readdir(writing);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const text = await readFile(join(folder, 'file'), 'utf8').catch(() => 'a'.repeat(LARGE));
    expect([text.length, new Set(text).size]).toEqual([LARGE, 1]);
    const made = await readdir(join(folder, 'made')).catch(() => ['1', '2']);
    expect(made.toSorted()).toEqual(['1', '2']);
    expect(left.every((name) => name.includes(`-${child.pid}-`))).toBe(true);
    await removeAbandoned(folder);
    expect(await readdir(writing)).toEqual([]);
  }
});

it('what a child of a process that is gone still writes goes all the same', async () => {
  const folder = await aFolder();
  const aside = await run(
    process.execPath,
    program("process.stdout.write(await pathAside(folder + '/made'))", folder),
  );
  const left = aside.stdout;
  await mkdir(join(left, 'bundle/fragment'), { recursive: true });
  // Into folders that are there, which go and come again, for half a second.
  const writing = `const may = (run) => { try { run(); } catch {} };
    for (let n = 0, end = Date.now() + 500; Date.now() < end; n += 1) {
      may(() => fs.mkdirSync(process.argv[1] + '/bundle/fragment'));
      may(() => fs.writeFileSync(process.argv[1] + '/bundle/fragment/' + n, ''));
      may(() => fs.writeFileSync(process.argv[1] + '/bundle/' + n, ''));
    }`;
  const child = spawn(process.execPath, ['--eval', writing, left], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  while ((await readdir(join(left, 'bundle'))).length < 2) await sleep(5);
  await removeAbandoned(folder);
  expect(await readdir(join(folder, '.part'))).toEqual([]);
  await ended;
});

it('what another machine left aside goes after a day', async () => {
  const folder = await aFolder({ '.part/0badcafe-1-1-new': '', '.part/0badcafe-1-2-old': '' });
  const daysAgo = new Date(Date.now() - 2 * 86_400_000);
  await utimes(join(folder, '.part/0badcafe-1-2-old'), daysAgo, daysAgo);
  await removeAbandoned(folder);
  expect(await readdir(join(folder, '.part'))).toEqual(['0badcafe-1-1-new']);
  await removeAbandoned(join(folder, 'none'));
});

// Only root can make a small disk to fill up.
const canMount = process.platform === 'linux' && process.getuid?.() === 0;

it.runIf(canMount)(
  'a full disk keeps the old file whole and leaves nothing beside it',
  async () => {
    const disk = await aFolder();
    await run('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]);
    try {
      await writeAtomically(join(disk, 'kept'), 'a'.repeat(600_000));
      const tooMuch = Buffer.alloc(700_000);
      await expect(writeAtomically(join(disk, 'kept'), tooMuch)).rejects.toThrow('ENOSPC');
      const making = makeAtomically(join(disk, 'made'), (part) =>
        writeFile(join(part, '1'), tooMuch),
      );
      await expect(making).rejects.toThrow('ENOSPC');
      expect((await readFile(join(disk, 'kept'), 'utf8')).length).toBe(600_000);
      expect((await readdir(disk)).toSorted()).toEqual(['.part', 'kept']);
      expect(await readdir(join(disk, '.part'))).toEqual([]);
    } finally {
      await run('umount', [disk]);
    }
  },
);
