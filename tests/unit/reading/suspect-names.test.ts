import { relative } from 'node:path';
import { expect, it } from 'vitest';
import { readPublicFiles } from '../../../src/reading/public-files.ts';
import { aFolder } from '../../support/a-folder.ts';

async function read(folder: string) {
  const { files, issues } = await readPublicFiles(folder, (path) => relative(folder, path));
  return { files, issues: issues.map(({ level, file, message }) => [level, file, message]) };
}

it.each([
  [
    '通知（草稿）.docx',
    '「通知（草稿）.docx」的名字里有「草稿」，像是不公开的文件，会发布。',
    '通知.docx',
  ],
  ['a/送审稿2.pdf', '「送审稿2.pdf」的名字里有「送审稿」，像是不公开的文件，会发布。', 'a/2.pdf'],
  ['draft-2.html', '「draft-2.html」的名字里有「draft」，像是不公开的文件，会发布。', '2.html'],
  ['内部.txt', '「内部.txt」的名字里有「内部」，像是不公开的文件，会发布。', 'x.txt'],
  [
    '纪要(内部).docx',
    '「纪要(内部).docx」的名字里有「(内部)」，像是不公开的文件，会发布。',
    '纪要.docx',
  ],
  ['账号密码.xlsx', '「账号密码.xlsx」的名字像是记密码的文件，会发布。', '服务事项.xlsx'],
  ['密码本.txt', '「密码本.txt」的名字像是记密码的文件，会发布。', '词典.txt'],
  ['通知 - 副本.docx', '「通知 - 副本.docx」像是「通知.docx」的副本，也会发布。', '通知.docx'],
  ['Copy of map.pdf', '「Copy of map.pdf」像是「map.pdf」的副本，也会发布。', 'map.pdf'],
  ['复件 (2) 表.xls', '「复件 (2) 表.xls」像是「表.xls」的副本，也会发布。', '表.xls'],
])('what may be meant for nobody is published and told of: %s', async (path, message, remedied) => {
  expect(await read(await aFolder({ [path]: '' }))).toEqual({
    files: [path],
    issues: [['warn', path, message]],
  });
  expect(await read(await aFolder({ [remedied]: '' }))).toEqual({ files: [remedied], issues: [] });
});
