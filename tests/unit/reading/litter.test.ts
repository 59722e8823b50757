import { describe, expect, it } from 'vitest';
import { copyOf, copyWords, isLitter } from '../../../src/reading/litter.ts';

it.each(
  [
    'Thumbs.db thumbs.DB desktop.ini .DS_Store ._报告.docx ~$报告.docx .~lock.报告.docx# ~WRL0003.tmp',
    'a.tmp a.bak index.md~ .index.md.swp index.md.swp #index.md# .svn .git CVS @eaDir __MACOSX $RECYCLE.BIN',
    '视频.mp4.part 视频.mp4.crdownload 表.xlsx.baiduyun.downloading 快捷方式.lnk .sync.ffs_db a.wbk',
    '.stfolder .gitkeep lost+found',
  ].flatMap((line) => line.split(' ')),
)('%s is litter', (name) => {
  expect(isLitter(name)).toBe(true);
});

it.each([
  'System Volume Information',
  '20261101-a.md',
  'index.md',
  '附件1.docx',
  '模板.dotx',
  '数据库建设方案.pdf',
  'temp.jpg',
  'bak.md',
  'cvs.md',
  '1.part.zip',
])('%s is litter: %#', (name) => {
  expect(isLitter(name)).toBe(name === 'System Volume Information');
});

describe('a copy', () => {
  it.each([
    ['20261101-a - 副本.md', '20261101-a.md', false],
    ['20261101-a - 副本 (2).md', '20261101-a.md', false],
    ['20261101-a - 副本（2）.md', '20261101-a.md', false],
    ['20261101-a - Copy (2).md', '20261101-a.md', false],
    ['20261101-a 副本.md', '20261101-a.md', false],
    ['20261101-a的副本.md', '20261101-a.md', false],
    ['20261101-a copy 2.md', '20261101-a.md', false],
    ['Copy of 20261101-a.md', '20261101-a.md', false],
    ['复件 20261101-a.md', '20261101-a.md', false],
    ['20261101-a(1).md', '20261101-a.md', false],
    ['20261101-a (1).md', '20261101-a.md', false],
    ['20261101-a（1）.md', '20261101-a.md', false],
    ['20261101-c - 副本', '20261101-c', false],
    ['20261101-a.sync-conflict-20261101-093000-ABCDEFG.md', '20261101-a.md', true],
    ['20261101-a (张三的冲突副本 2026-11-01).md', '20261101-a.md', true],
    ['20261101-a的冲突副本.md', '20261101-a.md', true],
    ['20261101-a_冲突文件_张三_20261101.md', '20261101-a.md', true],
    ["20261101-a (Wang's conflicted copy 2026-11-01).md", '20261101-a.md', true],
    ['20261101-a_conflict-20261101-093000.md', '20261101-a.md', true],
    ['20261101-a-conflict-2.md', '20261101-a.md', true],
    ['20261101-a-DESKTOP-4F7K2QX.md', '20261101-a.md', true],
    ['20261101-a-LAPTOP-AB12-2.md', '20261101-a.md', true],
    ['index.md.orig', 'index.md', true],
    ['index.md.rej', 'index.md', true],
    ['index_LOCAL_1234.md', 'index.md', true],
  ])('%s is one of %s', (name, original, isSure) => {
    expect(copyOf(name)).toEqual({ original, isSure });
  });

  it.each([
    '20261101-a.md',
    '20261101-desktop-pc.md',
    '20261101-a-conflict.md',
    '20261101-conflict-mediation.md',
    'index.md',
    '附件1.docx',
    '冲突处置预案.docx',
    '2026年（第一批）.pdf',
    'copy.md',
    '公文（2026）.docx',
  ])('%s is none', (name) => {
    expect(copyOf(name)).toBeUndefined();
  });

  it('is named with its original, and one of a name that may be right only beside it', () => {
    const name = '20261101-a - 副本.md';
    expect(copyWords(name, new Set([name, '20261101-a.md']))).toEqual({
      message: '「20261101-a - 副本.md」是「20261101-a.md」的冲突副本，不会发布。',
      fix: '和「20261101-a.md」核对，要的内容改到那一份里，然后删除这个副本。',
    });
    expect(copyWords(name, new Set([name]))).toBeUndefined();
    const sure = '20261101-a.sync-conflict-20261101-093000-ABCDEFG.md';
    expect(copyWords(sure, new Set([sure]))?.fix).toBe(
      '「20261101-a.md」不在这里：核对内容，要用就改名为「20261101-a.md」，不用就删除。',
    );
  });
});
