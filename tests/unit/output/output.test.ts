import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile, rm, stat, symlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createOutput } from '../../../src/output/output.ts';
import { aFolder, everythingIn } from '../../support/a-folder.ts';

function paths(...kept: string[]): ReadonlyMap<string, unknown> {
  return new Map(kept.map((path) => [path, {}]));
}

const LONG_AGO = new Date('2020-01-01T00:00:00Z');

/** A folder whose files were all last written long ago. */
async function anOldFolder(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await aFolder(files);
  for (const path of Object.keys(files)) await utimes(join(folder, path), LONG_AGO, LONG_AGO);
  return folder;
}

async function isOld(folder: string, path: string): Promise<boolean> {
  const { mtime } = await stat(join(folder, path));
  return mtime.getTime() === LONG_AGO.getTime();
}

describe('a file is written', () => {
  it('in folders that are made for it, from text or bytes, and leaves nothing beside it', async () => {
    const folder = await aFolder();
    const output = createOutput(folder);
    output.write('a/b/index.html', '页');
    output.write('a/b/1.bin', new Uint8Array([1, 2, 3]));
    expect(await everythingIn(folder)).toEqual(['a/', 'a/b/', 'a/b/1.bin', 'a/b/index.html']);
    expect(await readFile(join(folder, 'a/b/index.html'), 'utf8')).toBe('页');
    expect([...(await readFile(join(folder, 'a/b/1.bin')))]).toEqual([1, 2, 3]);
    expect(output.changed).toBe(2);
  });

  it('only when its bytes are not there yet', async () => {
    const folder = await anOldFolder({
      'same.html': '页',
      'other.html': '页',
      'longer.html': '页面',
    });
    const output = createOutput(folder);
    output.write('same.html', '页');
    output.write('other.html', '面');
    output.write('longer.html', '页');
    const old = ['same.html', 'other.html', 'longer.html'].map((path) => isOld(folder, path));
    expect(await Promise.all(old)).toEqual([true, false, false]);
    expect(await readFile(join(folder, 'longer.html'), 'utf8')).toBe('页');
    expect(output.changed).toBe(2);
  });
});

describe('a file is copied', () => {
  it('only when its bytes are not there yet', async () => {
    const source = await aFolder({ 'a.pdf': '甲', 'b.pdf': '乙', 'c.pdf': '丙' });
    const folder = await anOldFolder({ 'files/a.pdf': '甲', 'files/b.pdf': '丁' });
    const output = createOutput(folder);
    for (const name of ['a.pdf', 'b.pdf', 'c.pdf']) {
      output.copy(join(source, name), `files/${name}`);
    }
    expect(await isOld(folder, 'files/a.pdf')).toBe(true);
    expect(await readFile(join(folder, 'files/b.pdf'), 'utf8')).toBe('乙');
    expect(await readFile(join(folder, 'files/c.pdf'), 'utf8')).toBe('丙');
    expect(await everythingIn(folder)).toEqual([
      'files/',
      'files/a.pdf',
      'files/b.pdf',
      'files/c.pdf',
    ]);
    expect(output.changed).toBe(2);
  });

  it('and its absence is an error that leaves nothing behind', async () => {
    const folder = await aFolder();
    expect(() => createOutput(folder).copy(join(folder, 'none'), 'a.pdf')).toThrow('ENOENT');
    expect(await everythingIn(folder)).toEqual([]);
  });
});

describe('pruning', () => {
  it('removes what no build wrote, half-written files and empty folders, and nothing else', async () => {
    const folder = await aFolder({
      'index.html': '旧',
      'stale.html': '',
      'a/index.html.part': '半',
      'a/index.html': '',
      'old/deep/er/index.html': '',
      '_images/1.webp': '',
      '.hidden/x': '',
    });
    const output = createOutput(folder);
    output.write('index.html', '新');
    output.write('a/index.html', '');
    await output.prune(paths('index.html', 'a/index.html', '_images/1.webp'));
    expect(await everythingIn(folder)).toEqual([
      '_images/',
      '_images/1.webp',
      'a/',
      'a/index.html',
      'index.html',
    ]);
  });

  it('removes a link, not what it leads to', async () => {
    const elsewhere = await aFolder({ 'precious.txt': '' });
    const folder = await aFolder();
    await symlink(elsewhere, join(folder, 'link'));
    await createOutput(folder).prune(new Map());
    expect(await everythingIn(folder)).toEqual([]);
    expect(await everythingIn(elsewhere)).toEqual(['precious.txt']);
  });

  it('leaves what git and the lock of the build put there', async () => {
    const folder = await aFolder({ '.git/HEAD': '', '.bureau-press.lock': '', stale: '' });
    await createOutput(folder).prune(new Map());
    expect(await everythingIn(folder)).toEqual(['.bureau-press.lock', '.git/', '.git/HEAD']);
  });

  it('lets a folder take the place of a file at the next build, once it is gone', async () => {
    const folder = await aFolder({ old: '' });
    await createOutput(folder).prune(new Map());
    createOutput(folder).write('old/index.html', '');
    expect(await everythingIn(folder)).toEqual(['old/', 'old/index.html']);
  });
});

it('a name of 255 bytes is written, and leaves nothing beside it', async () => {
  const folder = await aFolder();
  const name = `${'字'.repeat(83)}.html1`;
  expect(Buffer.byteLength(name)).toBe(255);
  createOutput(folder).write(name, '页');
  expect(await everythingIn(folder)).toEqual([name]);
});

it('what a reader meets is whole: a file is replaced, not rewritten in place', async () => {
  const folder = await aFolder({ 'index.html': '旧' });
  const before = await stat(join(folder, 'index.html'));
  createOutput(folder).write('index.html', '新');
  expect((await stat(join(folder, 'index.html'))).ino).not.toBe(before.ino);
  expect(await everythingIn(folder)).toEqual(['index.html']);
});

it('a link that stands where a folder belongs is replaced, and what it leads to is left alone', async () => {
  const elsewhere = await aFolder({ 'index.html': '珍贵' });
  const folder = await aFolder();
  await symlink(elsewhere, join(folder, 'news'));
  const output = createOutput(folder);
  output.write('news/index.html', '页');
  output.write('news/deep/er/index.html', '页');
  expect(await readFile(join(elsewhere, 'index.html'), 'utf8')).toBe('珍贵');
  expect(await everythingIn(elsewhere)).toEqual(['index.html']);
  expect(await readFile(join(folder, 'news/index.html'), 'utf8')).toBe('页');
});

it('a name as long as a disk allows, and one that ends like a half-written file, are written', async () => {
  const folder = await aFolder();
  const source = await aFolder({ a: '甲', 'a.part': '乙' });
  const output = createOutput(folder);
  output.copy(join(source, 'a.part'), 'a.part');
  output.copy(join(source, 'a'), 'a');
  output.write(`${'x'.repeat(250)}.html`, '页');
  expect(await everythingIn(folder)).toEqual(['a', 'a.part', `${'x'.repeat(250)}.html`].toSorted());
  expect(await readFile(join(folder, 'a.part'), 'utf8')).toBe('乙');
});

it('does not make its folder again when somebody removes it meanwhile', async () => {
  const folder = await aFolder();
  const output = createOutput(folder);
  await output.begin();
  output.write('a/index.html', '页');
  await rm(folder, { recursive: true });
  for (const path of ['a/index.html', 'a/b/index.html', 'c/index.html', 'index.html']) {
    expect(() => output.write(path, '页')).toThrow(/ENOENT/);
  }
  expect(existsSync(folder)).toBe(false);
});

it('what is removed because it was not written counts as changed', async () => {
  const out = await aFolder({ 'kept/index.html': '', 'gone/index.html': '', 'gone/a.css': '' });
  const output = createOutput(out);
  await output.begin();
  const before = output.changed;
  await output.prune(paths('kept/index.html'));
  expect(output.changed - before).toBe(2);
});

it.each([
  ['a folder that is not there', undefined, true],
  ['one that holds only what builds mark and lock', { '.bureau-press': '' }, true],
  ['one with a file', { 'a.html': '' }, false],
  ['one with a hidden file', { '.htaccess': '' }, false],
])('%s is told from one to be pruned', async (_, files, isEmpty) => {
  const folder = files ? await aFolder(files) : join(await aFolder(), 'none');
  expect(await createOutput(folder).begin()).toBe(isEmpty);
});

it('a folder that is given with a slash at its end is the same', async () => {
  const folder = await aFolder();
  createOutput(`${folder}/`).write('a/b/index.html', '页');
  expect(await readFile(join(folder, 'a/b/index.html'), 'utf8')).toBe('页');
});

describe('what was made', () => {
  it('is known by its path with the size and the SHA-256 of its bytes, changed or not', async () => {
    const source = await aFolder({ 'a.pdf': '甲' });
    const folder = await aFolder({ 'same.html': '页' });
    const output = createOutput(folder);
    output.write('same.html', '页');
    output.write('b/new.html', '面');
    for (let round = 0; round < 2; round += 1) output.copy(join(source, 'a.pdf'), 'a.pdf');
    output.make('made.txt', (temporary) => writeFileSync(temporary, '做'));
    const onDisk = Object.fromEntries(
      ['same.html', 'b/new.html', 'a.pdf', 'made.txt'].map((path) => {
        const bytes = readFileSync(join(folder, path));
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        return [path, { sha256, size: bytes.length }];
      }),
    );
    expect(Object.fromEntries(output.made)).toEqual(onDisk);
    expect(output.changed).toBe(3);
  });

  it('is taken over from an output of another thread', async () => {
    const folder = await aFolder();
    const [here, there] = [createOutput(folder), createOutput(folder)];
    here.write('a.html', '甲');
    there.write('b.html', '乙');
    here.adopt(there);
    expect([...here.made.keys()]).toEqual(['a.html', 'b.html']);
    expect(here.changed).toBe(2);
  });

  it('under a name as long as a disk allows leaves nothing beside it', async () => {
    const folder = await aFolder();
    const name = `${'x'.repeat(251)}.jpg`;
    createOutput(folder).make(name, (temporary) => writeFileSync(temporary, '做'));
    expect(await everythingIn(folder)).toEqual([name]);
  });
});
