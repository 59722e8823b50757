/** The target that an operator names: a folder, `s3://…`, or `command:…`. */
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { commandTarget } from './command-target.ts';
import { folderTarget } from './folder-target.ts';
import { s3Settings } from './s3-settings.ts';
import { s3Target } from './s3-target.ts';
import type { Target } from './target.ts';

export interface OpenTargetOptions {
  /** What `to` is relative to. */
  folder: string;
  /** Absolute paths of what the program reads and writes: no target holds one of them, or lies in one. */
  own: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  /** Address under which readers find the site, with a slash at its end. */
  site: string;
  headersOf: (path: string) => Readonly<Record<string, string>>;
}

export function openTarget(
  to: string,
  { folder, own, env, site, headersOf }: OpenTargetOptions,
): { target: Target } | { problem: string } {
  if (to.startsWith('s3://')) {
    const settings = s3Settings(to, env);
    return 'problem' in settings
      ? settings
      : { target: s3Target(settings, { headersOf, shown: to }) };
  }
  const command = /^command:(.*)$/s.exec(to)?.[1]?.trim();
  if (command !== undefined) {
    if (command === '') return { problem: '「command:」后面要写上传用的命令。' };
    return { target: commandTarget(command, site) };
  }
  if (/^[a-z\d+.-]{2,}:/i.test(to)) {
    return { problem: `不认识「${to}」。可以写文件夹、s3://存储桶、command:命令。` };
  }
  if (to.trim() === '' || /^[~～]/.test(to)) {
    return { problem: `「${to}」不是文件夹，请写完整的路径，例如 /srv/www/site。` };
  }
  const place = resolve(folder, to);
  const meets = own.find((each) => holds(place, each) || holds(each, place));
  if (meets !== undefined) {
    return {
      problem: `不能发布到「${to}」：那里是程序自己的文件夹（${meets}），会和稿件混在一起。请写另一个文件夹，例如 /srv/www/site。`,
    };
  }
  return { target: folderTarget(place, to) };
}

function holds(folder: string, inner: string): boolean {
  const way = relative(folder, inner);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
