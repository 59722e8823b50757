/** Where `npm run inspect` may put its files: told before anything is looked at. */
import { realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Folders of the system, which hold no files of anybody's; a folder that is made there may never be. */
const SYSTEM = ['/proc', '/sys', '/dev'];
const OTHERS = {
  '--report': '换一个文件夹，例如 --report inspection。',
  '--links': '换一个文件，例如 --links inspection/links.json。',
} as const;

/**
 * Why reports cannot be written to a folder, in Chinese, with what to do; undefined where nothing is known against it.
 * @param folder absolute path, which need not exist
 * @param names of the files
 * @param option that names the place
 */
export function reportFolderProblem(
  folder: string,
  names: readonly string[],
  option: keyof typeof OTHERS = '--report',
): string | undefined {
  const there = nearest(folder);
  if (kindOf(there) === 'file')
    return `${option}：「${there}」是文件，不是文件夹，里面放不进文件。${OTHERS[option]}`;
  const real = realpathSync(there);
  if (SYSTEM.some((system) => real === system || real.startsWith(`${system}/`)))
    return `${option}：「${folder}」在系统自己的文件夹里，不能往里写。${OTHERS[option]}`;
  const taken = names.map((name) => join(folder, name)).find((path) => kindOf(path) === 'folder');
  if (taken === undefined) return undefined;
  return `${option}：「${taken}」是文件夹，同名的文件写不进去。把它改名，或者${OTHERS[option]}`;
}

/** The path itself, or what is above it, as far as it exists. */
function nearest(path: string): string {
  const above = dirname(path);
  return kindOf(path) !== undefined || above === path ? resolve(path) : nearest(above);
}

function kindOf(path: string): 'file' | 'folder' | undefined {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}
