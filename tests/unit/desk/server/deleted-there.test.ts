/** What others deleted while it was written here is said, by whom and when, and goes back only by whoever knows of it. */
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { aText } from '../../../support/a-bureau.ts';
import type { Desk } from '../../../support/a-desk.ts';
import { aDeskWithRemote } from '../../../support/a-remote.ts';

const pathOf = (id: string): string => `content/articles/2026/${id}.md`;
const [ID, NEXT] = ['20261101-a', '20261102-b'];
const MINE = aText('2026-11-01', [], '改过、没有发布的正文。');
const FILES = {
  [pathOf(ID)]: aText('2026-11-01', [], '原来的正文。'),
  [pathOf(NEXT)]: aText('2026-11-02', ['draft: true']),
};
const SAID = /^何雨桐在 \d{4}-\d\d-\d\d \d\d:\d\d 在单位的代码仓库里删掉了这篇稿件/;

async function act(desk: Desk, id: string, way = 'publish', asked = {}) {
  const { etag } = (await desk.ask('GET', `articles/${id}`)).json;
  return desk.ask('POST', `articles/${id}/${way}`, asked, { 'if-match': etag });
}

async function aDeskWithDeletion() {
  const set = await aDeskWithRemote(FILES);
  onTestFinished(() => set.desk.close());
  for (const words of [
    ['rm', '-q', pathOf(ID)],
    ['commit', '-qm', '删掉'],
    ['push', '-q'],
  ])
    execFileSync('git', ['-C', set.other, ...words]);
  const namesThere = (): string =>
    execFileSync('git', ['-C', set.remote, 'ls-tree', '-r', '--name-only', 'main']).toString();
  return { ...set, namesThere, path: join(set.desk.folder, pathOf(ID)) };
}

it.each(['at once', 'after another was published'])('is said %s; the text stays', async (when) => {
  const { desk, remote, namesThere, path } = await aDeskWithDeletion();
  await writeFile(path, MINE);
  if (when !== 'at once') expect((await act(desk, NEXT)).status).toBe(200);
  const said = await act(desk, ID);
  expect([said.status, said.json.message]).toEqual([422, expect.stringMatching(SAID)]);
  expect(await readFile(path, 'utf8')).toBe(MINE);
  expect(namesThere()).not.toContain(pathOf(ID));
  if (when === 'at once') expect((await act(desk, NEXT)).status).toBe(200);
  expect(namesThere()).not.toContain(pathOf(ID));
  // As is said.
  expect((await act(desk, ID)).status).toBe(200);
  expect(await readFile(path, 'utf8')).toBe(MINE);
  const there = execFileSync('git', ['-C', remote, 'show', `main:${pathOf(ID)}`]).toString();
  expect(there).toBe(MINE);
  expect(desk.git('status', '--porcelain')).toBe('');
  expect(desk.git('for-each-ref', 'refs/desk/held')).toBe('');
});

it('a text that was not changed here is withdrawn only by whoever knows of it', async () => {
  const { desk, namesThere, path } = await aDeskWithDeletion();
  const note = { note: '内容有误。' };
  const said = await act(desk, ID, 'withdraw', note);
  expect([said.status, said.json.message]).toEqual([422, expect.stringMatching(SAID)]);
  expect(await readFile(path, 'utf8')).toBe(FILES[pathOf(ID)]);
  expect(namesThere()).not.toContain(pathOf(ID));
  expect((await act(desk, ID, 'correct', note)).status).toBe(200);
  expect(namesThere()).toContain(pathOf(ID));
});
