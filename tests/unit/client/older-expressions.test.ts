/** Safari before 16.4 cannot look behind: one such expression, and the whole script is refused. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../../../src');
/** What browsers run: `search/index/` is of the build. */
const ROOMS = ['client', 'search', 'titles'];

it('no expression of the scripts of pages looks behind', () => {
  const files = ROOMS.flatMap((room) =>
    readdirSync(join(SRC, room), { recursive: true, encoding: 'utf8' }).map((name) =>
      join(room, name),
    ),
  ).filter((path) => /\.(?:ts|js)$/.test(path) && !path.startsWith(join('search', 'index')));
  expect(files.length).toBeGreaterThan(80);
  expect(files.filter((path) => /\(\?<[=!]/.test(readFileSync(join(SRC, path), 'utf8')))).toEqual(
    [],
  );
});
