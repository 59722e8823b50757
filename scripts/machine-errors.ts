/** What an operator can do something about, in one sentence; anything else is a bug and keeps its trace. */
import { EXIT } from './exit-codes.ts';

const REASONS: Readonly<Record<string, (path: string) => string>> = {
  ENOSPC: () => '磁盘满了，没有写完。已有的页面都是完整的；腾出空间后再运行一次，会接着补齐。',
  EACCES: (path) => `没有读写${path}的权限。请管理员检查文件夹的权限。`,
  EMFILE: () => '同时打开的文件太多。请管理员提高上限（ulimit -n），再运行一次。',
  EIO: (path) => `磁盘读写${path}时出错。请检查磁盘，再运行一次。`,
  ENOMEM: () => '内存不够。请关掉别的程序，再运行一次。',
  ELOOP: (path) => `符号链接绕成了圈：${path}。请删掉链接，放上文件本身。`,
  ENAMETOOLONG: (path) => `名字太长，磁盘放不下：${path}。请改短。`,
  EBUSY: (path) => `${path}正被别的程序占用。关掉那个程序，再运行一次。`,
  ENOENT: (path) => `${path}不见了，可能刚被别的程序删掉或改名。请再运行一次。`,
  EEXIST: (path) => `${path}在途中被别的程序改动。请再运行一次。`,
  ECONTENTCHANGED: (path) => `${path}或它的附件在生成途中有改动，或者打不开。请再运行一次。`,
};
const SAME: Readonly<Record<string, string>> = {
  EDQUOT: 'ENOSPC',
  EROFS: 'EACCES',
  EPERM: 'EACCES',
  ENFILE: 'EMFILE',
  ETXTBSY: 'EBUSY',
  EISDIR: 'EEXIST',
  ENOTDIR: 'EEXIST',
  ENOTEMPTY: 'EEXIST',
  ESTALE: 'EIO',
  EFBIG: 'ENOSPC',
  ERR_WORKER_OUT_OF_MEMORY: 'ENOMEM',
};

/** The sentence for an error of the machine; undefined for a bug. */
export function explainError(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const code = String(error.code);
  const reason = REASONS[SAME[code] ?? code];
  if (!reason) return undefined;
  const path = 'path' in error && typeof error.path === 'string' ? printable(error.path) : '';
  return reason(path === '' ? '文件' : `「${path}」`);
}

/** Ends the command with a sentence where one is due. Called once, before anything can go wrong. */
export function endOnMachineErrors(): void {
  // Whoever reads our output may have read enough.
  process.stdout.on('error', endQuietly);
  process.on('uncaughtException', (error) => {
    const sentence = explainError(error);
    console.error(sentence ?? error);
    process.exit(EXIT.broken);
  });
}

function endQuietly(error: Error): void {
  if ('code' in error && error.code === 'EPIPE') process.exit();
  throw error;
}

/** A name may hold what a terminal obeys. */
function printable(path: string): string {
  return path.replaceAll(/\p{Cc}/gu, '?');
}
