/** What lies beside a text and is not named by it can be taken away from the page, and nothing else. */
import { access, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aText } from '../../../support/a-bureau.ts';
import { aDesk } from '../../../support/a-desk.ts';
import type { Answer, Desk } from '../../../support/a-desk.ts';

const ID = '20261101-a';
const FOLDER = `content/articles/2026/${ID}`;

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk({
    [`${FOLDER}/index.md`]: aText('2026-11-01', ['attachments: [附表.txt]'], '[甲](甲%20乙.txt)'),
    [`${FOLDER}/附表.txt`]: '表\n',
    [`${FOLDER}/甲 乙.txt`]: '甲\n',
  });
});
afterAll(() => desk.close());

const remove = (name: string): Promise<Answer> =>
  desk.ask('DELETE', `articles/${ID}/files/${encodeURIComponent(name)}`, {});
const isThere = (name: string): Promise<boolean> =>
  access(join(desk.folder, FOLDER, name)).then(
    () => true,
    () => false,
  );

it('what the text does not name goes, and the reminder of it with it', async () => {
  await writeFile(join(desk.folder, FOLDER, '旧图.txt'), '旧\n');
  const before = await desk.ask('GET', `articles/${ID}`);
  const words = before.json.issues.map(
    ({ message, fix }: { message: string; fix: string }) => message + fix,
  );
  expect(words).toEqual([
    '文件「旧图.txt」放在稿件旁边，稿件里却没有写到，读者看不到。要用的，在正文下面“图片和附件”里点“放进正文”；不用的，点“删除”。',
  ]);
  const after = await remove('旧图.txt');
  expect([after.status, after.json.issues, await isThere('旧图.txt')]).toEqual([200, [], false]);
  const names = after.json.files.map(({ name }: { name: string }) => name);
  expect(names.toSorted()).toEqual(['甲 乙.txt', '附表.txt']);
});

it.each(['附表.txt', '甲 乙.txt'])('%s, which the text names, stays', async (name) => {
  const { status, json } = await remove(name);
  expect([status, json.message, await isThere(name)]).toEqual([
    422,
    `稿件里用着「${name}」，没有删。`,
    true,
  ]);
});

it.each(['没有.txt', 'index.md', '../20261101-a/附表.txt', '..', '.'])(
  '%s is no file beside it',
  async (name) => {
    const text = await readFile(join(desk.folder, FOLDER, 'index.md'), 'utf8');
    expect((await remove(name)).status).toBeGreaterThanOrEqual(400);
    expect(await readFile(join(desk.folder, FOLDER, 'index.md'), 'utf8')).toBe(text);
    expect(await isThere('附表.txt')).toBe(true);
  },
);
