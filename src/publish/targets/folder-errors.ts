/** What a file system refuses, as it is told to whoever publishes. */
import { TargetError } from './target.ts';

const MESSAGES: Readonly<Record<string, string>> = {
  ENOSPC: '磁盘满了。腾出空间后再发布一次，会接着补齐。',
  EDQUOT: '磁盘配额用完了。腾出空间后再发布一次，会接着补齐。',
  EACCES: '没有读写的权限。请检查这个文件夹和它旁边「.aside」文件夹的权限，或换一个用户再发布。',
  EPERM: '没有读写的权限。请检查这个文件夹和它旁边「.aside」文件夹的权限，或换一个用户再发布。',
  EROFS: '这个磁盘是只读的。请检查它的挂载方式。',
  EIO: '磁盘读写出错。请检查磁盘。',
  ENOTDIR: '路径中间有一个是文件，不是文件夹。请检查 --to。',
  EEXIST: '路径中间有一个是文件，不是文件夹。请检查 --to。',
  EISDIR: '有一个文件的位置上是文件夹。请移走它再发布。',
  ENAMETOOLONG: '名字太长，那个磁盘放不下。请改短。',
  EREFUSED:
    '对方的磁盘没有写进去，没有说原因：可能是磁盘或配额满了、磁盘坏了，或者有一个文件的位置上是文件夹。请管理员检查，再发布一次，会接着补齐。',
  ENOENT: '正在写的文件夹被删除或换掉了。再发布一次，会接着补齐。',
};

export function described(error: unknown, name: string): unknown {
  const message = MESSAGES[codeOf(error)];
  return message === undefined ? error : new TargetError(`${name}：${message}`, { cause: error });
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

export function ifMissing(error: unknown): undefined {
  if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return undefined;
  throw error;
}
