import { spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { BuiltFile, BuiltFiles } from '../../../src/output/build-record.ts';
import {
  ManifestError,
  manifestTree,
  readManifest,
} from '../../../src/publish/manifest/manifest-tree.ts';
import { aFolder } from '../../support/a-folder.ts';
import { seededRandom } from '../../support/random.ts';

const fileOf = (text: string): BuiltFile => [`key of ${text}`, hash('sha256', text), text.length];

function aSite(count: number): Map<string, BuiltFile> {
  const paths = Array.from(
    { length: count },
    (_, at) => `栏目${at % 7}/2026${at % 12}/${at}/index.html`,
  );
  return new Map(paths.map((path) => [path, fileOf(path)]));
}

const inMemory = (parts: ReadonlyMap<string, string>) => (name: string) =>
  Promise.resolve(parts.get(name));

const sorted = (files: BuiltFiles) => [...files].toSorted(([a], [b]) => (a < b ? -1 : 1));

test.for([0, 1, 2, 200, 9000])('what it says of %i files is read again', async (count) => {
  const files = aSite(count);
  const { top, parts } = manifestTree(files);
  const read = await readManifest(top, inMemory(parts));
  expect(sorted(read.files)).toEqual(sorted(files));
  expect([...read.parts].toSorted()).toEqual([...parts.keys()].toSorted());
});

test('it is a function of the files, in whatever order they come', () => {
  const files = [...aSite(3000)];
  expect(manifestTree(new Map(files.toReversed())).top).toBe(manifestTree(new Map(files)).top);
});

test('a change exchanges a leaf and what is above it', () => {
  const random = seededRandom(15);
  const files = aSite(6000);
  const before = manifestTree(files);
  for (let round = 0; round < 12; round += 1) {
    const changed = new Map(files);
    const path = random.pick([...files.keys()]);
    if (round % 3 === 0) changed.delete(path);
    else if (round % 3 === 1) changed.set(`${path}.new`, fileOf('new'));
    else changed.set(path, fileOf('other'));
    const { parts } = manifestTree(changed);
    const fresh = [...parts.keys()].filter((name) => !before.parts.has(name));
    // The leaf and, where a border came or went, its neighbour; the same above.
    expect(fresh.length, path).toBeLessThanOrEqual(8);
  }
});

test('a part that is missing or damaged is said', async () => {
  const { top, parts } = manifestTree(aSite(500));
  const leaf = [...parts.keys()].find((name) => name !== top) ?? '';
  const without = new Map(parts);
  without.delete(leaf);
  await expect(readManifest(top, inMemory(without))).rejects.toThrow(ManifestError);
  const damaged = new Map(parts).set(leaf, `${parts.get(leaf)} `);
  await expect(readManifest(top, inMemory(damaged))).rejects.toThrow(/damaged/);
});

test('sha256sum checks a leaf', async () => {
  const folder = await aFolder({ 'a 甲.txt': 'a', 'b.txt': 'b' });
  const { top, parts } = manifestTree(
    new Map([
      ['a 甲.txt', fileOf('a')],
      ['b.txt', fileOf('b')],
    ]),
  );
  await writeFile(join(folder, 'leaf.txt'), parts.get(top) ?? '');
  const check = () =>
    spawnSync('sha256sum', ['--check', '--strict', 'leaf.txt'], { cwd: folder, encoding: 'utf8' });
  expect(check().stdout).toBe('a 甲.txt: OK\nb.txt: OK\n');
  await writeFile(join(folder, 'b.txt'), 'c');
  expect(check().status).toBe(1);
});
