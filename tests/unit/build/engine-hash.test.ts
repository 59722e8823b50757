import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { engineHash } from '../../../src/build/engine-hash.ts';
import { aFolder, writeFiles } from '../../support/a-folder.ts';

const PROJECT = {
  'src/pages/index.astro': '<h1>首页</h1>',
  'src/site/site.ts': 'export {};',
  'astro.config.mjs': 'export default {};',
  'package-lock.json': '{}',
  'content/site.yaml': 'name: 示例局',
  'tests/a.test.ts': '',
};
const INPUTS = ['/', '# MDX'];

it('is sixteen hexadecimal digits, the same wherever the project lies', async () => {
  const hash = engineHash(await aFolder(PROJECT), INPUTS);
  expect(hash).toMatch(/^[0-9a-f]{16}$/);
  expect(engineHash(await aFolder(PROJECT), INPUTS)).toBe(hash);
  const backwards = Object.fromEntries(Object.entries(PROJECT).toReversed());
  expect(engineHash(await aFolder(backwards), INPUTS)).toBe(hash);
});

it.each([
  ['a source changes', { 'src/site/site.ts': 'export {}; ' }],
  ['a source is added', { 'src/site/new.ts': '' }],
  ['the configuration changes', { 'astro.config.mjs': 'export default { base: "/a" };' }],
  ['a dependency changes', { 'package-lock.json': '{ "lockfileVersion": 3 }' }],
])('is another when %s', async (_, change) => {
  const folder = await aFolder(PROJECT);
  const before = engineHash(folder, INPUTS);
  await writeFiles(folder, change);
  expect(engineHash(folder, INPUTS)).not.toBe(before);
});

it('is another when a source is renamed or removed', async () => {
  const folder = await aFolder(PROJECT);
  const hashes = [engineHash(folder, INPUTS)];
  await rename(join(folder, 'src/site/site.ts'), join(folder, 'src/site/other.ts'));
  hashes.push(engineHash(folder, INPUTS));
  await rm(join(folder, 'src/site/other.ts'));
  hashes.push(engineHash(folder, INPUTS));
  expect(new Set(hashes).size).toBe(3);
});

it.each([[['/jgsw/', '# MDX']], [['/', '# MDX ']], [['/']], [['/# MDX']], [['# MDX', '/']], [[]]])(
  'is another for the inputs %j',
  async (inputs) => {
    const folder = await aFolder(PROJECT);
    expect(engineHash(folder, inputs)).not.toBe(engineHash(folder, INPUTS));
  },
);

it('is the same when content or tests change', async () => {
  const folder = await aFolder(PROJECT);
  const before = engineHash(folder, INPUTS);
  await writeFiles(folder, { 'content/site.yaml': 'name: 另一局', 'tests/a.test.ts': '//' });
  expect(engineHash(folder, INPUTS)).toBe(before);
});
