import { existsSync, readFileSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FILE_READERS, READING } from '../../../src/reading/content-memory.ts';
import { SITE_SOURCES } from '../../../src/build/all-artifacts.ts';
import { PAGE_SOURCES } from '../../../src/desk/server/bundle-page.ts';
import { SEARCH_SOURCES } from '../../../src/search/index/index-keys.ts';
import { packagesHash, sourceFiles, sourceHash } from '../../../src/system/source-hash.ts';
import { aFolder, writeFiles } from '../../support/a-folder.ts';

const PROJECT = resolve(import.meta.dirname, '../../..');
const lockFile = (packages: object): string => JSON.stringify({ packages });
const MDX = { version: '1.0.0', integrity: 'sha512-a' };
const FILES = {
  'src/model/article.ts': 'export {};',
  'src/build/search-a.ts': 'export {};',
  'src/views/bots.ts': '',
  'package-lock.json': lockFile({ '': { version: '1' }, 'node_modules/mdx': MDX }),
};
const PATHS = ['src/model', 'src/build/search-a.ts'];

it('is sixteen hexadecimal digits, the same wherever the project lies', async () => {
  const hash = sourceHash(await aFolder(FILES), PATHS);
  expect(hash).toMatch(/^[0-9a-f]{16}$/);
  const backwards = Object.fromEntries(Object.entries(FILES).toReversed());
  expect(sourceHash(await aFolder(backwards), PATHS)).toBe(hash);
});

it.each([
  ['a source changes', { 'src/model/article.ts': 'export {}; ' }],
  ['a source is added', { 'src/model/new.ts': '' }],
  ['a named file changes', { 'src/build/search-a.ts': '' }],
  [
    'a package has another version',
    {
      'package-lock.json': lockFile({ 'node_modules/mdx': { ...MDX, version: '1.0.1' } }),
    },
  ],
])('is another when %s', async (_, change) => {
  const folder = await aFolder(FILES);
  const before = sourceHash(folder, PATHS);
  await writeFiles(folder, change);
  expect(sourceHash(folder, PATHS)).not.toBe(before);
});

it('is another when a source is renamed, though its bytes are the same', async () => {
  const folder = await aFolder(FILES);
  const before = sourceHash(folder, PATHS);
  await rename(join(folder, 'src/model/article.ts'), join(folder, 'src/model/other.ts'));
  expect(sourceHash(folder, PATHS)).not.toBe(before);
});

it.each([
  ['what is not listed changes', { 'src/views/bots.ts': '// 说明' }],
  ['what is written for readers changes', { 'src/model/README.md': '# model' }],
  [
    'a package that only tests use changes',
    {
      'package-lock.json': lockFile({
        '': { version: '2' },
        'node_modules/vitest': { version: '5.0.0', dev: true },
        'node_modules/mdx': MDX,
      }),
    },
  ],
])('is the same when %s', async (_, change) => {
  const folder = await aFolder(FILES);
  const before = sourceHash(folder, PATHS);
  await writeFiles(folder, change);
  expect(sourceHash(folder, PATHS)).toBe(before);
});

it('of packages is an error without a lock file', async () => {
  const folder = await aFolder(FILES);
  await rm(join(folder, 'package-lock.json'));
  expect(() => packagesHash(folder)).toThrow('ENOENT');
});

describe('the list of sources has all that is imported for', () => {
  it.each([
    [
      'the reading of articles',
      ['src/reading/read-article.ts', 'src/reading/find-files.ts'],
      READING,
    ],
    [
      'search',
      ['src/search/index/search-documents.ts', 'src/search/index/search-index.ts'],
      SEARCH_SOURCES,
    ],
    [
      'the judging and reading of files',
      [
        'src/attachments/judge-file.ts',
        'src/attachments/reader-process.ts',
        'src/reading/public-pictures.ts',
      ],
      FILE_READERS,
    ],
    ["the desk's page", ['src/desk/client/desk.ts'], PAGE_SOURCES],
    [
      'files of the site',
      ['src/build/build-site.ts', 'src/renderer/render-worker.ts'],
      SITE_SOURCES,
    ],
  ])('%s', (_, entries, list) => {
    const listed = new Set(sourceFiles(PROJECT, list));
    const lacking = importedFrom(entries).filter((path) => !listed.has(path));
    expect(lacking.filter((path) => !KEYS_ALONE.includes(path))).toEqual([]);
  });
});

/** These say when something is made anew, and nothing of what it holds. */
const KEYS_ALONE = [
  'src/reading/public-pictures.ts',
  'src/output/options.ts',
  'src/reading/content-memory.ts',
  'src/system/source-hash.ts',
];

/** What these modules run, themselves included: imports of types are none. */
function importedFrom(entries: readonly string[]): string[] {
  const found = new Set(entries);
  for (const path of found) {
    const file = join(PROJECT, path);
    const text = readFileSync(file, 'utf8');
    const statements =
      /^\s*(?:import|export)\s(?!type\b)(?:[^'";]*?\sfrom\s)?\s*'(\.[^']+)'|import\('(\.[^']+)'\)|new URL\('([^']+\.ts)', import\.meta\.url\)|import\.meta\.dirname, '([^']+\.ts)'/gm;
    for (const [, one, two, three, four] of text.matchAll(statements)) {
      const target = resolve(dirname(file), one ?? two ?? three ?? four ?? '');
      if (existsSync(target)) found.add(relative(PROJECT, target));
    }
  }
  return [...found].toSorted();
}
