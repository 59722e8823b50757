/** A fresh clone has new times for all its files; by what git says of them none has to be read. */
import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { cp, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openFileMemory } from '../../../src/system/file-memory.ts';
import type { FileMemory } from '../../../src/system/file-memory.ts';
import { digestFile } from '../../../src/system/file-digest.ts';
import { aFolder, writeFiles } from '../../support/a-folder.ts';

interface Facts {
  judged: string;
}

const git = (folder: string, ...command: string[]): void => {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.gov.cn'];
  execFileSync('git', [...identity, ...command], { cwd: folder, stdio: 'ignore' });
};

/** A repository with twenty committed files, of which something was noted; and a fresh clone in the same place. */
async function aClone(change: (folder: string) => Promise<void> = async () => undefined) {
  const folder = await aFolder();
  const content = join(folder, 'site/content');
  const names = Array.from({ length: 20 }, (_, at) => `${at} 号.md`);
  await writeFiles(content, Object.fromEntries(names.map((name) => [name, `正文${name}\n`])));
  await writeFiles(folder, { 'site/other.txt': '别的' });
  git(folder, 'init', '-q');
  git(folder, 'add', '.');
  git(folder, 'commit', '-qm', '一');
  const open = (): FileMemory<Facts> =>
    openFileMemory({
      file: join(folder, 'kept.json'),
      folders: [content],
    });
  await sleep(40);
  const paths = names.map((name) => join(content, name));
  const first = open();
  for (const path of paths) {
    first.digest(path);
    first.note(path, 'judged', path, statSync(path));
  }
  await first.save('asked');
  await rename(join(folder, 'site'), join(folder, 'before'));
  git(folder, 'checkout', '-q', '.');
  // As in a clone that takes longer than one tick of the disk's clock.
  await sleep(40);
  await utimes(join(folder, '.git/index'), new Date(), new Date());
  await change(content);
  await sleep(40);
  return { folder, content, paths, open };
}

it('no file of a fresh clone is read: each is known by its blob', async () => {
  const { paths, open } = await aClone();
  const memory = open();
  for (const path of paths) {
    expect(memory.known(path)).toBe(digestFile(path).sha256);
    expect(memory.fact(path, 'judged')).toBe(path);
  }
  await memory.save('asked');
  expect(open().known(String(paths[0]))).not.toBe(undefined);
});

it.each([
  ['was changed since', async (path: string) => writeFile(path, '正文另一\n')],
  [
    'was changed into one of the same length since',
    async (path: string) => writeFile(path, (await readFile(path, 'utf8')).replace('正', '反')),
  ],
  [
    'git is told to take for unchanged',
    async (path: string) => {
      git(join(path, '..'), 'update-index', '--assume-unchanged', path);
      await writeFile(path, (await readFile(path, 'utf8')).replace('正', '反'));
    },
  ],
  [
    'is there beside the repository',
    async (path: string) => {
      git(join(path, '..'), 'rm', '-q', '--cached', path);
    },
  ],
])('but one that %s', async (_, change) => {
  const { paths, open } = await aClone(async (content) => change(join(content, '3 号.md')));
  const memory = open();
  const changed = String(paths[3]);
  expect(paths.filter((path) => memory.known(path) === undefined)).toEqual([changed]);
  expect(memory.digest(changed)).toBe(digestFile(changed).sha256);
});

it('a file that changes after git was asked is not taken for its blob', async () => {
  const { paths, open } = await aClone();
  const memory = open();
  memory.known(String(paths[0]));
  const [changed] = paths.slice(5);
  const text = await readFile(String(changed), 'utf8');
  await writeFile(String(changed), text.replace('正', '反'));
  expect(memory.known(String(changed))).toBe(undefined);
});

it('where the repository is gone, or its list was copied from elsewhere, files are read', async () => {
  const { folder, content, paths, open } = await aClone();
  await cp(content, `${content}-2`, { recursive: true });
  await rm(content, { recursive: true });
  await rename(`${content}-2`, content);
  const memory = open();
  expect(paths.map((path) => memory.known(path))).toEqual(paths.map(() => undefined));
  await rm(join(folder, '.git'), { recursive: true });
  const [first] = paths;
  expect(open().digest(String(first))).toBe(digestFile(String(first)).sha256);
  expect(statSync(String(first)).isFile()).toBe(true);
});

it('no program runs that the repository names, and no file that is as young as the list is believed', async () => {
  const { folder, content, paths, open } = await aClone();
  const ran = join(folder, 'ran');
  await writeFile(join(content, '.gitattributes'), '*.md filter=evil\n');
  git(content, 'config', 'filter.evil.clean', `touch ${ran}; cat`);
  git(content, 'config', 'filter.evil.smudge', `touch ${ran}; cat`);
  git(content, 'config', 'core.fsmonitor', `touch ${ran}`);
  await utimes(join(folder, '.git/index'), new Date('2001-01-01'), new Date('2001-01-01'));
  const memory = open();
  expect(paths.map((path) => memory.known(path))).toEqual(paths.map(() => undefined));
  expect(existsSync(ran)).toBe(false);
});

it('where blobs become files in another way, they are read', async () => {
  const { content, paths, open } = await aClone();
  git(content, 'config', 'core.eol', 'crlf');
  const memory = open();
  expect(paths.map((path) => memory.known(path))).toEqual(paths.map(() => undefined));
});
