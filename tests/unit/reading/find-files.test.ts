import { symlink } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findArticleFiles } from '../../../src/reading/find-files.ts';
import { slugFrom, suggestName } from '../../../src/model/latin-names.ts';
import { aFolder } from '../../support/a-folder.ts';

/** What is found in a folder: ids with their files, and the issues, all by path below the folder. */
async function found(articles: string) {
  const below = (path: string): string => relative(articles, path);
  const { files, issues } = await findArticleFiles(articles, below);
  return {
    files: files.map(({ id, file, format, folder }) => [
      id,
      file,
      format,
      folder === undefined ? 'alone' : below(folder),
    ]),
    issues: issues.map(({ file, message }) => [file, message]),
  };
}

describe('articles are found', () => {
  it('alone or in a folder, as Markdown or MDX, by path', async () => {
    const folder = await aFolder({
      '2026/20260306-b.mdx': '',
      '2026/20260305-a/index.md': '',
      '2026/20260305-a/1.jpg': '',
      '2026/20260307-c/index.mdx': '',
      '2025/20251231-d.md': '',
    });
    expect(await found(folder)).toEqual({
      files: [
        ['20251231-d', '2025/20251231-d.md', 'md', 'alone'],
        ['20260305-a', '2026/20260305-a/index.md', 'md', '2026/20260305-a'],
        ['20260306-b', '2026/20260306-b.mdx', 'mdx', 'alone'],
        ['20260307-c', '2026/20260307-c/index.mdx', 'mdx', '2026/20260307-c'],
      ],
      issues: [],
    });
  });

  it('beside what editors and systems leave behind, which is passed over', async () => {
    const folder = await aFolder({
      '.DS_Store': '',
      '2026/20260305-a.md': '',
      '2026/~$260305-a.docx': '',
      '2026/.20260305-a.md.swp': '',
      '2026/Thumbs.db': '',
      '2026/desktop.ini': '',
      '2026/20260306-b/index.md': '',
      '2026/20260306-b/thumbs.db': '',
    });
    const { files, issues } = await found(folder);
    expect(files.map(([id]) => id)).toEqual(['20260305-a', '20260306-b']);
    expect(issues).toEqual([]);
  });

  it('and not in the copies that conflicts leave, which are reported', async () => {
    const folder = await aFolder({
      '2026/20261101-a.md': '',
      '2026/20261101-a - 副本.md': '',
      '2026/20261101-a.sync-conflict-20261101-093000-ABCDEFG.md': '',
      '2026/20261101-b/index.md': '',
      '2026/20261101-b/index - 副本.md': '',
      '2026/20261101-b/附件(1).docx': '',
      '2026/20261101-b/附件.docx': '',
      '2026/20261101-b/附件.sync-conflict-20261101-093000-ABCDEFG.docx': '',
      '2026/20261101-b - 副本/index.md': '',
      '2026/20261101-b.md.orig': '',
    });
    const { files, issues } = await found(folder);
    expect(files.map(([id]) => id)).toEqual(['20261101-a', '20261101-b']);
    expect(issues.map(([file]) => file)).toEqual([
      '2026/20261101-a - 副本.md',
      '2026/20261101-a.sync-conflict-20261101-093000-ABCDEFG.md',
      '2026/20261101-b/index - 副本.md',
      '2026/20261101-b/附件.sync-conflict-20261101-093000-ABCDEFG.docx',
      '2026/20261101-b - 副本',
      '2026/20261101-b.md.orig',
    ]);
  });

  it('nowhere when the folder is not there', async () => {
    expect(await found(join(await aFolder(), 'articles'))).toEqual({ files: [], issues: [] });
  });
});

describe('a file is reported', () => {
  it.each([
    ['20260305-a.md', '稿件要放在年份文件夹里。'],
    ['old/20260305-a.md', '稿件要放在年份文件夹里。'],
    ['2026/草稿.docx', '「草稿.docx」不是稿件，不会发布。'],
    ['2026/20260305-a/正文.md', '这个文件夹里没有 index.md。'],
    ['2026/20260305-春季.md', '稿件名「20260305-春季」里有中文或全角字符。'],
    ['2026/20260305-ａ.md', '稿件名「20260305-ａ」里有中文或全角字符。'],
    ['2026/20260305-A.md', '稿件名「20260305-A」不合规则。'],
    ['2026/20260305-a--b.md', '稿件名「20260305-a--b」不合规则。'],
    ['2026/20260305.md', '稿件名「20260305」不合规则。'],
    ['2026/2026-03-05-a.md', '稿件名「2026-03-05-a」不合规则。'],
    [`2026/20260305-${'a'.repeat(81)}.md`, `稿件名「20260305-${'a'.repeat(81)}」不合规则。`],
    ['2025/20260305-a.md', '稿件名「20260305-a」的年份和所在文件夹「2025」不一致。'],
  ])('%s', async (path, message) => {
    const { issues } = await found(await aFolder({ [path]: '' }));
    expect(issues.map((issue) => issue[1])).toEqual([message]);
  });

  it('when a folder has both index.md and index.mdx, and neither is read', async () => {
    const folder = await aFolder({
      '2026/20260305-a/index.md': '',
      '2026/20260305-a/index.mdx': '',
    });
    expect(await found(folder)).toEqual({
      files: [],
      issues: [['2026/20260305-a', '这个文件夹里既有 index.md 又有 index.mdx。']],
    });
  });

  it.each(['2026', '2026/20260305-a', '2026/20260305-a.md', '2026/20260306-b/1.jpg'])(
    'when it is a link that leaves the folder, which is not followed: %s',
    async (place) => {
      const outside = await aFolder({ 'index.md': '', '20260305-a.md': '' });
      const folder = await aFolder({ '2025/20250101-z.md': '', '2026/20260306-b/index.md': '' });
      const path = place === '2026' ? '2024' : place;
      await symlink(outside, join(folder, path));
      const { files, issues } = await found(folder);
      expect(files.map(([id]) => id)).toEqual(['20250101-z', '20260306-b']);
      expect(issues).toEqual([[path, '这是一个指向 content 以外的符号链接。']]);
    },
  );

  it.each([
    ['20260305-a.md', '这是一个符号链接。'],
    ['no-such-file', '这是一个指向 content 以外的符号链接。'],
  ])('when it is a link to %s', async (target, message) => {
    const folder = await aFolder({ '2026/20260305-a.md': '' });
    await symlink(join(folder, '2026', target), join(folder, '2026/20260306-b.md'));
    const { files, issues } = await found(folder);
    expect(files.map(([id]) => id)).toEqual(['20260305-a']);
    expect(issues).toEqual([['2026/20260306-b.md', message]]);
  });
});

it.each([
  ['春季安全检查', 'chun-ji-an-quan-jian-cha'],
  ['《办法》出台——全面落实', 'ban-fa-chu-tai-quan-mian-luo-shi'],
  ['女儿', 'nv-er'],
  ['方案B', 'fang-an-b'],
  ['通知1', 'tong-zhi-1'],
  ['Upper_Case', 'upper-case'],
  ['库尔班江·萨迪克', 'ku-er-ban-jiang-sa-di-ke'],
  ['——', ''],
  ['', ''],
])('%s in Latin letters is %s', async (title, slug) => {
  expect(await slugFrom(title)).toBe(slug);
});

it.each([
  // 41 letters and hyphens: the last word does not fit.
  ['机关事务管理条例实施意见之二', 'ji-guan-shi-wu-guan-li-tiao-li-shi-shi'],
  ['a'.repeat(60), 'a'.repeat(40)],
  [`${'a'.repeat(40)} b`, 'a'.repeat(40)],
])('the long title %s ends with a whole word: %s', async (title, slug) => {
  expect(await slugFrom(title)).toBe(slug);
});

it.each([
  ['20260305-春季会议', '20260305-chun-ji-hui-yi'],
  ['20260305-Upper_Case', '20260305-upper-case'],
  ['春季会议20260410', '20260410-chun-ji-hui-yi'],
  ['20260305', '20260305-1'],
  ['20260305-——', '20260305-1'],
])('for %s the name %s is suggested', async (written, name) => {
  expect(await suggestName(written)).toBe(name);
});
