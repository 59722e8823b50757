/** The options of `npm run check`: what is shown, in what form, and how it ends. */
import { spawnSync } from 'node:child_process';
import { expect, it, test } from 'vitest';
import { ALL_RULES } from '../../../src/build/rule-registry.ts';
import { aBureau, aText } from '../../support/a-bureau.ts';
import { runCheck } from '../../support/run-check.ts';
import type { Ended } from '../../support/run-check.ts';

async function check(files: Readonly<Record<string, string>>, ...words: string[]): Promise<Ended> {
  const { folder } = await aBureau(files);
  return runCheck(folder, ...words);
}

const ARTICLE = 'content/articles/2026/20261101-a.md';
const WARNS = { [ARTICLE]: aText('2026-11-01', [], '测试\n\n各单位要：*高度重视*。') };
const STOPS = {
  ...WARNS,
  'content/articles/2026/20261102-b.md': aText('2026-11-02', [], '见 <b>甲</b>。'),
};
const DRAFT = {
  'content/articles/2026/20261102-b.md': aText('2026-11-02', ['draft: true'], '见 <b>甲</b>。'),
};
const REPEATED = [
  `${ARTICLE}:8`,
  '  （提醒）正文第一行「测试」和标题一样，网页上会显示两次。',
  '  → 删掉正文里的这一行：网页会自己显示标题。',
  '',
];

it('ends with 1 where something stops, with 0 where it is only told', async () => {
  expect((await check(STOPS)).code).toBe(1);
  const { code, out } = await check(WARNS);
  expect(code).toBe(0);
  expect(out.split('\n').slice(-2)).toEqual(['共 2 条提醒；1 篇稿件可以发布。', '']);
  expect((await check(DRAFT)).code).toBe(0);
});

test('--level shows what weighs as much or more, and counts the rest', async () => {
  const { code, out } = await check(STOPS, '--level', 'stop');
  expect(code).toBe(1);
  expect(out).not.toContain('（提醒）');
  expect(out.split('\n').at(-2)).toBe(
    '共 1 个问题。没有列出的：2 条提醒。其中一部分可以自动改好：npm run check -- --fix',
  );
  const { out: told } = await check(DRAFT, '--level', 'warn');
  expect(told.split('\n').at(-2)).toBe(
    '没有问题：0 篇稿件可以发布。没有列出的：草稿里有 1 个问题。',
  );
});

test('--rule shows a rule or a family, and ends by what it shows', async () => {
  const { code, out } = await check(STOPS, '--rule', 'article');
  expect(code).toBe(0);
  expect(out.split('\n')).toEqual([
    ...REPEATED,
    '共 1 条提醒。没有列出的：1 个问题，另有 1 条提醒。',
    '',
  ]);
  const both = await check(STOPS, '--rule', 'markdown/html', '--rule', 'link');
  expect(both.code).toBe(1);
  expect(both.out).toContain('共 1 个问题。没有列出的：2 条提醒。');
  expect((await check(STOPS, '--rule', 'link')).out).toBe(
    '要查的里面没有问题。没有列出的：1 个问题，另有 2 条提醒。\n',
  );
});

test('--changed shows what is wrong in changed files, and ends by it', async () => {
  const { folder, write } = await aBureau(STOPS);
  const git = (...words: string[]) =>
    spawnSync('git', ['-c', 'user.name=甲', '-c', 'user.email=a@example.cn', ...words], {
      cwd: folder,
    });
  git('init');
  git('add', '.');
  git('-c', 'commit.gpgsign=false', 'commit', '-m', '甲');
  const rest = '没有列出的：1 个问题，另有 2 条提醒。';
  expect(runCheck(folder, '--changed')).toEqual({
    code: 0,
    out: `没有改动过的文件。\n要查的里面没有问题。${rest}\n`,
    error: '',
  });
  await write({ [ARTICLE]: `${WARNS[ARTICLE]}\n[甲](/gone/)\n` });
  const { code, out } = runCheck(folder, '--changed', '--level', 'stop');
  expect(code).toBe(1);
  expect(out.split('\n').slice(0, 2)).toEqual([
    `${ARTICLE}:12`,
    '  链接「/gone/」不是本站的页面。',
  ]);
});

test('--format json prints nothing else', async () => {
  const { code, out, error } = await check(STOPS, '--format', 'json', '--level', 'stop');
  expect([code, error]).toEqual([1, '']);
  expect(JSON.parse(out)).toMatchObject([{ rule: 'markdown/html', level: 'stop', line: 8 }]);
  expect(await check({}, '--format', 'json')).toEqual({ code: 0, out: '[]\n', error: '' });
});

test('--format github prints commands, and the text below them', async () => {
  const { code, out } = await check(WARNS, '--format', 'github', '--rule', 'article');
  expect(code).toBe(0);
  expect(out.split('\n').slice(0, 5)).toEqual([
    `::warning file=${ARTICLE},line=8,title=正文里的标题::正文第一行「测试」和标题一样，网页上会显示两次。%0A→ 删掉正文里的这一行：网页会自己显示标题。`,
    ...REPEATED,
  ]);
});

test('--format gitlab prints a report, and the text for people beside it', async () => {
  const { code, out, error } = await check(STOPS, '--format', 'gitlab', '--level', 'stop');
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject([{ check_name: 'markdown/html', severity: 'blocker' }]);
  expect(error).toContain('共 1 个问题。没有列出的：2 条提醒。');
});

test('--rules lists all rules with level and basis, or those that are asked for', async () => {
  const { code, out } = await check({}, '--rules');
  expect([code, out.split('\n').at(-2)]).toEqual([0, `共 ${ALL_RULES.length} 条规则。`]);
  expect((await check({}, '--rules', '--rule', 'home')).out).toBe(
    'home/column（必须改）首页的栏目\n  首页上不能有不存在的栏目。\n共 1 条规则。\n',
  );
});

it.each([
  [['--level', 'error'], '「--level error」不对，可以写：stop、warn、info。'],
  [['--format', 'xml'], '「--format xml」不对，可以写：text、json、github、gitlab。'],
  [['--rule', 'tabel'], '没有「tabel」这条规则。是不是「table」？'],
  [['--rule', '标题'], '没有「标题」这条规则。全部规则：npm run check -- --rules'],
  [['--fix', '--format', 'json'], '「--fix」会逐条说明改了哪里，不能和「--format」一起用。'],
  [['--changed'], '--changed 要用 git：这个文件夹不在 git 里，或者这台电脑没有装 git。'],
])('%j is wrong use', async (words, message) => {
  expect(await check({}, ...words)).toEqual({ code: 2, out: '', error: `${message}\n` });
});
