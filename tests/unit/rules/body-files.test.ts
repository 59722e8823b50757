import { readdir, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkBodyFiles } from '../../../src/rules/body-files.ts';
import type { BodyFilesToCheck } from '../../../src/rules/body-files.ts';
import { aFolder } from '../../support/a-folder.ts';
import { anArticle } from '../../support/a-site.ts';

const FILE = 'content/articles/2026/20260305-a/index.md';

/** The issues of a text beside `1.jpg`, `图 2.jpg` and `附件1.docx`, on a site with `public/files/map.pdf`. */
async function issuesOf(change: Partial<BodyFilesToCheck>) {
  const folder = await aFolder({ 'index.md': '', '1.jpg': '', '图 2.jpg': '', '附件1.docx': '' });
  const publicFolder = await aFolder({ 'emblem.svg': '', 'files/map.pdf': '' });
  const { issues } = await checkBodyFiles({
    file: FILE,
    folder,
    article: anArticle(),
    lines: { cover: 5, 'attachments/0': 6, 'attachments/1': 7, 'attachments/2': 8 },
    references: [],
    publicFolder,
    namesIn: (path) => readdir(path).catch(() => []),
    fileProblem: async () => undefined,
    ...change,
  });
  expect(issues.every(({ file }) => file === FILE)).toBe(true);
  return issues.map(({ line, message, fix }) => [line, message, fix]);
}

const picture = (target: string) => ({ kind: 'picture' as const, target, line: 12 });
const file = (target: string) => ({ kind: 'file' as const, target, line: 12 });

describe('a body may name', () => {
  it.each([
    picture('1.jpg'),
    picture('./1.jpg'),
    picture('图 2.jpg'),
    picture('/emblem.svg'),
    file('附件1.docx'),
    file('/files/map.pdf'),
  ])('the $kind $target', async (reference) => {
    expect(await issuesOf({ references: [reference] })).toEqual([]);
  });
});

it.each(['附件\u200B1.docx', '\uFEFF附件1.docx', '附件1\u00AD.docx', '附件1.docx\u202C'])(
  'a file is told of whose own name holds characters that nobody sees: %j',
  async (name) => {
    const wanted = { article: anArticle({ attachments: [{ file: '附件1.docx' }] }) };
    const folder = await aFolder({ 'index.md': '', [name]: '' });
    expect(await issuesOf({ ...wanted, folder })).toEqual([
      [
        6,
        '附件「附件1.docx」不存在：文件夹里的「附件1.docx」名字里有看不见的字符。',
        '请改名：把那个文件的名字整个删掉，重新打成「附件1.docx」。',
      ],
    ]);
    const renamed = await aFolder({ 'index.md': '', '附件1.docx': '' });
    expect(await issuesOf({ ...wanted, folder: renamed })).toEqual([]);
  },
);

it('a file that lies a folder higher is told to be moved', async () => {
  const year = await aFolder({ '20260305-a/index.md': '', '现场.jpg': '' });
  const wanted = { references: [picture('现场.jpg')], folder: join(year, '20260305-a') };
  expect(await issuesOf(wanted)).toEqual([
    [
      12,
      `图片「现场.jpg」不在这篇稿件的文件夹里，在它上一级的文件夹「${basename(year)}」里。`,
      '把它移进文件夹「20260305-a」。',
    ],
  ]);
  await rename(join(year, '现场.jpg'), join(year, '20260305-a', '现场.jpg'));
  expect(await issuesOf(wanted)).toEqual([]);
});

describe('a body may not name', () => {
  const copy = (name: string) => `把文件复制到这篇稿件的文件夹，这里只写文件名「${name}」。`;

  it.each([
    [picture('9.png'), '图片「9.png」不存在。', '把文件放进稿件的文件夹，或删掉这一处。'],
    [picture('2.jpg'), '图片「2.jpg」不存在。', '是不是「1.jpg」？'],
    [picture('1.JPG'), '图片「1.JPG」的大小写和文件名「1.jpg」不一致。', '这里改写成「1.jpg」。'],
    [file('附件2.docx'), '文件「附件2.docx」不存在。', '是不是「附件1.docx」？'],
    [file('index.mdx'), '文件「index.mdx」不存在。', '把文件放进稿件的文件夹，或删掉这一处。'],
    [picture('../20260306-b/1.jpg'), '图片「../20260306-b/1.jpg」在别的文件夹里。', copy('1.jpg')],
    [picture('images/1.jpg'), '图片「images/1.jpg」在别的文件夹里。', copy('1.jpg')],
    [
      picture(String.raw`..\b\1.jpg`),
      String.raw`图片「..\b\1.jpg」在别的文件夹里。`,
      copy('1.jpg'),
    ],
    [file('/../package.json'), '文件「/../package.json」在别的文件夹里。', copy('package.json')],
    [
      file('/files/plan.zip'),
      '文件「/files/plan.zip」不存在。',
      '把文件放进 public 文件夹，或删掉这一处。',
    ],
    [
      file('/Files/map.pdf'),
      '文件「/Files/map.pdf」不存在。',
      '把文件放进 public 文件夹，或删掉这一处。',
    ],
    [
      file('/files/Map.pdf'),
      '文件「/files/Map.pdf」的大小写和文件名「map.pdf」不一致。',
      '这里改写成「/files/map.pdf」。',
    ],
  ])('$kind $target', async (reference, message, fix) => {
    expect(await issuesOf({ references: [reference] })).toEqual([[12, message, fix]]);
  });

  it('anything beside it when it is a single file, but what is in public/', async () => {
    const references = [picture('1.jpg'), picture('/emblem.svg')];
    expect(await issuesOf({ folder: undefined, references })).toEqual([
      [
        12,
        '图片「1.jpg」找不到：这篇稿件是单个文件，旁边不能放东西。',
        '建一个同名文件夹，把稿件改名为 index.md 放进去，图片和附件也放进去。',
      ],
    ]);
  });
});

it('what is wrong with a file is told after its name, a warning as one', async () => {
  const references = [picture('1.jpg'), file('附件1.docx')];
  const problem = { message: '已经损坏。', fix: '请重新导出。' };
  expect(await issuesOf({ references, fileProblem: async () => problem })).toEqual([
    [12, '图片「1.jpg」已经损坏。', '请重新导出。'],
    [12, '文件「附件1.docx」已经损坏。', '请重新导出。'],
  ]);
});

it('a file that is linked twice in a line is told once', async () => {
  const references = [file('附件1.docx'), file('附件1.docx')];
  const problem = { message: '是空的。', fix: '请重新复制。' };
  expect(await issuesOf({ references, fileProblem: async () => problem })).toEqual([
    [12, '文件「附件1.docx」是空的。', '请重新复制。'],
  ]);
});

it('the cover and the attachments are checked too, each at its line', async () => {
  const article = anArticle({
    cover: 'cover.png',
    attachments: [{ file: '附件1.docx' }, { file: '附件9.pdf' }],
  });
  expect(await issuesOf({ article, references: [picture('9.gif')] })).toEqual([
    [5, '封面图片「cover.png」不存在。', '把文件放进稿件的文件夹，或删掉这一处。'],
    [7, '附件「附件9.pdf」不存在。', '把文件放进稿件的文件夹，或删掉这一处。'],
    [12, '图片「9.gif」不存在。', '把文件放进稿件的文件夹，或删掉这一处。'],
  ]);
});
