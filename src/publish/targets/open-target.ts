/** The target that an operator names: a folder, `user@host:/folder`, `s3://…`, or `command:…`. */
import { resolve } from 'node:path';
import { commandTarget } from './command-target.ts';
import { folderTarget } from './folder-target.ts';
import { s3Settings } from './s3-settings.ts';
import { s3Target } from './s3-target.ts';
import { sftpDisk } from './sftp-disk.ts';
import { isSshAddress, sshSettings } from './ssh-settings.ts';
import type { Target } from './target.ts';

export interface OpenTargetOptions {
  /** What `to` is relative to. */
  folder: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Address under which readers find the site, with a slash at its end. */
  site: string;
  headersOf: (path: string) => Readonly<Record<string, string>>;
}

/** @returns the target, and the absolute path where it is a folder; or what is wrong with `to`, in Chinese */
export function openTarget(
  to: string,
  { folder, env, site, headersOf }: OpenTargetOptions,
): { target: Target; place?: string } | { problem: string } {
  if (to.startsWith('s3://')) {
    const settings = s3Settings(to, env);
    return 'problem' in settings
      ? settings
      : { target: s3Target(settings, { headersOf, shown: to }) };
  }
  if (isSshAddress(to)) {
    const settings = sshSettings(to, env);
    return 'problem' in settings
      ? settings
      : { target: folderTarget(settings.folder, to, sftpDisk(settings)) };
  }
  const command = /^command:(.*)$/s.exec(to)?.[1]?.trim();
  if (command !== undefined) {
    if (command === '') return { problem: '「command:」后面要写上传用的命令。' };
    return { target: commandTarget(command, site) };
  }
  if (/^[a-z\d+.-]{2,}:/i.test(to)) {
    return {
      problem: `不认识「${to}」。可以写文件夹、用户@主机:/文件夹、s3://存储桶、command:命令。`,
    };
  }
  if (to.trim() === '' || /^[~～]/.test(to)) {
    return { problem: `「${to}」不是文件夹，请写完整的路径，例如 /srv/www/site。` };
  }
  const place = resolve(folder, to);
  return { target: folderTarget(place, to), place };
}
