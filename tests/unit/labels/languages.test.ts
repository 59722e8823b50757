/** Each language says all in its own words; that it has them all is checked by types. */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LANGUAGE, LANGUAGES } from '../../../src/labels/languages.ts';
import { labelsOf } from '../../../src/labels/labels-of.ts';
import { SCRIPT_LABELS } from '../../../src/labels/scripts-of.ts';

const FOLDER = resolve(import.meta.dirname, '../../../src/labels');
const others = LANGUAGES.filter((language) => language !== DEFAULT_LANGUAGE);

describe.each(others)('%s', (language) => {
  it('has a module for each that scripts import', () => {
    const scripts = readdirSync(join(FOLDER, DEFAULT_LANGUAGE, 'scripts'));
    expect(scripts).toHaveLength(Object.keys(SCRIPT_LABELS[language]).length);
    expect(readdirSync(join(FOLDER, language, 'scripts'))).toEqual(scripts);
  });

  it('says nothing in Chinese', () => {
    const said = [labelsOf(language), SCRIPT_LABELS[language]].flatMap(textsIn);
    expect(said.length).toBeGreaterThan(200);
    expect(said.filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
  });

  it('knows its own tag', () => {
    expect(labelsOf(language).language.tag).toBe(language);
  });
});

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
