/** What an operator can do something about, in a sentence; anything else is a bug, and keeps its trace. */
import { existsSync, statSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
import { LockError } from '../system/file-lock.ts';
import { BusyError, FolderGoneError } from '../system/lock.ts';
import { isOfMissingPrograms, missingModule, MISSING_PROGRAMS } from './missing-programs.ts';
import { CACHE } from '../system/project.ts';
import type { SiteOptions } from '../output/options.ts';
import { RefusedFolderError } from '../output/out-folder.ts';
import type { RefusalReason } from '../output/out-folder.ts';

export interface Failure {
  /** Whose it is: of the command that was given, of the machine, or ours; a bug keeps its trace below the line. */
  kind: 'wrong use' | 'machine' | 'bug';
  /** One line for the terminal. */
  message: string;
}

const REFUSALS: Readonly<Record<RefusalReason, string>> = {
  foreign:
    '里有别的文件，不是本程序生成的文件夹。生成时会清空它，所以没有动手：请换一个 --out，或先自己清空它。',
  file: '是一个文件，不是文件夹，没有动手：请换一个 --out。',
  'dead-link': '是一个链接，指向的地方不存在，没有动手：请换一个 --out，或先修好这个链接。',
  precious:
    '是磁盘的根目录、用户的主目录，或者稿件、程序、缓存就在它里面。生成时会清空它，所以没有动手：请换一个 --out，例如 --out dist。',
  source:
    '在稿件、public 或程序自己的文件夹里面，网站不能生成在那里，没有动手：请换一个 --out，例如 --out dist。',
  cache: '在缓存的文件夹里面，那里的东西随时会被清掉，没有动手：请换一个 --out，例如 --out dist。',
  built: '是生成的网站所在的文件夹，下次生成会清掉别的文件，没有动手：请换一个文件夹。',
};

const CONTENT_CHANGED = '稿件在生成的时候被改动了，再运行一次。';

/** @returns undefined for a bug of which there is nothing to say */
export function describeFailure(error: unknown, site: SiteOptions): Failure | undefined {
  if (error instanceof RefusedFolderError) {
    return { kind: 'wrong use', message: `${shown(error.folder)} ${REFUSALS[error.reason]}` };
  }
  if (textOf(error, 'code') === 'EPAGE') {
    const page = textOf(error, 'pathname').replaceAll(/\p{Cc}/gu, '�');
    const message = `页面「${page}」没有做出来，是程序的错误。请把下面的内容发给技术人员。`;
    return { kind: 'bug', message };
  }
  const message = machineMessage(error, site);
  return message === undefined ? undefined : { kind: 'machine', message };
}

function machineMessage(error: unknown, site: SiteOptions): string | undefined {
  if (error instanceof BusyError) {
    const who = error.pid > 0 ? `（进程 ${error.pid}）` : '';
    return `另一个生成${who}一直没有结束，这次没有动手。请等它完成再试。`;
  }
  if (error instanceof FolderGoneError) return removed(error.folder);
  if (error instanceof LockError && error.code === 'ENOLCK') {
    return `${shown(error.path)} 不能加锁：这个磁盘（常见于网络盘）不支持文件锁，两个人同时生成会互相破坏，所以没有动手。请换一个放在本机磁盘上的文件夹。`;
  }
  // A process that could not be started has the system's error for its cause.
  const known = textOf(error, 'code') === '' && error instanceof Error ? error.cause : error;
  const code = textOf(known, 'code');
  const path = textOf(known, 'path');
  const where = path === '' ? '' : `：${shown(path)}`;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return '磁盘满了，没有写完。已有的页面都是完整的；腾出空间后再运行一次，会接着补齐。';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `没有读写的权限${where}。请检查这个文件（文件夹）的权限，或换一个用户再运行。`;
    case 'EIO':
      return `磁盘读写出错${where}。请检查磁盘。`;
    case 'EMFILE':
    case 'ENFILE':
      return '打开的文件太多，超过了系统的限制。请用 ulimit -n 调大后再运行。';
    case 'EWATCHES':
      return '文件夹太多，系统不让预览同时盯着这么多。请管理员调大 fs.inotify.max_user_watches 和 max_user_instances 后再运行。';
    case 'ENOMEM':
    case 'EAGAIN':
    case 'ERR_WORKER_OUT_OF_MEMORY':
    case 'ERR_WORKER_INIT_FAILED':
      return '内存不够，没有做完。请关掉别的程序，再运行一次。';
    case 'EKILLED':
      return '生成用的一个进程被结束了，没有做完：多半是内存不够，系统结束了它。请关掉别的程序，再运行一次。';
    case 'EKEPTDAMAGED':
      return `缓存里的文件刚刚写好，读回来已经不对${where}。多半是磁盘坏了：请检查磁盘，或换一个 SITE_CACHE。`;
    case 'ECONTENTCHANGED':
      return CONTENT_CHANGED;
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EISDIR':
      return goneMessage(error, site);
    case 'EPROGRAMS':
      return MISSING_PROGRAMS;
    case 'ERR_MODULE_NOT_FOUND':
      return goneMessage(error, site) ?? programsMessage(error);
    default:
      return programsMessage(error);
  }
}

/** Something that was there when the build looked is missing: somebody removed or exchanged it meanwhile. */
function goneMessage(error: unknown, { roots, out }: SiteOptions): string | undefined {
  const missing = missingPath(error);
  const module = missingModule(error);
  const names = (folder: string): boolean =>
    missing === '' ? module.includes(folder + sep) : `${missing}${sep}`.startsWith(folder + sep);
  if (names(roots.content) || names(roots.public)) return CONTENT_CHANGED;
  if (names(out)) return removed(out);
  if (!names(CACHE)) return undefined;
  const file = fileAbove(missing);
  return file === undefined
    ? removed(CACHE)
    : `${shown(file)} 是一个文件，不是文件夹，缓存放不进去。请移走它，或换一个 SITE_CACHE。`;
}

/** The file that stands where a folder of this path should. */
function fileAbove(path: string): string | undefined {
  for (let at = path; at !== dirname(at); at = dirname(at)) {
    const found = statSync(at, { throwIfNoEntry: false });
    if (found) return found.isDirectory() ? undefined : at;
  }
  return undefined;
}

function programsMessage(error: unknown): string | undefined {
  return isOfMissingPrograms(error) ? MISSING_PROGRAMS : undefined;
}

/** What is copied or renamed is named first, though it may be the target's folder that is missing. */
function missingPath(error: unknown): string {
  const path = textOf(error, 'path');
  const target = textOf(error, 'dest');
  return target !== '' && existsSync(path) ? target : path;
}

function removed(folder: string): string {
  return `${shown(folder)} 在生成的时候被删除或换掉了，没有做完。请再运行一次，会重新生成。`;
}

function textOf(error: unknown, key: 'code' | 'path' | 'dest' | 'pathname'): string {
  const value: unknown = error instanceof Error ? Reflect.get(error, key) : undefined;
  return typeof value === 'string' ? value : '';
}

/** As the person at the terminal names it; nothing of a name may steer the terminal. */
function shown(path: string): string {
  const way = relative(process.cwd(), path);
  const short = way !== '' && !way.startsWith('..') ? way : path;
  return short.replaceAll(/\p{Cc}/gu, '�');
}
