import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findRenderer, forgetUnused, keepCompiled } from '../../../src/renderer/kept-renderers.ts';
import { nameOf } from '../../../src/renderer/made-of.ts';
import type { MadeOf, RendererInputs } from '../../../src/renderer/made-of.ts';
import { pathAside } from '../../../src/system/write-atomically.ts';
import { aFolder } from '../../support/a-folder.ts';

const USER = join(import.meta.dirname, 'renderer-user.ts');
const hashes = () => 'same';

const inputs = (base: string): RendererInputs => {
  return { base, language: 'zh-CN', node: 'v24', packages: 'p', names: 'n' };
};
const madeFor = (base: string): MadeOf => {
  return { ...inputs(base), entry: 'server/entry.mjs', modules: { 'src/a.ts': 'same' } };
};

/** Keeps a renderer for a base path; it was last used so many minutes ago. */
async function keep(folder: string, base: string, minutes = 0): Promise<string> {
  const compiled = await pathAside(join(folder, 'compiled'));
  await mkdir(join(compiled, 'server'), { recursive: true });
  await writeFile(join(compiled, 'server/entry.mjs'), 'export const a = 1;');
  await mkdir(join(compiled, 'client/_astro'), { recursive: true });
  await writeFile(join(compiled, 'client/_astro/a.css'), 'p { color: red }');
  (await keepCompiled(folder, compiled, madeFor(base))).giveBack();
  const name = nameOf(madeFor(base));
  const time = new Date(Date.now() - minutes * 60_000);
  await utimes(join(folder, name, 'used'), time, time);
  return name;
}

const kept = async (folder: string) =>
  (await readdir(folder)).filter((name) => !name.startsWith('.')).toSorted();

it('a renderer is found by what it was made of', async () => {
  const folder = await aFolder();
  const name = await keep(folder, '/a/');
  await keep(folder, '/b/');
  const found = await findRenderer(folder, inputs('/a/'), hashes);
  expect(found?.engine).toBe(name);
  expect(found?.entry).toMatch(new RegExp(`${name}/server/entry\\.mjs$`));
  found?.giveBack();
  expect(await findRenderer(folder, inputs('/c/'), hashes)).toBeUndefined();
  expect(await findRenderer(folder, inputs('/a/'), () => 'other')).toBeUndefined();
  expect(await findRenderer(join(folder, 'none'), inputs('/a/'), hashes)).toBeUndefined();
});

it('those that were used last are kept, whenever they were compiled', async () => {
  const folder = await aFolder();
  const oldest = await keep(folder, '/a/', 90);
  const middle = await keep(folder, '/b/', 60);
  const newest = await keep(folder, '/c/', 30);
  (await findRenderer(folder, inputs('/a/'), hashes))?.giveBack();
  await forgetUnused(folder, 2);
  expect(await kept(folder)).toEqual([oldest, newest].toSorted());
  expect(middle).not.toBe(newest);
  expect(await readdir(join(folder, '.part'))).toEqual([]);
});

it('one that is used stays until its build ends, even when it is killed', async () => {
  const folder = await aFolder();
  const used = await keep(folder, '/a/', 90);
  const user = spawn(process.execPath, [USER, folder, JSON.stringify(inputs('/a/'))], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(user.stdout, 'data');
  const late = new Date(Date.now() - 90 * 60_000);
  await utimes(join(folder, used, 'used'), late, late);
  const other = await keep(folder, '/b/');
  await forgetUnused(folder, 1);
  expect(await kept(folder)).toEqual([used, other].toSorted());
  user.kill('SIGKILL');
  await once(user, 'exit');
  await forgetUnused(folder, 1);
  expect(await kept(folder)).toEqual([other]);
});

it('what is damaged is not used, and makes room', async () => {
  const folder = await aFolder();
  const name = await keep(folder, '/a/');
  await writeFile(join(folder, name, 'made-of.json'), '{ "base"');
  expect(await findRenderer(folder, inputs('/a/'), hashes)).toBeUndefined();
  expect(await keep(folder, '/a/')).toBe(name);
  (await findRenderer(folder, inputs('/a/'), hashes))?.giveBack();
  await rm(join(folder, name, 'lease'));
  expect(await findRenderer(folder, inputs('/a/'), hashes)).toBeUndefined();
});

it.each([
  ['emptied', 'server/entry.mjs', (path: string) => writeFile(path, '')],
  [
    'of its size but garbled',
    'server/entry.mjs',
    (path: string) => writeFile(path, 'x'.repeat(19)),
  ],
  ['gone', 'server/entry.mjs', (path: string) => rm(path)],
  [
    'changed in one letter',
    'client/_astro/a.css',
    (path: string) => writeFile(path, 'p { color: rad }'),
  ],
  ['put among them', 'client/_astro/b.css', (path: string) => writeFile(path, 'p {}')],
])('one with a file that was %s is not used, says so, and makes room', async (_, file, damage) => {
  const folder = await aFolder();
  const name = await keep(folder, '/a/');
  const damaged: string[] = [];
  const find = () => findRenderer(folder, inputs('/a/'), hashes, () => damaged.push(name));
  (await find())?.giveBack();
  expect(damaged).toEqual([]);
  await damage(join(folder, name, file));
  expect(await find()).toBeUndefined();
  expect(damaged).toEqual([name]);
  await keep(folder, '/a/');
  const found = await find();
  expect(found?.engine).toBe(name);
  found?.giveBack();
});

it('one whose list says what it did not say is not used', async () => {
  const folder = await aFolder();
  const name = await keep(folder, '/a/');
  const list = join(folder, name, 'made-of.json');
  const text = await readFile(list, 'utf8');
  await writeFile(list, text.replace('server/entry.mjs', 'server/entry.mjz'));
  expect(await findRenderer(folder, inputs('/a/'), hashes)).toBeUndefined();
});
