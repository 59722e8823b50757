/** npm run people as it is typed, and what npm run desk refuses of an office. */
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isPassword } from '../../../../src/desk/people/passwords.ts';
import { readPeople, writePeople } from '../../../../src/desk/people/people-file.ts';
import { SETTINGS } from '../../../support/a-bureau.ts';
import { keptForTests, PASSWORD } from '../../../support/an-office.ts';
import { writeFiles } from '../../../support/a-folder.ts';

const PROJECT = resolve(import.meta.dirname, '../../../..');
let folder = '';
let people = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'people-'));
  await writeFiles(folder, { ...SETTINGS, 'public/a.txt': '甲' });
  people = join(folder, 'people.yaml');
  await writePeople(people, [
    { name: '何雨桐', roles: ['编辑'], password: keptForTests(PASSWORD) },
  ]);
});
afterAll(() => rm(folder, { recursive: true }));

function run(script: string, words: readonly string[], input = ''): { code: number; said: string } {
  const site = ['--content', join(folder, 'content'), '--public', join(folder, 'public')];
  const ended = spawnSync(
    process.execPath,
    [join(PROJECT, `scripts/${script}.ts`), ...words, ...site],
    { input, encoding: 'utf8' },
  );
  return { code: ended.status ?? -1, said: (ended.stdout + ended.stderr).trim() };
}
const typed = (words: readonly string[], input = '') =>
  run('people', [...words, '--people', people], input);

it('adds, lists, changes and takes away; the file holds no password and is its owner’s alone', async () => {
  const own = join(folder, 'own.yaml');
  const mine = (words: readonly string[], input = '') =>
    run('people', [...words, '--people', own], input);
  expect(mine(['list']).said).toBe('还没有人员。加一位：npm run people -- add 张三 --roles 编辑');
  const added = mine(['add', '何雨桐', '--roles', '编辑,一审'], '一句很好记的长长的话\n');
  expect(added).toEqual({ code: 0, said: '何雨桐已经加上：编辑、一审。' });
  expect(readFileSync(own, 'utf8')).not.toContain('好记');
  expect(statSync(own).mode & 0o777).toBe(0o600);
  const kept = async () => (await readPeople(own)).people[0]?.password;
  expect(await isPassword('一句很好记的长长的话', await kept())).toBe(true);
  expect(await isPassword('一句很好记的长长的语', await kept())).toBe(false);
  expect(await isPassword('一句很好记的长长的话', undefined)).toBe(false);
  expect(mine(['add', '何雨桐', '--roles', '编辑']).said).toBe('何雨桐的权限改成：编辑。');
  expect(mine(['password', '何雨桐'], '第三句很好记的长长的话\n').code).toBe(0);
  expect(await isPassword('第三句很好记的长长的话', await kept())).toBe(true);
  expect(mine(['list']).said).toBe('何雨桐  编辑');
  expect(mine(['remove', '何雨桐']).code).toBe(0);
}, 60_000);

it.each<[string[], string, string]>([
  [
    ['add', '马小川', '--roles', '编辑'],
    '短',
    '密码只有 1 个字符，至少要 10 个。可以用一句好记的话。',
  ],
  [['add', '马小川', '--roles', '编辑'], '马小川马小川马小川马小川', '这个密码太好猜，请换一个。'],
  [['add', '马小川', '--roles', '编辑'], '', '没有收到密码。'],
  [['remove', '何雨同'], '', '没有叫「何雨同」的人员。是不是「何雨桐」？'],
  // Kept, it would be refused by whoever reads the file: nobody could sign in any more.
  [
    ['add', '阿依古丽·买买提江（机关事务管理局办公室综合科）', '--roles', '编辑'],
    '',
    '名字有 24 个字，超过 20 个字。',
  ],
  [
    ['add', '马小川', '--roles', '编缉'],
    '',
    '没有「编缉」这个权限。是不是「编辑」？可以写的：编辑、一审、二审、三审、签发。要用别的名称审稿，先写进 content/review.yaml。',
  ],
])('%j is refused', (words, input, said) => {
  const before = readFileSync(people, 'utf8');
  expect(typed(words, input)).toEqual({ code: 2, said });
  expect(readFileSync(people, 'utf8')).toBe(before);
});

it('keeps nobody in what is published', () => {
  const inside = run('people', ['list', '--people', join(folder, 'content/people.yaml')]);
  expect(inside.code).toBe(2);
  expect(inside.said).toMatch(/^人员文件不能放在 content 和 public 里：里面有密码。/);
});

it.each<[string[], string]>([
  [['--host', '0.0.0.0'], '别的电脑也能打开的写稿台，要有人员文件：加上「--people people.yaml」。'],
  [
    ['--people', 'PEOPLE', '--host', '0.0.0.0', '--name', 'a.example'],
    '别的电脑用 http 打开，密码会在网上明着传。',
  ],
  [
    ['--people', 'PEOPLE', '--host', '0.0.0.0', '--behind-proxy'],
    '「--behind-proxy」时不写 --host',
  ],
  [['--people', 'PEOPLE', '--cert', 'a.pem'], '「--cert」和「--key」要一起写。'],
  [
    ['--people', 'PEOPLE', '--preview-port', 'x'],
    '「--preview-port」后面要写 1 到 65535 之间的数，写的是「x」。',
  ],
  [['--people', '/nowhere/people.yaml'], '没有人员文件「/nowhere/people.yaml」。'],
])('the desk with %j does not begin', (words, said) => {
  const ended = run(
    'desk',
    words.map((word) => (word === 'PEOPLE' ? people : word)),
  );
  expect(ended.code).toBe(2);
  expect(ended.said.split('\n')[0]).toContain(said);
});
