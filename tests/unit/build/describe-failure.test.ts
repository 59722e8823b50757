import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeFailure } from '../../../src/build/describe-failure.ts';
import { CACHE } from '../../../src/system/project.ts';
import { siteOptions } from '../../../src/output/options.ts';
import { PageError } from '../../../src/renderer/render-page.ts';
import { PictureError } from '../../../src/images/picture-lookup.ts';
import { ContentChangedError } from '../../../src/system/content-changed.ts';
import { aFolder } from '../../support/a-folder.ts';

const CHANGED = '稿件在生成的时候被改动了，再运行一次。';

async function aSite() {
  const folder = await aFolder({ 'content/a/1.pdf': 'x', 'public/b.pdf': 'x', 'dist/c': 'x' });
  const at = (path: string) => join(folder, path);
  const site = siteOptions({ content: at('content'), public: at('public'), out: at('dist') });
  return { at, site };
}

const failure = (task: Promise<unknown>): Promise<unknown> =>
  task.then(
    () => expect.fail('nothing failed'),
    (error: unknown) => error,
  );

it.each([
  ['an attachment', 'content/a/1.pdf'],
  ['a folder', 'content/a'],
  ['a public file', 'public/b.pdf'],
])('%s that went during the build is content that changed', async (_, path) => {
  const { at, site } = await aSite();
  await rm(at(path), { recursive: true });
  const file = path.endsWith('.pdf') ? path : `${path}/1.pdf`;
  for (const task of [() => readFile(at(file)), () => copyFile(at(file), at('dist/copy'))]) {
    expect(describeFailure(await failure(task()), site)).toEqual({
      kind: 'machine',
      message: CHANGED,
    });
  }
});

it('a file in whose place a folder is now, or below which one was, is content that changed', async () => {
  const { at, site } = await aSite();
  await rm(at('content/a/1.pdf'));
  await mkdir(at('content/a/1.pdf'));
  await rm(at('public/b.pdf'));
  await writeFile(at('public/b.pdf'), '');
  const read = await failure(readFile(at('public/b.pdf/1')));
  expect(describeFailure(read, site)?.message).toBe(CHANGED);
});

it.each([
  new ContentChangedError('content/a.md'),
  new PictureError('content/a/1.jpg', 'damaged'),
  // As it comes from a thread.
  Object.assign(new Error('changed'), { code: 'ECONTENTCHANGED' }),
])('what says itself that the content changed is a line: %s', async (error) => {
  const { site } = await aSite();
  expect(describeFailure(error, site)).toEqual({ kind: 'machine', message: CHANGED });
});

it('of a copy, the end that is missing is named', async () => {
  const { at, site } = await aSite();
  const lost = (name: string) =>
    `${name} 在生成的时候被删除或换掉了，没有做完。请再运行一次，会重新生成。`;
  const gone = await failure(copyFile(at('content/a/1.pdf'), at('dist/x/1.pdf')));
  expect(describeFailure(gone, site)?.message).toContain('dist 在生成的时候被删除或换掉了');
  const cached = await failure(copyFile(join(CACHE, 'no-such/1.webp'), at('dist/1.webp')));
  expect(describeFailure(cached, site)?.message).not.toContain('dist ');
  expect(describeFailure(cached, site)?.message).toMatch(lost('').trim());
});

it('a file in the place of the cache does not go away by building again', async () => {
  const { site } = await aSite();
  const file = join(CACHE, `a-file-${process.pid}`);
  await mkdir(CACHE, { recursive: true });
  await writeFile(file, '');
  const blocked = await failure(mkdir(join(file, 'sites')));
  expect(describeFailure(blocked, site)?.message).toMatch(
    /^\S+a-file-\d+ 是一个文件，不是文件夹，缓存放不进去。请移走它，或换一个 SITE_CACHE。$/,
  );
  await rm(file);
});

it.each([
  ['EKILLED', '生成用的一个进程被结束了'],
  ['ERR_WORKER_OUT_OF_MEMORY', '内存不够，没有做完。'],
  ['ENOMEM', '内存不够，没有做完。'],
  ['EMFILE', '打开的文件太多'],
  ['EKEPTDAMAGED', '缓存里的文件刚刚写好，读回来已经不对'],
])('%s is a line, of the error itself and of what it came from', async (code, line) => {
  const { site } = await aSite();
  const error = Object.assign(new Error('x'), { code });
  for (const each of [error, new Error('could not be started', { cause: error })]) {
    expect(describeFailure(each, site)?.kind).toBe('machine');
    expect(describeFailure(each, site)?.message).toContain(line);
  }
});

it('a page that was not made is named, and is a bug that keeps its trace', async () => {
  const { site } = await aSite();
  expect(describeFailure(new PageError('/xwzx/a/', new RangeError('x')), site)).toEqual({
    kind: 'bug',
    message: '页面「/xwzx/a/」没有做出来，是程序的错误。请把下面的内容发给技术人员。',
  });
});

it('a package that is missing is told of, a module of our own is a bug', async () => {
  const { site } = await aSite();
  const missing = (what: string) =>
    Object.assign(new Error(`Cannot find ${what} imported from ${join(CACHE, 'renderer/a.mjs')}`), {
      code: 'ERR_MODULE_NOT_FOUND',
    });
  const told = '程序的组件不全（node_modules 文件夹里缺文件）。请删掉 node_modules';
  expect(describeFailure(missing("package 'uqr'"), site)?.message).toContain(told);
  expect(describeFailure(missing("module '/p/node_modules/a/b.js'"), site)?.message).toContain(
    told,
  );
  expect(describeFailure(missing("module '/p/src/a.ts'"), site)).toBeUndefined();
  const gone = missing(`module '${join(CACHE, 'renderer/b.mjs')}'`);
  expect(describeFailure(gone, site)?.message).toContain('在生成的时候被删除或换掉了');
});

it('a folder whose name begins alike is another', async () => {
  const { at, site } = await aSite();
  expect(describeFailure(await failure(readFile(at('content-2/x'))), site)).toBeUndefined();
});
