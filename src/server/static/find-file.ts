/** From the path of a request to the file that answers it, and to no file that must not. */
import { realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { CONTROL_NAME, WELL_KNOWN } from '../../answers/answers.ts';
import { decodePath } from './path-pattern.ts';

const CONTROL_FILE = new RegExp(`^(?:${CONTROL_NAME})$`, 'i');
/** What "there is no such file" looks like to a path that a stranger made up. */
const ABSENT = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'EACCES', 'EPERM']);
/** On Windows a colon names a hidden stream of a file, and a dot or blank at the end is not part of a name. */
const NO_NAME = process.platform === 'win32' ? /[/\\\0:]|[. ]$/ : /[/\\\0]/;

/**
 * What is found at a path: a file to send, a folder with an `index.html` that is asked for without
 * its final slash, or nothing.
 */
export type Found = { kind: 'file'; file: string } | { kind: 'folder' } | { kind: 'nothing' };

const NOTHING: Found = { kind: 'nothing' };

/**
 * Finds what a path (percent-encoded, relative to the site's root, without its first slash) names
 * under `root`. Nothing outside of `root` and no hidden file is ever found, not even through a symbolic
 * link or another spelling of a name.
 */
export async function findFile(root: string, path: string): Promise<Found> {
  const segments = path.split('/').map(decodePath);
  const last = segments.pop() ?? '';
  if (!segments.every(isName) || (last !== '' && !isName(last))) return NOTHING;

  const wanted = join(root, ...segments, last === '' ? 'index.html' : last);
  const kind = await kindOf(root, wanted);
  if (kind === 'file') return { kind: 'file', file: wanted };
  if (kind === 'folder' && (await kindOf(root, join(wanted, 'index.html'))) === 'file') {
    return { kind: 'folder' };
  }
  return NOTHING;
}

function isName(segment: string): boolean {
  if (segment === '' || NO_NAME.test(segment) || CONTROL_FILE.test(segment)) return false;
  return !segment.startsWith('.') || segment === WELL_KNOWN;
}

async function kindOf(root: string, path: string): Promise<'file' | 'folder' | undefined> {
  try {
    const [realRoot, realFile] = await Promise.all([realpath(root), realpath(path)]);
    if (!realFile.startsWith(realRoot + sep)) return undefined;
    if (!relative(realRoot, realFile).split(sep).every(isName)) return undefined;
    const state = await stat(realFile);
    if (state.isFile()) return 'file';
    return state.isDirectory() ? 'folder' : undefined;
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

/** Whether an error of the file system says that there is no such file for a reader. */
export function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ABSENT.has(String(error.code));
}
