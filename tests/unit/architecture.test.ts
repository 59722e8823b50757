/** The house rules: who may import whom, how long a file may be, and whose name is nowhere in the engine. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { isSample } from '../support/is-sample.ts';

const PROJECT = resolve(import.meta.dirname, '../..');
const SRC = join(PROJECT, 'src');
const LONGEST_FILE = 250;

interface Room {
  /** Path below `src/`: `search/index` is a room within `search`. */
  name: string;
  /** The rooms that it imports from, as the map says. */
  imports: string[];
}

/** The table of the map, from the lowest room to the highest. */
const rooms = readMap(readFileSync(join(SRC, 'README.md'), 'utf8'));
const WITH_ASTRO = ['layouts', 'components', 'pages', 'output', 'renderer', 'build'];

const files = filesBelow(SRC).filter((file) => /\.(?:ts|astro)$/.test(file));
/** All code; tables of expected messages are data. */
const code = [SRC, join(PROJECT, 'scripts'), join(PROJECT, 'tests')]
  .flatMap(filesBelow)
  .filter((file) => /\.(?:ts|mjs|astro|css)$/.test(file))
  .filter((file) => !file.includes('/fixtures/') && !file.endsWith('.expected.ts'));

describe('the map in src/README.md', () => {
  it('names every room, and no other', () => {
    const found = new Set(filesBelow(SRC).filter(isInRoom).map(roomOf));
    expect([...found].toSorted()).toEqual(rooms.map(({ name }) => name).toSorted());
  });

  it('says exactly which rooms each imports from', () => {
    const mapped = rooms.map(({ name, imports }) => `${name} ← ${imports.toSorted().join(', ')}`);
    const needed = rooms.map(({ name }) => {
      const targets = files.filter((file) => roomOf(file) === name).flatMap(roomsImported);
      return `${name} ← ${[...new Set(targets)].toSorted().join(', ')}`;
    });
    expect(needed).toEqual(mapped);
  });

  it('lets imports run one way: from a room to those above it in the table', () => {
    const back = rooms.flatMap(({ name, imports }, place) => {
      const lower = new Set(rooms.slice(0, place).map((room) => room.name));
      return imports.filter((room) => !lower.has(room)).map((room) => `${name} → ${room}`);
    });
    expect(back).toEqual([]);
  });
});

describe('imports', () => {
  it('of Astro stay out of the rooms that scripts and tests call', () => {
    const wrong = files
      .filter((file) => isInRoom(file) && !WITH_ASTRO.includes(roomOf(file)))
      .filter((file) => importsOf(file).some((name) => /^astro(?::|\/|$)/.test(name)));
    expect(wrong).toEqual([]);
  });

  it('of gray-matter are in one file', () => {
    const importing = files.filter((file) => importsOf(file).includes('gray-matter'));
    expect(importing.map((file) => relative(SRC, file))).toEqual(['reading/front-matter.ts']);
  });
});

it(`no file is longer than ${LONGEST_FILE} lines`, () => {
  const long = code
    .map(
      (file) => [relative(PROJECT, file), readFileSync(file, 'utf8').split('\n').length] as const,
    )
    .filter(([, lines]) => lines > LONGEST_FILE + 1);
  expect(long).toEqual([]);
});

const BUREAUS = ['tests/fixtures/other-bureau/content', ...(isSample(PROJECT) ? ['content'] : [])];
it.each(BUREAUS)('the engine does not know the bureau of %s', (folder) => {
  const words = bureauWords(join(PROJECT, folder));
  expect(words.length).toBeGreaterThan(5);
  const found = filesBelow(SRC).flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    return words
      .filter((word) => text.includes(word))
      .map((word) => `${relative(SRC, file)}: ${word}`);
  });
  expect(found).toEqual([]);
});

/** Names, addresses and codes that belong to one bureau, and the slugs of its columns. */
function bureauWords(content: string): string[] {
  const site = parse(readFileSync(join(content, 'site.yaml'), 'utf8')) as Record<string, unknown>;
  const columns = parse(readFileSync(join(content, 'columns.yaml'), 'utf8')) as { slug: string }[];
  const { name, identifier, icp, contact } = site;
  const contacts = Object.values(contact as Record<string, string>);
  const host = new URL(String(site['url'])).host;
  return [name, host, identifier, icp, ...contacts, ...columns.map(({ slug }) => `'${slug}'`)].map(
    String,
  );
}

/** The rows of the map's table: `| \`room/\` | what for | a, b |`. */
function readMap(text: string): Room[] {
  const rows = text.matchAll(/^\| `([a-z/]+)\/` *\|[^|]*\| *([^|]*?) *\|$/gm);
  return [...rows].map(([, name = '', imports = '']) => ({
    name,
    imports: imports === '–' ? [] : imports.split(', '),
  }));
}

/** Rooms that a file imports from; the browser's side may know the type of the view counter's answer. */
function roomsImported(file: string): string[] {
  return importsOf(file)
    .filter((name) => name.startsWith('.'))
    .map((name) => resolve(dirname(file), name))
    .filter((target) => target.startsWith(SRC) && roomOf(target) !== roomOf(file))
    .map(roomOf);
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const statements = /^\s*(?:import|export)\s(?:[^'";]*?\sfrom\s)?\s*'([^']+)'/gm;
  return [...text.matchAll(statements)]
    .filter(([statement]) => !isAnswerType(file, statement))
    .map(([, name = '']) => name);
}

/** The one thing that the browser's side may know of the view counter: the type of its answer. */
function isAnswerType(file: string, statement: string): boolean {
  return roomOf(file) === 'client' && /^\s*import type [^']*'\.\.\/views\//.test(statement);
}

function isInRoom(file: string): boolean {
  return relative(SRC, file).includes('/');
}

/** The path of the room below `src/`. */
function roomOf(file: string): string {
  const path = relative(SRC, file);
  return path.startsWith('search/index/') ? 'search/index' : (path.split('/')[0] ?? '');
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
