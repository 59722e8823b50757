/** What others pushed comes here, and no file that is not committed is touched: no marks of a conflict, no stash, nothing staged. */
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { aText } from '../../../support/a-bureau.ts';
import type { Desk } from '../../../support/a-desk.ts';
import { writeFiles } from '../../../support/a-folder.ts';
import { aDeskWithRemote, othersPush } from '../../../support/a-remote.ts';

const pathOf = (id: string): string => `content/articles/2026/${id}.md`;
const [OWN, COLLEAGUES] = ['20261101-a', '20261102-b'];
const REDIRECTS = 'content/redirects.yaml';
const REDIRECTED = [...'一二三四五六七八九'].map((word) => `# ${word}\n`).join('');

const FILES = {
  [pathOf(OWN)]: aText('2026-11-01', ['draft: true']),
  [pathOf(COLLEAGUES)]: aText('2026-11-02', [], '原来的正文。'),
  [REDIRECTS]: REDIRECTED,
};

async function publish(desk: Desk, id: string) {
  const { etag } = (await desk.ask('GET', `articles/${id}`)).json;
  return desk.ask('POST', `articles/${id}/publish`, {}, { 'if-match': etag });
}

const at = (folder: string, path: string): Promise<string> => readFile(join(folder, path), 'utf8');
const inRemote = (remote: string, path: string): string =>
  execFileSync('git', ['-C', remote, 'show', `main:${path}`], { encoding: 'utf8' });

/** Nothing is in between. */
function expectNoTraces(desk: Desk): void {
  expect(desk.git('stash', 'list')).toBe('');
  expect(desk.git('diff', '--name-only', '--cached')).toBe('');
  expect(desk.git('ls-files', '--unmerged')).toBe('');
  expect(desk.git('worktree', 'list').split('\n')).toHaveLength(1);
}

it("a colleague's unpublished change of what others changed stays as it is, and is shown beside theirs in its turn", async () => {
  const { desk, remote, other } = await aDeskWithRemote(FILES);
  const mine = aText('2026-11-02', [], '同事还没有发布的正文。');
  await writeFile(join(desk.folder, pathOf(COLLEAGUES)), mine);
  await othersPush(other, pathOf(COLLEAGUES), aText('2026-11-02', [], '别人的正文。'));
  await othersPush(other, pathOf('20261103-c'), aText('2026-11-03'));
  expect((await publish(desk, OWN)).status).toBe(200);
  expect(inRemote(remote, pathOf(OWN))).not.toContain('draft');
  expect(inRemote(remote, pathOf(COLLEAGUES))).toContain('别人的正文。');
  expect(await at(desk.folder, pathOf(COLLEAGUES))).toBe(mine);
  expect(await at(desk.folder, pathOf('20261103-c'))).toContain('2026-11-03');
  expect(desk.git('rev-parse', 'HEAD')).toBe(desk.git('rev-parse', 'origin/main'));
  expectNoTraces(desk);
  const shown = await publish(desk, COLLEAGUES);
  expect([shown.status, shown.json.current.body]).toEqual([409, '别人的正文。\n']);
  expectNoTraces(desk);
  const { etag, fields } = shown.json.current;
  const body = '同事还没有发布的正文。\n';
  const headers = { 'if-match': etag };
  await desk.ask('PUT', `articles/${COLLEAGUES}`, { fields, body }, headers);
  expect((await publish(desk, COLLEAGUES)).status).toBe(200);
  expect(inRemote(remote, pathOf(COLLEAGUES))).toContain(body);
  await desk.close();
});

it("what others changed is not undone by a correction of a colleague's text that was held back", async () => {
  const { desk, remote, other } = await aDeskWithRemote(FILES);
  await writeFile(join(desk.folder, pathOf(COLLEAGUES)), aText('2026-11-02', [], '没有发布。'));
  await othersPush(other, pathOf(COLLEAGUES), aText('2026-11-02', [], '别人的正文。'));
  expect((await publish(desk, OWN)).status).toBe(200);
  const { etag } = (await desk.ask('GET', `articles/${COLLEAGUES}`)).json;
  const way = `articles/${COLLEAGUES}/correct`;
  const corrected = await desk.ask('POST', way, { note: '日期有误。' }, { 'if-match': etag });
  expect([corrected.status, corrected.json.current.body]).toEqual([409, '别人的正文。\n']);
  expect(inRemote(remote, pathOf(COLLEAGUES))).toContain('别人的正文。');
  await desk.close();
});

it('a file that others add where one lies that nobody committed stays as it is', async () => {
  const { desk, remote, other } = await aDeskWithRemote(FILES);
  const id = '20261104-d';
  const mine = aText('2026-11-04', ['draft: true'], '这里写的。');
  await writeFile(join(desk.folder, pathOf(id)), mine);
  await othersPush(other, pathOf(id), aText('2026-11-04', [], '那里写的。'));
  expect((await publish(desk, OWN)).status).toBe(200);
  expect(await at(desk.folder, pathOf(id))).toBe(mine);
  expectNoTraces(desk);
  const shown = await publish(desk, id);
  expect([shown.status, shown.json.current.body]).toEqual([409, '那里写的。\n']);
  expect(inRemote(remote, pathOf(id))).toContain('那里写的。');
  await desk.close();
});

it('a list changed here and there: what is published arrives, the folder waits until it is committed', async () => {
  const { desk, remote, other } = await aDeskWithRemote(FILES);
  const mine = REDIRECTED.replace('一', '这里改的');
  const theirs = REDIRECTED.replace('九', '别人改的');
  await writeFiles(desk.folder, { [REDIRECTS]: mine });
  await othersPush(other, REDIRECTS, theirs);
  const { status, json } = await publish(desk, OWN);
  expect([status, json.done.at(-1)]).toEqual([200, expect.stringContaining(REDIRECTS)]);
  expect(inRemote(remote, pathOf(OWN))).not.toContain('draft');
  expect(inRemote(remote, REDIRECTS)).toBe(theirs);
  expect(await at(desk.folder, REDIRECTS)).toBe(mine);
  expectNoTraces(desk);
  // Another is published as well while it waits.
  await writeFiles(desk.folder, { [pathOf('20261105-e')]: aText('2026-11-05', ['draft: true']) });
  expect((await publish(desk, '20261105-e')).status).toBe(200);
  expect(inRemote(remote, pathOf('20261105-e'))).not.toContain('draft');
  // An article that others changed cannot come here, which is said.
  await othersPush(other, pathOf(COLLEAGUES), aText('2026-11-02', [], '别人的正文。'));
  const refused = await publish(desk, COLLEAGUES);
  expect([refused.status, refused.json.message]).toEqual([422, expect.stringContaining(REDIRECTS)]);
  expect(await at(desk.folder, pathOf(COLLEAGUES))).toContain('原来的正文。');
  // What is said helps.
  const [, words, path = ''] = /git commit -m "(.+?)" -- "(.+?)"/.exec(refused.json.fix) ?? [];
  desk.git('commit', '-qm', words ?? '', '--', path);
  expect((await publish(desk, COLLEAGUES)).status).toBe(409);
  expect(await at(desk.folder, REDIRECTS)).toBe(theirs.replace('一', '这里改的'));
  expectNoTraces(desk);
  await desk.close();
});
