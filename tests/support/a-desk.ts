/** A desk over a bureau of its own, under git, and a browser's part in asking it. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDesk } from '../../src/desk/server/desk-server.ts';
import type { RunningDesk } from '../../src/desk/server/desk-server.ts';
import type { Publisher } from '../../src/desk/server/publisher.ts';
import { siteOptions } from '../../src/output/options.ts';
import { SETTINGS } from './a-bureau.ts';
import { writeFiles } from './a-folder.ts';
import { aPreview } from './a-preview.ts';

export interface Desk {
  folder: string;
  running: RunningDesk;
  strangers: string[];
  failures: unknown[];
  /** Asks as the desk's own page does. A text or bytes are sent as they are, anything else as JSON. */
  ask(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  /** What the page's own requests carry. */
  own: Record<string, string>;
  git(...words: string[]): string;
  close(): Promise<void>;
}

export interface Answer {
  status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- read by tests that say what they expect
  json: any;
  text: string;
  headers: Headers;
}

/** @param files of the bureau; all are committed */
export async function aDesk(
  files: Readonly<Record<string, string>> = {},
  publisher?: Publisher,
): Promise<Desk> {
  const { folder, git } = await committedBureau(files);
  const roots = { content: join(folder, 'content'), public: join(folder, 'public') };
  const strangers: string[] = [];
  const failures: unknown[] = [];
  const running = await startDesk({
    options: siteOptions({ ...roots, now: '2026-11-25 09:00' }),
    isFixed: true,
    publisher,
    preview: await aPreview((error) => failures.push(error)),
    port: 0,
    onStranger: (address) => strangers.push(address),
    onFailure: (error) => failures.push(error),
  });
  const own = await admitted(running.address);
  const ask = asker(new URL('/', running.address).href, own);
  const close = async (): Promise<void> => {
    await running.close();
    await rm(folder, { recursive: true });
  };
  return { folder, running, strangers, failures, ask, own, git, close };
}

/** Asks as a page of the desk does. @param own what its requests carry */
export function asker(base: string, own: Record<string, string>): Desk['ask'] {
  return async (method, path, body, headers = {}) => {
    const isRaw = typeof body === 'string' || body instanceof Uint8Array;
    const response = await fetch(`${base}api/${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...own,
        ...(body === undefined
          ? {}
          : { 'content-type': isRaw ? 'application/octet-stream' : 'application/json' }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: isRaw ? (body as string | Uint8Array<ArrayBuffer>) : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: response.status,
      text,
      json: isJson ? JSON.parse(text) : undefined,
      headers: response.headers,
    };
  };
}

/** A bureau's folder with one commit. */
export async function committedBureau(
  files: Readonly<Record<string, string>>,
): Promise<Pick<Desk, 'folder' | 'git'>> {
  const folder = await mkdtemp(join(tmpdir(), 'desk-'));
  await writeFiles(folder, { ...SETTINGS, ...files });
  const git = (...words: string[]): string =>
    execFileSync('git', ['-C', folder, ...words], { encoding: 'utf8' }).trim();
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', '李若谷');
  git('config', 'user.email', 'li@example.gov.cn');
  git('add', '-A');
  git('commit', '-qm', '开始');
  return { folder, git };
}

/** Opens the address once, as a browser does. */
export async function admitted(address: string): Promise<Record<string, string>> {
  const first = await fetch(address, { redirect: 'manual' });
  const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? '';
  const page = await fetch(new URL('/', address), { headers: { cookie } });
  const token = /desk-token" content="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  return { cookie, 'x-desk-token': token };
}
