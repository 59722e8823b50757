import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  isStillMadeOf,
  madeOf,
  moduleHashes,
  nameOf,
  rendererInputs,
} from '../../../src/renderer/made-of.ts';
import type { MadeOf } from '../../../src/renderer/made-of.ts';
import type { Language } from '../../../src/labels/languages.ts';
import { aFolder, writeFiles } from '../../support/a-folder.ts';

const FILES = {
  'src/pages/index.astro': '<h1>首页</h1>',
  'src/site/site.ts': 'export {};',
  'src/views/bots.ts': '',
  'src/env.d.ts': '',
  'package-lock.json': JSON.stringify({ packages: { 'node_modules/a': { version: '1' } } }),
  'content/1.mdx': '# 一',
};
const CHINESE: { base: string; language: Language } = { base: '/', language: 'zh-CN' };
const MODULES = ['src/site/site.ts', 'src/pages/index.astro'];

let project = '';
let made: MadeOf;
beforeEach(async () => {
  project = await aFolder(FILES);
  made = compiled();
});

function compiled(before = moduleHashes(project)): MadeOf {
  for (const path of MODULES) before(path);
  const entry = { entry: 'server/entry.mjs', modules: MODULES };
  return madeOf(rendererInputs(project, CHINESE), entry, before, moduleHashes(project));
}

const holds = (change: Partial<typeof CHINESE> = {}): boolean =>
  isStillMadeOf(made, rendererInputs(project, { ...CHINESE, ...change }), moduleHashes(project));

describe('a kept renderer is used again', () => {
  it.each([
    ['when nothing changed', {}],
    ['when what is not compiled changed', { 'src/views/bots.ts': '// 说明', 'README.md': '' }],
    ['when a file came that no page imports', { 'src/views/new.ts': '' }],
    ['when an MDX article changed', { 'content/1.mdx': '# 二' }],
  ])('%s', async (_, change) => {
    await writeFiles(project, change);
    expect(holds()).toBe(true);
  });

  it('and has the same name wherever and in whatever order it was compiled', () => {
    expect(nameOf(compiled())).toBe(nameOf(made));
    expect(nameOf(made)).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe('the pages are compiled anew', () => {
  it.each([
    ['a module changed', { 'src/site/site.ts': 'export {}; ' }],
    ['a page was added', { 'src/pages/new.astro': '' }],
    ['a file came that Astro finds by its name', { 'src/middleware.ts': '' }],
    ['a package changed', { 'package-lock.json': '{ "packages": {} }' }],
  ])('when %s', async (_, change) => {
    await writeFiles(project, change);
    expect(holds()).toBe(false);
  });

  it('when a module was renamed or removed', async () => {
    await rename(join(project, 'src/site/site.ts'), join(project, 'src/site/other.ts'));
    expect(holds()).toBe(false);
    await rm(join(project, 'src/site/other.ts'));
    expect(holds()).toBe(false);
  });

  it('for another base path', () => {
    expect(holds({ base: '/jgsw/' })).toBe(false);
  });

  it('for another language, though all modules are the same', () => {
    expect(holds({ language: 'ug' })).toBe(false);
  });

  it('when a module was edited while it was compiled, even back', async () => {
    const before = moduleHashes(project);
    for (const path of MODULES) before(path);
    await writeFile(join(project, 'src/site/site.ts'), 'export const a = 1;');
    made = compiled(before);
    expect(holds()).toBe(false);
    await writeFile(join(project, 'src/site/site.ts'), 'export {};');
    expect(holds()).toBe(false);
    expect(nameOf(compiled(before))).not.toBe(nameOf(made));
  });
});
