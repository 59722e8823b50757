/** What an operator is told before and after a publication and a rollback. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readersSite } from '../unit/publish/release/a-target.ts';
import { copiedBureau, runCommand } from './support/publishing.ts';
import type { Ended } from './support/publishing.ts';

const canMount = process.platform === 'linux' && process.getuid?.() === 0;
let folder = '';
let text = '';
const ID = '20260514-flood-season';
const article = (): string => join(folder, `content/articles/2026/${ID}.md`);
const site = (): string => join(folder, 'www');
const command = (script: string, ...args: string[]): Promise<Ended> =>
  runCommand(folder, script, args);

beforeAll(async () => {
  folder = await copiedBureau();
  text = await readFile(article(), 'utf8');
});
afterAll(() => rm(folder, { recursive: true }));

test('what would be done on a new place is told by numbers, and written into a file where it is asked for', async () => {
  const list = join(folder, '清单.txt');
  const { code, text: said } = await command(
    'publish',
    '--to',
    site(),
    '--dry-run',
    '--list',
    list,
  );
  expect(code, said).toBe(0);
  const told = said.slice(said.indexOf('会更新')).split('\n').slice(0, 13);
  expect(told[0]).toMatch(/^会更新 \d+ 个文件：搜索 \d+，图片 \d+，样式和脚本 \d+，网页 \d+，/);
  expect(told.slice(1, 11).every((line) => line.startsWith('  https://'))).toBe(true);
  expect(told[11]).toMatch(/^ {2}……共 \d+ 个网页$/);
  const counts = [...(told[0] ?? '').matchAll(/\d+/g)].map(Number);
  const [all = 0, ...kinds] = counts;
  expect(kinds.reduce((sum, count) => sum + count, 0)).toBe(all);
  expect(told[12]).toBe(
    `只是看看，没有发布到 ${site()}：12 篇稿件，会更新 ${all} 个文件，删除 0 个。`,
  );
  const lines = (await readFile(list, 'utf8')).trimEnd().split('\n');
  expect(lines).toHaveLength(all);
  expect(lines).toContain('更新\tindex.html');
  expect(existsSync(site())).toBe(false);
});

test('going back over a withdrawal or a correction names them, and goes where it is told so', async () => {
  await command('publish', '--to', site());
  const withdrawn = 'withdrawn: { date: 2026-11-26, reason: 内容有误，正在核实 }';
  await writeFile(article(), text.replace('---\n', `---\n${withdrawn}\n`));
  const other = join(folder, 'content/articles/2025/20250708-rainstorm-report/index.mdx');
  const before = await readFile(other, 'utf8');
  const note = 'corrections: [{ date: 2026-11-26, note: 原文误为三日，应为四日。 }]';
  await writeFile(other, before.replace('---\n', `---\n${note}\n`));
  const second = await command('publish', '--to', site());
  expect(second.text).toContain('已发布第 2 版');
  const there = readersSite(site());

  const refused = await command('rollback', '--to', site());
  expect(refused.code, refused.text).toBe(1);
  expect(refused.text).toMatch(
    /没有退回到第 1 版，网站没有改动。\n那一版以后撤下的稿件，退回去会重新公开：\n {2}https:\S+\/20260514-flood-season\/\n那一版以后更正过的稿件，退回去又是错的：\n {2}https:\S+\/20250708-rainstorm-report\/\n请退回到/,
  );
  expect(readersSite(site())).toEqual(there);

  const look = await command('rollback', '--to', site(), '--republish-withdrawn', '--dry-run');
  expect(look.text).toMatch(
    /会更新 \d+ 个文件：.*\n( {2}https.*\n)+.*只是看看，没有退回到第 1 版/s,
  );
  expect(readersSite(site())).toEqual(there);
  const back = await command('rollback', '--to', site(), '--republish-withdrawn');
  expect(back.text).toContain(`${site()} 现在是第 3 版`);

  // From somebody's older texts it would be public, and nobody would know.
  await command('rollback', '--to', site());
  await writeFile(article(), text);
  await writeFile(other, before);
  const asBefore = readersSite(site());
  const older = await command('publish', '--to', site());
  expect(older.code, older.text).toBe(1);
  expect(older.text).toMatch(
    /没有发布，网站没有改动：这里的稿件比网站上的旧。\n网站上已经撤下的稿件，发布会重新公开：\n {2}https:\S+\/20260514-flood-season\/\n请先取来最新的稿件/,
  );
  expect(readersSite(site())).toEqual(asBefore);
  for (const [args, what] of [
    [['--dry-run', '--republish-withdrawn'], '会重新公开'],
    [['--republish-withdrawn'], '重新公开了'],
    [['--full'], undefined],
  ] as const) {
    const { text: said } = await command('publish', '--to', site(), ...args);
    const named = /(会重新公开|重新公开了)（.*）：\n {2}https:\S+\/20260514-flood-season\/\n/.exec(
      said,
    );
    expect(named?.[1], said).toBe(what);
  }

  const list = await command('releases', '--to', site());
  expect(list.text).toContain('现在是第');
});

test('a release says of which commit it is, and where texts were not committed', async () => {
  const git = (...words: string[]): string =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@b', ...words], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
  const place = join(folder, 'committed');
  await writeFile(join(folder, '.gitignore'), 'www*\ncommitted*\n*.txt\n');
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', '稿件');
  await command('publish', '--to', place);
  const first = git('rev-parse', 'HEAD').slice(0, 8);
  expect((await command('releases', '--to', place)).text).toContain(`，提交 ${first}，`);
  git('add', '.');
  git('commit', '-qm', '地址', '--allow-empty');
  await writeFile(article(), `${text}\n没有提交的一段。\n`);
  await command('publish', '--to', place);
  const { text: said } = await command('releases', '--to', place);
  const [now = '', old = ''] = said.split('\n');
  expect(now).toContain('，未提交的改动，');
  expect(now).not.toContain('提交 ');
  expect(old).toContain(`，提交 ${first}，`);
  const root = await readFile(join(place, '_release/root.json'), 'utf8');
  expect(root).not.toContain(git('rev-parse', 'HEAD').trim());

  // Withdrawn by texts that were not committed: those of somebody who never saw it are not newer for having been committed later.
  const withdrawn = 'withdrawn: { date: 2026-11-26, reason: 内容有误，正在核实 }';
  await writeFile(article(), text.replace('---\n', `---\n${withdrawn}\n`));
  await command('publish', '--to', place);
  await writeFile(article(), text);
  git('commit', '-qm', '别人的', '--allow-empty');
  const refused = await command('publish', '--to', place);
  expect(refused.code, refused.text).toBe(1);
  expect(refused.text).toMatch(
    /没有发布，网站没有改动：网站现在的版本，发布的时候改动还没有提交.*\n网站上已经撤下的稿件，发布会重新公开：\n {2}https:\S+\/20260514-flood-season\/\n请在上次发布的那台电脑上提交/,
  );
});

test.runIf(canMount)('a disk without room is called so before anything is written', async () => {
  const disk = join(folder, 'www-disk');
  await mkdir(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=200k', 'tmpfs', disk]);
  try {
    const { code, text: said } = await command('publish', '--to', join(disk, 'www'));
    expect(code).toBe(3);
    expect(said).toMatch(/磁盘还剩 0\.\d MB，这次要多占 \d\.\d MB，放不下，没有动手。至少再腾出/);
    expect(await readdir(disk)).toEqual([]);
  } finally {
    execFileSync('umount', [disk]);
  }
});
