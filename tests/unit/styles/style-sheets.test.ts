/** What the style sheets promise to scripts from right to left and to old browsers. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const FOLDER = join(import.meta.dirname, '../../../src/styles');
const sheets = readdirSync(FOLDER).filter((name) => name.endsWith('.css'));

/** Every line of a sheet that `pattern` finds, comments left out. */
function found(pattern: RegExp): string[] {
  return sheets.flatMap((name) =>
    readFileSync(join(FOLDER, name), 'utf8')
      .replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ''))
      .split('\n')
      .flatMap((line, index) =>
        pattern.test(line) ? [`${name}:${index + 1} ${line.trim()}`] : [],
      ),
  );
}

it('name no left or right', () => {
  expect(found(/(?<!align-)\b(?:left|right)\b/)).toEqual([]);
  expect(found(/^\s*(?:float|width|height|(?:min|max)-(?:width|height))\s*:/)).toEqual([]);
});

it('give no side a length of its own by a list of four', () => {
  const four =
    /^\s*(?:margin|padding|inset|border-(?:width|radius))\s*:(?:\s+(?:[\w.%-]+|[\w-]+\([^)]*\))){4};/;
  expect(found(four)).toEqual([]);
});

it('keep to what browsers of 2022 read', () => {
  expect(found(/light-dark\(|color-mix\(|^\s*&|@scope/)).toEqual([]);
});
