/** Each language has all that the Chinese one has, in its own words. */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LANGUAGE, LANGUAGES } from '../../../src/labels/languages.ts';
import { labelsOf } from '../../../src/labels/labels-of.ts';

const FOLDER = resolve(import.meta.dirname, '../../../src/labels');
const others = LANGUAGES.filter((language) => language !== DEFAULT_LANGUAGE);

describe.each(others)('%s', (language) => {
  it('has a module for each script that has words, with the same exports', async () => {
    const scripts = readdirSync(join(FOLDER, DEFAULT_LANGUAGE, 'scripts'));
    expect(scripts.length).toBeGreaterThan(5);
    for (const name of scripts) {
      const [known, own] = await Promise.all([
        wordsOf(DEFAULT_LANGUAGE, name),
        wordsOf(language, name),
      ]);
      expect(Object.keys(own), name).toEqual(Object.keys(known));
    }
  });

  it('says nothing in Chinese', async () => {
    const scripts = readdirSync(join(FOLDER, language, 'scripts'));
    const all: object[] = await Promise.all(scripts.map((name) => wordsOf(language, name)));
    const said = [labelsOf(language), ...all].flatMap(textsIn);
    expect(said.length).toBeGreaterThan(200);
    expect(said.filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
  });

  it('knows its own tag', () => {
    expect(labelsOf(language).language.tag).toBe(language);
  });
});

async function wordsOf(language: string, name: string): Promise<object> {
  const file = join(FOLDER, language, 'scripts', name);
  return (await import(pathToFileURL(file).href)) as object;
}

/** All that the labels say; functions say it of 2026, or of a list of that. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function')
    return textsIn(called(value as (...given: unknown[]) => unknown));
  if (value instanceof Map) return [...value.values()].flatMap(textsIn);
  if (typeof value !== 'object' || value === null || value instanceof RegExp) return [];
  return Object.values(value).flatMap(textsIn);
}

function called(label: (...given: unknown[]) => unknown): unknown {
  try {
    return label('2026', '2026', '2026');
  } catch {
    return label(['2026', '2026']);
  }
}
