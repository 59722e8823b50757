import { expect, it } from 'vitest';
import { explainError } from '../../../scripts/machine-errors.ts';
import { ContentChangedError } from '../../../src/system/content-changed.ts';

function anError(code: string, path?: string): Error {
  return Object.assign(new Error(`${code}: in English`), { code, ...(path ? { path } : {}) });
}

it.each([
  ['ENOSPC', '磁盘满了，没有写完。已有的页面都是完整的；腾出空间后再运行一次，会接着补齐。'],
  ['EDQUOT', '磁盘满了，没有写完。已有的页面都是完整的；腾出空间后再运行一次，会接着补齐。'],
  ['EACCES', '没有读写「/a/b」的权限。请管理员检查文件夹的权限。'],
  ['EROFS', '没有读写「/a/b」的权限。请管理员检查文件夹的权限。'],
  ['EMFILE', '同时打开的文件太多。请管理员提高上限（ulimit -n），再运行一次。'],
  ['EIO', '磁盘读写「/a/b」时出错。请检查磁盘，再运行一次。'],
  ['ELOOP', '符号链接绕成了圈：「/a/b」。请删掉链接，放上文件本身。'],
  ['ENAMETOOLONG', '名字太长，磁盘放不下：「/a/b」。请改短。'],
  ['ENOENT', '「/a/b」不见了，可能刚被别的程序删掉或改名。请再运行一次。'],
  ['ENOTDIR', '「/a/b」在途中被别的程序改动。请再运行一次。'],
])('%s is one line in Chinese', (code, sentence) => {
  expect(explainError(anError(code, '/a/b'))).toBe(sentence);
});

it('a path that holds what a terminal obeys is printed without it', () => {
  expect(explainError(anError('EACCES', '/a\u001B[2J\nb'))).toBe(
    '没有读写「/a?[2J?b」的权限。请管理员检查文件夹的权限。',
  );
});

it('a text that changed while the site was built is named', () => {
  expect(explainError(new ContentChangedError('content/a.md'))).toBe(
    '「content/a.md」或它的附件在生成途中有改动，或者打不开。请再运行一次。',
  );
});

it.each([new Error('a bug'), new TypeError('x'), anError('ERR_ASSERTION'), 'text', undefined])(
  'a bug keeps its trace: %s',
  (error) => {
    expect(explainError(error)).toBeUndefined();
  },
);
