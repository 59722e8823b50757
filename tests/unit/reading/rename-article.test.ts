import { relative } from 'node:path';
import { expect, it } from 'vitest';
import { planRename } from '../../../src/reading/rename-article.ts';
import { writeTogether } from '../../../src/system/write-together.ts';
import { aFolder, everythingIn } from '../../support/a-folder.ts';

const FILES = {
  '2026/20261101-a/index.md': '甲',
  '2026/20261101-a/1.jpg': '',
  '2026/20261102-b.md': '乙',
  '2026/2026-11-04-d.md': '丁',
};

it.each([
  ['20261101-a', '20261103-a', '2026/20261101-a', '2026/20261103-a'],
  ['content/articles/2026/20261101-a/index.md', '20270101-a', '2026/20261101-a', '2027/20270101-a'],
  [String.raw`articles\2026\20261101-a`, '20261103-a', '2026/20261101-a', '2026/20261103-a'],
  ['「20261101-a」', ' "20261103-a" ', '2026/20261101-a', '2026/20261103-a'],
  ['20261102-b', '20261103-b', '2026/20261102-b.md', '2026/20261103-b.md'],
  ['20261102-b.md', '20261103-b.md', '2026/20261102-b.md', '2026/20261103-b.md'],
  ['2026-11-04-d', '20261104-d', '2026/2026-11-04-d.md', '2026/20261104-d.md'],
])('%s becomes %s, with what lies beside it', async (from, to, source, target) => {
  const folder = await aFolder(FILES);
  const plan = await planRename(folder, (path) => relative(folder, path), from, to);
  if ('problem' in plan) throw new Error(plan.problem);
  expect(plan.told).toEqual({ from: source, to: target });
  await writeTogether([plan.files]);
  const there = await everythingIn(folder);
  expect(there.filter((path) => path.startsWith(source))).toEqual([]);
  expect(there.some((path) => path.startsWith(target))).toBe(true);
});

it.each([
  ['20261101-c', '20261103-c', '没有叫「20261101-c」的稿件。是不是「20261101-a」？'],
  ['20261101-a', '20261102-b', '名称「20261102-b」已经有稿件在用：2026/20261102-b.md。没有改动。'],
  [
    '20261101-a',
    '春季',
    '「春季」不能作名称：写成“8 位日期-短名”，短名只用小写字母、数字和连字符，例如 20261101-chun-ji。',
  ],
  [
    '20261101-a',
    '２０２６１１０３－ｂ',
    '「２０２６１１０３－ｂ」不能作名称：写成“8 位日期-短名”，短名只用小写字母、数字和连字符，例如 20261103-b。',
  ],
  [
    '20261101-a',
    '20261103-Heating Meeting',
    '「20261103-Heating Meeting」不能作名称：写成“8 位日期-短名”，短名只用小写字母、数字和连字符，例如 20261103-heating-meeting。',
  ],
  ['20261101-a', '20261101-a', '原来的名称和改成的都是「20261101-a」。没有改动。'],
  [
    '20261101-a',
    '20261399-a',
    '「20261399-a」开头的 8 位不是日期：没有「2026-13-99」这一天。没有改动。',
  ],
  ['春季检查', '20261103-a', '没有叫「春季检查」的稿件。要写稿件文件夹的名称，不写标题。'],
])('%s does not become %s, and nothing is changed', async (from, to, problem) => {
  const folder = await aFolder(FILES);
  const before = await everythingIn(folder);
  const done = await planRename(folder, (path) => relative(folder, path), from, to);
  expect(done).toEqual({ problem });
  expect(await everythingIn(folder)).toEqual(before);
});
