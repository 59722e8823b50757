/** The house rules: who may import whom, how long a file may be, and whose name is nowhere in the engine. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { isSample } from '../support/is-sample.ts';

const PROJECT = resolve(import.meta.dirname, '../..');
const SRC = join(PROJECT, 'src');

/** A room may import from the rooms named here, and from itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  system: [],
  model: [],
  markdown: ['model'],
  images: ['model', 'system'],
  attachments: ['model', 'images', 'system'],
  rules: ['model', 'system'],
  reading: ['attachments', 'images', 'markdown', 'model', 'output', 'rules', 'site', 'system'],
  site: ['images', 'markdown', 'model', 'reading', 'rules', 'system'],
  search: ['attachments', 'markdown', 'model', 'output', 'reading', 'site', 'system'],
  output: ['model', 'site', 'system'],
  publish: ['site'],
  renderer: ['images', 'markdown', 'model', 'output', 'reading', 'site', 'system'],
  build: [
    'attachments',
    'images',
    'markdown',
    'model',
    'output',
    'publish',
    'reading',
    'renderer',
    'rules',
    'search',
    'site',
    'system',
  ],
  client: ['search'],
  components: ['client', 'markdown', 'model', 'site'],
  layouts: ['client', 'components', 'model', 'site', 'styles'],
  pages: ['client', 'components', 'layouts', 'search', 'site'],
  views: [],
  server: ['views'],
};
const WITH_ASTRO = ['components', 'layouts', 'pages', 'output', 'renderer', 'build'];
const LONGEST_FILE = 250;

const files = filesBelow(SRC).filter((file) => /\.(?:ts|astro)$/.test(file));
/** All code; tables of expected messages are data. */
const code = [SRC, join(PROJECT, 'scripts'), join(PROJECT, 'tests')]
  .flatMap(filesBelow)
  .filter((file) => /\.(?:ts|mjs|astro|css)$/.test(file))
  .filter((file) => !file.includes('/fixtures/') && !file.endsWith('.expected.ts'));

describe('imports', () => {
  it('run from left to right between the rooms', () => {
    const wrong = files.flatMap((file) => {
      const room = roomOf(file);
      const allowed = MAY_IMPORT[room];
      if (!allowed) return [];
      return importsOf(file)
        .filter((name) => name.startsWith('.'))
        .map((name) => resolve(dirname(file), name))
        .filter((target) => target.startsWith(SRC) && roomOf(target) !== room)
        .filter((target) => !allowed.includes(roomOf(target)))
        .map((target) => `${relative(SRC, file)} → ${relative(SRC, target)}`);
    });
    expect(wrong).toEqual([]);
  });

  it('of Astro stay out of the rooms that scripts and tests call', () => {
    const wrong = files.filter(
      (file) =>
        !['env.d.ts', ...WITH_ASTRO].includes(roomOf(file)) &&
        importsOf(file).some((name) => /^astro(?::|\/|$)/.test(name)),
    );
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

function roomOf(file: string): string {
  return relative(SRC, file).split('/')[0] ?? '';
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
