/** A desk for the people of an office, over a bureau of its own, and the browsers of those people. */
import { scryptSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writePeople } from '../../src/desk/people/people-file.ts';
import { startDesk } from '../../src/desk/server/desk-server.ts';
import type { RunningDesk } from '../../src/desk/server/desk-server.ts';
import type { Office } from '../../src/desk/server/desk-door.ts';
import type { Publisher } from '../../src/desk/server/publisher.ts';
import { siteOptions } from '../../src/output/options.ts';
import { asker, committedBureau } from './a-desk.ts';
import type { Desk } from './a-desk.ts';
import { aPreview } from './a-preview.ts';

/** By name, what each may do. */
export const OFFICE_PEOPLE = {
  何雨桐: ['编辑'],
  马小川: ['编辑', '一审'],
  李若谷: ['一审', '二审'],
  古丽娜尔: ['二审'],
  周明远: ['签发'],
} as const;
export type OfficeName = keyof typeof OFFICE_PEOPLE;

export const PASSWORD = '一句好记的长长的话';

/** Kept at a cost that tests can pay. */
export function keptForTests(password: string): string {
  const salt = Buffer.alloc(16, 7);
  const key = scryptSync(password.normalize('NFKC'), salt, 32, { N: 1024, r: 8, p: 1 });
  return ['scrypt', 1024, 8, salt.toString('base64url'), key.toString('base64url')].join('$');
}

export interface AnOffice {
  folder: string;
  git: Desk['git'];
  running: RunningDesk;
  failures: unknown[];
  people: string;
  base: string;
  /** A browser of this person's. */
  signIn(name: OfficeName, headers?: Record<string, string>): Promise<OfficeBrowser>;
  close(): Promise<void>;
}

export interface OfficeBrowser {
  ask: Desk['ask'];
  own: Record<string, string>;
}

export interface OfficeSetUp {
  publisher?: Publisher | undefined;
  office?: Partial<Office>;
}

export async function anOffice(
  files: Readonly<Record<string, string>>,
  { publisher, office = {} }: OfficeSetUp = {},
): Promise<AnOffice> {
  const { folder, git } = await committedBureau(files);
  const outside = await mkdtemp(join(tmpdir(), 'people-'));
  const people = join(outside, 'people.yaml');
  const kept = keptForTests(PASSWORD);
  await writePeople(
    people,
    Object.entries(OFFICE_PEOPLE).map(([name, roles]) => ({
      name,
      roles: [...roles],
      password: kept,
    })),
  );
  const roots = { content: join(folder, 'content'), public: join(folder, 'public') };
  const failures: unknown[] = [];
  const running = await startDesk({
    options: siteOptions({ ...roots, now: '2026-11-25 09:00' }),
    isFixed: true,
    publisher,
    preview: await aPreview((error) => failures.push(error)),
    port: 0,
    office: {
      people,
      host: '127.0.0.1',
      names: [],
      isBehindProxy: false,
      previewPort: 0,
      ...office,
    },
    onStranger: () => undefined,
    onFailure: (error) => failures.push(error),
  });
  const base = `http://127.0.0.1:${running.port}/`;
  return {
    folder,
    git,
    running,
    failures,
    people,
    base,
    async signIn(name, headers = {}) {
      const own = await signedIn(base, name, headers);
      return { own, ask: asker(base, own) };
    },
    async close() {
      await running.close();
      for (const each of [folder, outside]) await rm(each, { recursive: true });
    },
  };
}

/** Sends the form as a browser does. */
export function sendForm(
  base: string,
  name: string,
  password: string,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${base}sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: new URL(base).origin, ...headers },
    body: new URLSearchParams({ name, password }),
  });
}

/** What the requests of a page carry once this person has signed in. */
export async function signedIn(
  base: string,
  name: string,
  headers: Record<string, string> = {},
): Promise<Record<string, string>> {
  const answer = await sendForm(base, name, PASSWORD, headers);
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  const page = await fetch(base, { headers: { ...headers, cookie } });
  const token = /desk-token" content="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  return { ...headers, cookie, 'x-desk-token': token };
}
