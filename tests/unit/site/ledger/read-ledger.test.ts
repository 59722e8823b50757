/** What is wrong with the ledger as a file: all at once, with line and remedy; every line in order is read all the same. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readLedger } from '../../../../src/site/ledger/read-ledger.ts';
import { aFolder } from '../../../support/a-folder.ts';
import { printedIssue } from '../../../support/address-sources.ts';

async function read(text: string) {
  const path = join(await aFolder(), 'addresses.tsv');
  await writeFile(path, text);
  const lines: string[] = [];
  const issues = readLedger(path, 'content/addresses.tsv', ({ address, owner, mark }, number) =>
    lines.push(`${number} ${address} ${owner} ${mark}`),
  );
  return { lines, told: issues.map((issue) => printedIssue(issue)) };
}

const TIDY = '运行 npm run addresses，会自动整理好。';

it('reads lines of two or three fields, and passes over empty ones', async () => {
  const text =
    '/a/\tcolumn:a\tAbc_-123\n\n/a/202611/20261101-b/\t20261101-b\n/a/202611/20261101-b/附件 1.docx\t20261101-b';
  expect(await read(text)).toEqual({
    lines: [
      '1 /a/ column:a Abc_-123',
      '3 /a/202611/20261101-b/ 20261101-b ',
      '4 /a/202611/20261101-b/附件 1.docx 20261101-b ',
    ],
    told: [],
  });
});

it('has no lines where there is no file, and none in an empty one', async () => {
  expect(readLedger('/nowhere/addresses.tsv', 'content/addresses.tsv', () => {})).toEqual([]);
  expect(await read('')).toEqual({ lines: [], told: [] });
});

it('tells everything that is wrong at once, and goes on', async () => {
  const text = [
    '\uFEFF/a/\tcolumn:a',
    '/b/\tcolumn:b\r',
    '<<<<<<< HEAD',
    '/c/\tcolumn:c\r',
    '=======',
    '/d/\tcolumn:d',
    '>>>>>>> other',
    '/e/ column:e',
    'e/\tcolumn:e',
    '/e/\t甲',
    '//e/\tfile',
    '/a/\tcolumn:a',
    '/b/\tcolumn:x',
    '',
  ].join('\n');
  const { lines, told } = await read(text);
  expect(lines.map((line) => line.split(' ')[1])).toEqual([
    '/a/',
    '/b/',
    '/c/',
    '/d/',
    '/a/',
    '/b/',
  ]);
  const unread =
    '一行是：地址、制表符、稿件编号。从 git 的历史里恢复这一行；不是网站的地址就删掉。';
  const at = 'content/addresses.tsv';
  expect(told).toEqual([
    [`${at}:8`, '读不懂这一行：「/e/ column:e」。', unread],
    [`${at}:9`, '读不懂这一行：「e/\tcolumn:e」。', unread],
    [`${at}:10`, '读不懂这一行：「/e/\t甲」。', unread],
    [`${at}:11`, '读不懂这一行：「//e/\tfile」。', unread],
    [`${at}:3`, 'git 合并留下的记号「<<<<<<< HEAD」还在。', `两边的行都要留。${TIDY}`],
    ['warn', `${at}:1`, '文件开头有看不见的标记（BOM）。', TIDY],
    ['warn', `${at}:2`, '从这一行起有 2 行的换行是 Windows 的格式。', TIDY],
    ['warn', `${at}:12`, '地址「/a/」在第 1 行已经有了。', TIDY],
    [
      `${at}:13`,
      '地址「/b/」在第 2 行已经有了，是「column:b」的，这一行写的是「column:x」。',
      '两行删掉一行：留下这个地址最早的主人。',
    ],
  ]);
});

it('tells twenty lines of a file that is something else, and how many there are', async () => {
  const { lines, told } = await read('甲\n'.repeat(1000));
  expect(lines).toEqual([]);
  expect(told).toHaveLength(21);
  expect(told.at(-1)?.[1]).toBe('读不懂的行一共有 1000 行，上面只列出 20 行。');
});

it('holds no line that never ends, and reads what stands behind it', async () => {
  const { lines, told } = await read(`/${'a'.repeat(3_000_000)}\n/b/\tcolumn:b\n`);
  expect(lines).toEqual(['2 /b/ column:b ']);
  expect(told).toHaveLength(1);
});
