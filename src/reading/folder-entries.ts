/** What a folder of staff's holds, litter left out; what cannot be listed or opened is reported. */
import { lstatSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Issue, Words } from '../model/issue.ts';
import { ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import { obstacleRule } from '../rules/obstacle-rule.ts';
import { isLitter } from './litter.ts';
import { obstacleOf, obstacleWords } from '../system/regular-file.ts';

export const unreadableNameRule: Rule = {
  id: 'file/unreadable-name',
  level: 'stop',
  scope: 'file',
  title: '读不了的名字',
  basis: '别的系统打不开这样的名字。',
};

export const linkRule: Rule = {
  id: 'file/symbolic-link',
  level: 'stop',
  scope: 'file',
  title: '符号链接',
  basis: '链接会把生成网站的电脑上的文件放到网上。',
};

export type Report = (rule: Rule, path: string, words: Words) => void;

/** A folder that nothing in it may lead out of. */
export interface Root {
  /** Absolute path with links resolved. */
  path: string;
  /** As staff call it: `content`. */
  name: string;
}

/** The folder that nothing in `folder` may lead out of; undefined when it is not there, or cannot be opened. */
export async function rootOf(
  folder: string,
  name: string,
  report: Report,
): Promise<Root | undefined> {
  try {
    return { path: await realpath(folder), name };
  } catch {
    if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) {
      const message = '这个链接指向的文件夹不在，或者绕成了圈。';
      report(linkRule, folder, { message, fix: '删掉链接，把文件夹本身放进来。' });
    }
    return undefined;
  }
}

/**
 * The plain files and the folders in a folder, by name. Links, pipes, devices and names that cannot be read are reported.
 * @param folder absolute path; undefined for one that cannot be listed, which is reported
 * @param keeps names that are no litter here
 */
export async function folderEntries(
  folder: string,
  root: Root,
  report: Report,
  keeps: (name: string) => boolean = () => false,
): Promise<Dirent[] | undefined> {
  const entries: Dirent[] = [];
  const listed = await list(folder, report);
  if (!listed) return undefined;
  for (const entry of listed) {
    const { name } = entry;
    const path = join(folder, name);
    if (isLitter(name) && !keeps(name)) continue;
    if (name.includes('\uFFFD')) {
      const message = '这个名字里的中文不是 UTF-8 编码，打不开。';
      report(unreadableNameRule, path, { message, fix: '请改名。' });
    } else if (/\p{Cc}/u.test(name)) {
      const message = '这个名字里有换行之类看不见的字符。';
      report(unreadableNameRule, path, { message, fix: '请改名。' });
    } else if (entry.isSymbolicLink()) {
      await reportLink(path, root, report);
    } else if (entry.isFile() || entry.isDirectory()) {
      entries.push(entry);
    } else {
      report(obstacleRule, path, obstacleWords('special'));
    }
  }
  return entries;
}

/** Symbolic links may show files of the build machine to the world; they are refused whole. */
async function reportLink(path: string, root: Root, report: Report): Promise<void> {
  const target = await realpath(path).catch(() => undefined);
  const outside = !target || relative(root.path, target).split(sep)[0] === '..';
  report(linkRule, path, {
    message: outside ? `这是一个指向 ${root.name} 以外的符号链接。` : '这是一个符号链接。',
    fix: '删掉链接，把文件本身放进来。',
  });
}

async function list(folder: string, report: Report): Promise<Dirent[] | undefined> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') {
      const message = '这里应当是一个文件夹，却不是。';
      report(obstacleRule, folder, { message, fix: '把它改名或删掉。' });
      return undefined;
    }
    const obstacle = obstacleOf(error);
    if (obstacle === 'unreadable') {
      report(obstacleRule, folder, NOT_ALLOWED);
    } else if (obstacle !== 'missing') {
      report(obstacleRule, folder, obstacleWords(obstacle));
    }
    return undefined;
  }
}

const NOT_ALLOWED = {
  message: '没有打开这个文件夹的权限。',
  fix: '请管理员检查文件夹的权限，让生成网站的账号能打开它。',
};

/** Gathers issues by path as staff see it. */
export function reporter(issues: Issue[], staffPath: (path: string) => string): Report {
  return (rule, path, { message, fix }) =>
    issues.push(ruled(rule, { file: staffPath(path), message, fix }));
}
