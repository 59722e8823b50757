/** The commands that change what was published, as they are typed: what they say, what they change, and their exit codes. */
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { aBureau, aText } from '../../support/a-bureau.ts';

const PROJECT = join(import.meta.dirname, '../../..');
const A = 'content/articles/2026/20261101-a.md';
const FILES = {
  'content/columns.yaml': '- { slug: tz, name: 通知公告 }\n- { slug: xw, name: 新闻 }\n',
  [A]: aText('2026-11-01'),
};

function typed(folder: string, command: string, words: readonly string[]) {
  const places = ['--content', join(folder, 'content'), '--public', join(folder, 'public')];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(PROJECT, `scripts/${command}.ts`), ...words, ...places, '--now', '2026-11-25 09:00'],
    { cwd: PROJECT, encoding: 'utf8', input: '' },
  );
  return { code: status, said: stderr + stdout };
}

it.each([
  ['move', [], '要写稿件的名称。'],
  ['move', ['20261101-a'], '要写移到哪个栏目：--to 栏目。'],
  ['rename', ['20261101-a'], '要写两个名称：原来的和改成的。'],
  ['rename-column', ['tz'], '要写原来的栏目和新的地址。'],
  ['withdraw', ['20261101-a'], '要写原因：--reason "原因"。'],
  ['correct', ['20261101-a'], '要写更正说明：--note "说明"。'],
  ['addresses', ['tz'], '命令写得不对：多了「tz」。'],
])('%s %j is wrong use, and the usage is shown', async (command, words, said) => {
  const { folder } = await aBureau(FILES);
  const answer = typed(folder, command, words);
  expect(answer.code).toBe(2);
  expect(answer.said).toContain(said);
  expect(answer.said).toContain(`npm run ${command}`);
});

it('one after another they say what they changed, and nothing with --dry-run', async () => {
  const { folder } = await aBureau(FILES);
  const move = ['20261101-a', '--to', '新闻'];
  const lines = [
    `  ${A}：栏目 通知公告 → 新闻`,
    '  content/addresses.tsv：记下 1 个地址',
    '地址：/tz/202611/20261101-a/ → /xw/202611/20261101-a/（原来的自动转到现在的）',
  ];
  expect(typed(folder, 'move', [...move, '--dry-run'])).toEqual({
    code: 0,
    said: ['没有改动（--dry-run），会改的是：', ...lines, ''].join('\n'),
  });
  expect(await readFile(join(folder, A), 'utf8')).toBe(FILES[A]);
  expect(typed(folder, 'move', move)).toEqual({
    code: 0,
    said: ['已改：', ...lines, '改完运行 npm run check。', ''].join('\n'),
  });
  expect(await readFile(join(folder, 'content/addresses.tsv'), 'utf8')).toMatch(
    /^\/tz\/202611\/20261101-a\/\t20261101-a\t[\w-]{8}\n$/,
  );
  expect(typed(folder, 'addresses', []).said).toBe(
    'content/addresses.tsv：新增 5 个地址，一共 6 个。\n',
  );
  expect(typed(folder, 'rename-column', ['xw', 'news']).said).toContain(
    '  /xw/202611/20261101-a/ → /news/202611/20261101-a/（原来的自动转到现在的）\n',
  );
  expect(typed(folder, 'correct', ['20261101-a', '--note', '甲应为乙。']).said).toContain(
    `${A}：更正 2026-11-25 甲应为乙。`,
  );
  expect(typed(folder, 'withdraw', ['20261101-a', '--reason', '有误']).said).toBe(
    `已改：
  ${A}：2026-11-25 撤下，原因：有误
  content/addresses.tsv：记下 1 个地址
地址：/news/202611/20261101-a/：留下说明，不再打开
再发布一次（npm run publish，或者提交后推送），网站上才撤下。以前的版本和 git 里还有原文：不要退回到撤下以前的版本。
改完运行 npm run check。
`,
  );
  expect(typed(folder, 'check', []).code).toBe(0);
  expect(typed(folder, 'withdraw', ['20261101-a', '--reason', '有误'])).toEqual({
    code: 2,
    said: '稿件「20261101-a」2026-11-25 已经撤下。\n',
  });
});

it('addresses mends a conflict, and stops at what it cannot read', async () => {
  const { folder, write } = await aBureau(FILES);
  const ledger = join(folder, 'content/addresses.tsv');
  await write({ 'content/addresses.tsv': '<<<<<<< HEAD\n/tz/\tcolumn:tz\n=======\n>>>>>>> b\n' });
  expect(typed(folder, 'check', []).code).toBe(1);
  expect(typed(folder, 'addresses', []).code).toBe(0);
  expect(typed(folder, 'check', []).code).toBe(0);
  await write({ 'content/addresses.tsv': '甲\n' });
  const { code, said } = typed(folder, 'addresses', []);
  expect(code).toBe(1);
  expect(said).toContain('content/addresses.tsv:1\n  读不懂这一行：「甲」。');
  expect(await readFile(ledger, 'utf8')).toBe('甲\n');
});
