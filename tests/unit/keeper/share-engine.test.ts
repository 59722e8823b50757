import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shareEngine } from '../../../src/keeper/share-engine.ts';
import { aFolder, writeFiles } from '../../support/a-folder.ts';

const PROJECT = resolve(import.meta.dirname, '../../..');

describe('a clone of the engine', () => {
  it('gives its checkout what is installed as long as both want the same', async () => {
    const own = { 'package.json': '{}', 'package-lock.json': '{}' };
    const clone = await aFolder({ ...own, 'node_modules/a.js': 'a' });
    const checkout = await aFolder(own);
    for (const _ of [1, 2]) expect(await shareEngine(clone, checkout)).toEqual({});
    expect(await readFile(join(checkout, 'node_modules/a.js'), 'utf8')).toBe('a');
    await writeFiles(checkout, { 'package-lock.json': '{ "other": 1 }' });
    expect(await shareEngine(clone, checkout)).toEqual({});
    await expect(readFile(join(checkout, 'node_modules/a.js'))).rejects.toThrow('ENOENT');
    expect(await readFile(join(clone, 'node_modules/a.js'), 'utf8')).toBe('a');
  });
});

describe("a bureau's folder", () => {
  const naming = (commit: string) => ({
    'package.json': JSON.stringify({ engine: { repository: 'https://a.example/e.git', commit } }),
  });

  it('lets its checkout use the engine that runs as long as both name the same', async () => {
    const clone = await aFolder(naming('1'));
    expect(await shareEngine(clone, await aFolder(naming('1')))).toEqual({ SITE_ENGINE: PROJECT });
    expect(await shareEngine(clone, await aFolder(naming('2')))).toEqual({});
  });
});
