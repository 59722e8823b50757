/**
 * Opening what staff's folders hold: nothing but a plain file is read. A pipe would make the build wait for ever, a device
 * might act, a link might show files of the build machine.
 */
import {
  accessSync,
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
} from 'node:fs';
import type { Stats } from 'node:fs';

/** What may stand at a path instead of a file that can be read. */
export type Obstacle = 'missing' | 'folder' | 'link' | 'special' | 'unreadable';

export type Bytes = { bytes: Buffer } | { obstacle: Obstacle };

/** Never waits, whatever lies there. Not known on Windows, where there is nothing to wait for. */
const WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** The bytes of a plain file, or why there are none. Throws only what no file has done: too many open, a broken disk. */
export function readRegularFile(path: string): Bytes {
  try {
    const obstacle = obstacleIn(lstatSync(path));
    if (obstacle) return { obstacle };
    const file = openSync(path, WITHOUT_WAITING);
    try {
      // It may have been exchanged since.
      const opened = obstacleIn(fstatSync(file));
      return opened ? { obstacle: opened } : { bytes: readFileSync(file) };
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return { obstacle: obstacleOf(error) };
  }
}

/** What stands at a path instead of a plain file that may be read; its bytes are not looked at. */
export function obstacleAt(path: string): Obstacle | undefined {
  try {
    const obstacle = obstacleIn(lstatSync(path));
    if (!obstacle) accessSync(path, constants.R_OK);
    return obstacle;
  } catch (error) {
    return obstacleOf(error);
  }
}

function obstacleIn(state: Stats): Obstacle | undefined {
  if (state.isFile()) return undefined;
  if (state.isDirectory()) return 'folder';
  return state.isSymbolicLink() ? 'link' : 'special';
}

const REASONS: Readonly<Record<string, Obstacle>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  ENAMETOOLONG: 'missing',
  ELOOP: 'link',
  EISDIR: 'folder',
  EACCES: 'unreadable',
  EPERM: 'unreadable',
  ENXIO: 'special',
};

/** Rethrows what is the machine's fault, not the file's. */
export function obstacleOf(error: unknown): Obstacle {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const obstacle = REASONS[code];
  if (!obstacle) throw error;
  return obstacle;
}

/** The same for staff. */
export function obstacleWords(obstacle: Obstacle): (typeof WORDS)[Obstacle] {
  return WORDS[obstacle];
}

const WORDS = {
  missing: { message: '这个文件在检查的时候不见了。', fix: '再运行一次；还是这样，就重新放一份。' },
  folder: {
    message: '这里应当是一个文件，却是一个文件夹。',
    fix: '把文件夹改名或删掉，放上文件。',
  },
  link: { message: '这是一个符号链接。', fix: '删掉链接，把文件本身放进来。' },
  special: {
    message: '这不是普通的文件（是管道、设备之类）。',
    fix: '删掉它，把真正的文件放进来。',
  },
  unreadable: {
    message: '没有读这个文件的权限。',
    fix: '请管理员检查文件的权限，让生成网站的账号能读它。',
  },
} satisfies Record<Obstacle, { message: string; fix: string }>;
