/** 写稿台 of an office, as `npm run desk -- --people` opens it, with a remote repository, and the browsers of its people. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { writePeople } from '../../../src/desk/people/people-file.ts';
import { committedBureau } from '../../support/a-desk.ts';
import { keptForTests, PASSWORD } from '../../support/an-office.ts';

const PROJECT = resolve(import.meta.dirname, '../../..');

export interface OfficeDesk {
  folder: string;
  /** Holds `remote.git`, and `site` where it publishes. */
  outside: string;
  address: string;
  git(...words: string[]): string;
  close(): Promise<void>;
}

/** @param isPublishing whether it puts the site where readers are, or only hands texts on */
export async function openOffice(
  people: Readonly<Record<string, readonly string[]>>,
  files: Readonly<Record<string, string>>,
  isPublishing: boolean,
): Promise<OfficeDesk> {
  const { folder, git } = await committedBureau({
    'public/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    ...files,
  });
  const outside = await mkdtemp(join(tmpdir(), 'office-'));
  const remote = join(outside, 'remote.git');
  execFileSync('git', ['init', '-q', '--bare', '-b', 'main', remote]);
  git('remote', 'add', 'origin', remote);
  git('push', '-q', '-u', 'origin', 'main');
  const list = join(outside, 'people.yaml');
  const password = keptForTests(PASSWORD);
  const all = Object.entries(people).map(([name, roles]) => ({
    name,
    roles: [...roles],
    password,
  }));
  await writePeople(list, all);
  // Vite serves otherwise where a test asks it.
  const { VITEST: _vitest, NODE_ENV: _mode, PUBLISH_TO: _to, ...env } = process.env;
  const words = ['--content', join(folder, 'content'), '--public', join(folder, 'public')];
  const desk = spawn(
    process.execPath,
    [join(PROJECT, 'scripts/desk.ts'), ...words, '--port', '0', '--people', list],
    {
      cwd: PROJECT,
      env: isPublishing ? { ...env, PUBLISH_TO: join(outside, 'site') } : env,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const address = await new Promise<string>((done, failed) => {
    let said = '';
    desk.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const [found] = /http:\/\/127\S+/.exec(said) ?? [];
      if (found !== undefined) done(found);
    });
    desk.once('exit', () => failed(new Error(said)));
  });
  const close = async (): Promise<void> => {
    desk.kill();
    for (const each of [folder, outside]) await rm(each, { recursive: true, force: true });
  };
  return { folder, outside, address, git, close };
}

/** Fills in the first page of a desk. */
export async function enter(page: Page, name: string): Promise<void> {
  await page.getByLabel('姓名').fill(name);
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByText(name, { exact: true }).waitFor();
}
