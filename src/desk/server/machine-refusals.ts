/** What the machine cannot do for the desk: a full disk, a folder that may not be written. Each with what helps. */
import { dirname } from 'node:path';
import { printable } from '../../model/printable.ts';
import type { Refusal } from '../api.ts';
import { forKeeper } from './git-refusals.ts';

interface Trouble {
  status: 500 | 507;
  message: string;
  /** What whoever keeps the machine does; a sentence without its end. @param where the folder */
  how: (where: string) => string;
}

const FULL: Trouble = {
  status: 507,
  message: '磁盘满了',
  how: () => '用 df -h 看网站、缓存、临时文件所在的磁盘哪一个满了，腾出空间',
};
const READ_ONLY: Trouble = {
  status: 500,
  message: '网站的文件夹现在只能读，不能写',
  how: (where) =>
    `用 findmnt -T ${where} 看它在哪个磁盘上，检查那个磁盘，再用 mount -o remount,rw 加上那里写的 TARGET，改成可以写`,
};
const FORBIDDEN: Trouble = {
  status: 500,
  message: '写稿台没有读写网站文件夹的权限',
  how: (where) => `运行写稿台的用户不能读写${where}，用 ls -l 核对，再用 chown 或 chmod 改好`,
};
const TOO_MANY: Trouble = {
  status: 500,
  message: '同时打开的文件太多',
  how: () => '用 ulimit -n 4096 调大上限，再打开写稿台',
};
const NO_MEMORY: Trouble = {
  status: 500,
  message: '电脑的内存不够',
  how: () => '关掉别的程序',
};
const DAMAGED: Trouble = {
  status: 500,
  message: '磁盘读写出错',
  how: (where) => `${where}所在的磁盘多半坏了，先把稿件复制到别处，再检查磁盘`,
};

const TROUBLES: Readonly<Record<string, Trouble | undefined>> = {
  ENOSPC: FULL,
  EDQUOT: FULL,
  EROFS: READ_ONLY,
  EACCES: FORBIDDEN,
  EPERM: FORBIDDEN,
  EMFILE: TOO_MANY,
  ENFILE: TOO_MANY,
  ENOMEM: NO_MEMORY,
  EIO: DAMAGED,
};

/** @param isSaving whether a text was to be saved @returns undefined for what is a fault of the program */
export function machineRefusal(
  error: unknown,
  isSaving = false,
): { status: number; refusal: Refusal } | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 4; at = at.cause, depth += 1) {
    const code: unknown = Reflect.get(at, 'code');
    const trouble = typeof code === 'string' ? TROUBLES[code] : undefined;
    if (!trouble) continue;
    const path: unknown = Reflect.get(at, 'path');
    // What was to be written is no file yet: its folder is what can be looked at.
    const where = typeof path === 'string' ? `"${printable(dirname(path))}"` : '网站的文件夹';
    const message = `${trouble.message}，没有${isSaving ? '保存' : '办成'}。`;
    const stay = isSaving ? '请先不要关这一页，没有保存的文字还在。' : '';
    return {
      status: trouble.status,
      refusal: { message, fix: stay + forKeeper(trouble.how(where)) },
    };
  }
  return undefined;
}

/** For the terminal: what the machine cannot do in words; anything else as it is. @param isTraced with where it happened */
export function failureWords(error: unknown, isTraced = true): string {
  const refused = machineRefusal(error)?.refusal;
  if (refused) return `${refused.message}${refused.fix ?? ''}`;
  if (!(error instanceof Error)) return String(error);
  return (isTraced ? error.stack : undefined) ?? error.message;
}
