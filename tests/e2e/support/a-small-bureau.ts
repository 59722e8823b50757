/** A bureau of a few articles, which somebody pushes to a remote that a project is cloned from. */
import { execFileSync } from 'node:child_process';
import { symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { copyProject } from '../../../scripts/ci/fresh-project.ts';
import { writeFiles } from '../../support/a-folder.ts';

const PROJECT = resolve(import.meta.dirname, '../../..');
export const SMALL_SITE = `name: 示例自治区示例局
url: https://small.example.gov.cn/
identifier: "9900000077"
description: 三篇稿件的网站。
sponsor: 示例局
contact: { address: 示例路1号, phone: 0999-8800000 }
home:
  - { column: tz, count: 10 }
`;

const AUTHOR = ['-c', 'user.name=test', '-c', 'user.email=test@example.com'];

export function git(folder: string, ...words: string[]): string {
  return execFileSync('git', ['-C', folder, ...AUTHOR, ...words], { encoding: 'utf8' }).trim();
}

/** Path and text of an article. @param date `YYYY-MM-DD`, or with ` HH:MM` */
export function smallArticle(date: string, name: string, category = '通知'): [string, string] {
  const id = `${date.slice(0, 10).replaceAll('-', '')}-${name}`;
  const front = `title: ${name}号通知\nsource: 示例局\ndate: ${date}\ncategory: ${category}`;
  return [
    `content/articles/${date.slice(0, 4)}/${id}.md`,
    `---\n${front}\n---\n\n${name}的正文。\n`,
  ];
}

/** Where a reader finds it. */
export function smallAddress(date: string, name: string): string {
  const day = date.slice(0, 10).replaceAll('-', '');
  return `tz/${day.slice(0, 6)}/${day}-${name}/`;
}

export interface PushedBureau {
  /** The bare repository. */
  remote: string;
  /** A clone with all that is installed. */
  project: string;
  /** Who pushes works here. */
  staff: string;
  /** Commits these texts and pushes them. @returns the commit */
  push(files: Readonly<Record<string, string>>, ...options: string[]): Promise<string>;
}

/** @param folder is there */
export async function aPushedBureau(folder: string): Promise<PushedBureau> {
  const [bureau, remote, project, staff] = ['bureau', 'remote', 'project', 'staff'].map((name) =>
    join(folder, name),
  ) as [string, string, string, string];
  await writeFiles(bureau, {
    'content/site.yaml': SMALL_SITE,
    'content/columns.yaml': '- { slug: tz, name: 通知 }\n',
    'public/robots.txt': 'User-agent: *\nAllow: /\n',
    ...Object.fromEntries([smallArticle('2026-01-01', 'one')]),
  });
  copyProject(staff, bureau);
  git(folder, 'init', '--quiet', '--bare', '--initial-branch=main', remote);
  git(staff, 'init', '--quiet', '--initial-branch=main');
  git(staff, 'remote', 'add', 'origin', remote);
  const push: PushedBureau['push'] = async (files, ...options) => {
    await writeFiles(staff, files);
    git(staff, 'add', '--all');
    git(staff, 'commit', '--quiet', '--message', 'change');
    git(staff, 'push', '--quiet', ...options, 'origin', 'main');
    return git(staff, 'rev-parse', 'HEAD');
  };
  await push({});
  git(folder, 'clone', '--quiet', remote, project);
  await symlink(join(PROJECT, 'node_modules'), join(project, 'node_modules'));
  return { remote, project, staff, push };
}
