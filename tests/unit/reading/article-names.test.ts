/** What is said of names that are not an article's; and the file so renamed is one. */
import { rename } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findArticleFiles } from '../../../src/reading/find-files.ts';
import { aFolder } from '../../support/a-folder.ts';

const TEXT = '---\ntitle: 测试\ndate: 2026-11-01\n---\n正文\n';
const SHOW = '在文件夹窗口的“查看”里勾选“文件扩展名”，再把它改名为';
const RULE = '名称是“8 位日期-短名”，短名只用小写字母、数字和连字符，例如';
const LATIN = '名称会成为网址，请只用小写字母、数字和连字符，例如';

async function issuesIn(folder: string): Promise<[string, string, string][]> {
  const { issues } = await findArticleFiles(folder, (path) => relative(folder, path));
  return issues.map(({ file, message, fix }) => [file, message, fix]);
}

describe('a name is reported with the one to give instead:', () => {
  it.each([
    [
      '2026-11-01-b.md',
      '稿件名「2026-11-01-b」不合规则。',
      `${RULE}「20261101-b」。`,
      '20261101-b.md',
    ],
    [
      '2026.11.1 b.md',
      '稿件名「2026.11.1 b」不合规则。',
      `${RULE}「20261101-b」。`,
      '20261101-b.md',
    ],
    [
      'meeting.md',
      '稿件名「meeting」不合规则。',
      `${RULE}「20261101-meeting」。`,
      '20261101-meeting.md',
    ],
    ['20261101_B.md', '稿件名「20261101_B」不合规则。', `${RULE}「20261101-b」。`, '20261101-b.md'],
    [
      '春季会议.md',
      '稿件名「春季会议」里有中文或全角字符。',
      `${LATIN}「20261101-chun-ji-hui-yi」。`,
      '20261101-chun-ji-hui-yi.md',
    ],
    [
      '2026年11月1日会议.md',
      '稿件名「2026年11月1日会议」里有中文或全角字符。',
      `${LATIN}「20261101-hui-yi」。`,
      '20261101-hui-yi.md',
    ],
    [
      '２０２６１１０１-ａ.md',
      '稿件名「２０２６１１０１-ａ」里有中文或全角字符。',
      `${LATIN}「20261101-a」。`,
      '20261101-a.md',
    ],
    [
      '20261101-a.MD',
      '「20261101-a.MD」的扩展名有大写字母，网站认不出。',
      '改名为「20261101-a.md」。',
      '20261101-a.md',
    ],
    [
      '20261101-a.md.txt',
      '「20261101-a.md.txt」的末尾是「.txt」，不会发布。',
      `${SHOW}「20261101-a.md」。`,
      '20261101-a.md',
    ],
    [
      '20261101-a.txt',
      '「20261101-a.txt」的末尾是「.txt」，不会发布。',
      `${SHOW}「20261101-a.md」。`,
      '20261101-a.md',
    ],
  ])('%s', async (name, message, fix, right) => {
    const folder = await aFolder({ [`2026/${name}`]: TEXT });
    expect(await issuesIn(folder)).toEqual([[`2026/${name}`, message, fix]]);
    expect(fix).toContain(`「${right.replace(fix.includes(right) ? '' : '.md', '')}」`);
    await rename(join(folder, '2026', name), join(folder, '2026', right));
    expect(await issuesIn(folder)).toEqual([]);
  });

  it('without an example where neither the name nor the text has a date', async () => {
    const folder = await aFolder({ '2026/会议.md': '正文' });
    expect(await issuesIn(folder)).toEqual([
      [
        '2026/会议.md',
        '稿件名「会议」里有中文或全角字符。',
        '名称会成为网址，请只用小写字母、数字和连字符，例如：8 位日期-hui-yi。',
      ],
    ]);
  });
});

describe('a folder without a text names the file that is there:', () => {
  it.each([
    [
      'Index.md',
      '这个文件夹里的「Index.md」有大写字母，网站认不出。',
      '改名为「index.md」，全部小写。',
    ],
    [
      'INDEX.MD',
      '这个文件夹里的「INDEX.MD」有大写字母，网站认不出。',
      '改名为「index.md」，全部小写。',
    ],
    [
      'index.md.txt',
      '这个文件夹里的文件叫「index.md.txt」，不叫「index.md」。',
      `${SHOW}「index.md」。`,
    ],
    ['index.txt', '这个文件夹里的文件叫「index.txt」，不叫「index.md」。', `${SHOW}「index.md」。`],
    ['正文.md', '这个文件夹里没有 index.md。', '把「正文.md」改名为「index.md」。'],
    ['正文.txt', '这个文件夹里没有 index.md。', '把「正文.txt」改名为「index.md」。'],
  ])('%s', async (name, message, fix) => {
    const folder = await aFolder({ [`2026/20261101-a/${name}`]: TEXT });
    expect(await issuesIn(folder)).toEqual([['2026/20261101-a', message, fix]]);
    const path = join(folder, '2026/20261101-a', name);
    await rename(path, join(dirname(path), 'index.md'));
    expect(await issuesIn(folder)).toEqual([]);
  });

  it.each([
    [
      '通知.docx',
      '「通知.docx」是 Word 文件，不能直接当正文：用 npm run new 建一篇稿件，把 Word 里的文字复制到它的 index.md 里。',
    ],
    ['1.jpg', '稿件的正文文件要叫 index.md（或 index.mdx）。'],
  ])('%s', async (name, fix) => {
    const folder = await aFolder({ [`2026/20261101-a/${name}`]: '' });
    expect(await issuesIn(folder)).toEqual([
      ['2026/20261101-a', '这个文件夹里没有 index.md。', fix],
    ]);
  });
});

describe('a copy is told from its original, and not read:', () => {
  it.each([
    ['20261101-a - 副本.md', '20261101-a.md'],
    ['20261101-a - 副本 (2).md', '20261101-a.md'],
    ['20261101-a(1).md', '20261101-a.md'],
    ['20261101-a（1）.md', '20261101-a.md'],
    ['20261101-a - Copy.md', '20261101-a.md'],
    ['20261101-a.sync-conflict-20261101-093000-ABCDEFG.md', '20261101-a.md'],
    ["20261101-a (Li's conflicted copy 2026-11-01).md", '20261101-a.md'],
    ['20261101-a（冲突 2026-11-01）.md', '20261101-a.md'],
  ])('%s', async (name, original) => {
    const folder = await aFolder({ [`2026/${name}`]: TEXT, [`2026/${original}`]: TEXT });
    const { files, issues } = await findArticleFiles(folder, (path) => relative(folder, path));
    expect(files.map(({ id }) => id)).toEqual(['20261101-a']);
    expect(issues).toEqual([
      {
        rule: 'file/copy',
        level: 'stop',
        file: `2026/${name}`,
        message: `「${name}」是「${original}」的冲突副本，不会发布。`,
        fix: `和「${original}」核对，要的内容改到那一份里，然后删除这个副本。`,
      },
    ]);
  });

  it('a folder, and a text inside one', async () => {
    const folder = await aFolder({
      '2026/20261101-a/index.md': TEXT,
      '2026/20261101-a/index - 副本.md': TEXT,
      '2026/20261101-a - 副本/index.md': TEXT,
    });
    expect((await issuesIn(folder)).map(([file]) => file).toSorted()).toEqual([
      '2026/20261101-a - 副本',
      '2026/20261101-a/index - 副本.md',
    ]);
  });

  it.each(['20261101-copy.md', '20261101-conflict-rules.md'])('%s is none', async (name) => {
    expect(await issuesIn(await aFolder({ [`2026/${name}`]: TEXT }))).toEqual([]);
  });
});
