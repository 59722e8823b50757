import { existsSync } from 'node:fs';
import { cp, symlink } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { readPublicFiles } from '../../../src/model/public-files.ts';
import { aFolder } from '../../support/a-folder.ts';

const CASE = join(import.meta.dirname, '../../../../shared/cases/public-litter');

async function read(folder: string) {
  const { files, issues } = await readPublicFiles(folder, (path) => relative(folder, path));
  return { files, issues: issues.map(({ level, file, message }) => [level, file, message]) };
}

it('litter is passed over, and what is published is listed', async () => {
  const folder = await aFolder({
    'emblem.svg': '',
    'files/地图.pdf': '',
    '.well-known/security.txt': '',
    'Thumbs.db': '',
    'files/.DS_Store': '',
    '.svn/entries': '',
    '@eaDir/emblem.svg/SYNO@.fileindexdb': '',
    '~$emblem.docx': '',
    '.gitkeep': '',
  });
  expect(await read(folder)).toEqual({
    files: ['.well-known/security.txt', 'emblem.svg', 'files/地图.pdf'],
    issues: [],
  });
});

it('there may be no folder', async () => {
  expect(await read(join(await aFolder(), 'public'))).toEqual({ files: [], issues: [] });
});

it.each([
  ['info.php', '「info.php」是程序，不能放在网上。'],
  ['a/登录.ASP', '「登录.ASP」是程序，不能放在网上。'],
  ['驱动.exe', '「驱动.exe」是Windows 程序，不能放在网上。'],
  ['site.pem', '「site.pem」是密钥，不能放在网上。'],
  ['id_rsa', '「id_rsa」是密钥，不能放在网上。'],
  ['.env', '「.env」是密码配置，不能放在网上。'],
  ['.env.production', '「.env.production」是密码配置，不能放在网上。'],
  ['a/cms.sql', '「cms.sql」是数据库或它的备份，不能放在网上。'],
  ['cms.sql.gz', '「cms.sql.gz」是数据库或它的备份，不能放在网上。'],
  ['wwwroot.zip', '「wwwroot.zip」是网站的备份，不能放在网上。'],
  ['网站备份20261101.rar', '「网站备份20261101.rar」是网站的备份，不能放在网上。'],
])('what harms is reported: %s', async (path, message) => {
  const { files, issues } = await read(await aFolder({ [path]: '' }));
  expect(files).toEqual([]);
  expect(issues).toEqual([[undefined, path, message]]);
});

it.each(['申报软件.zip', 'baidu_verify_code-a.html', 'style.css', '2026.7z', '密钥管理办法.pdf'])(
  'what does not is published: %s',
  async (path) => {
    expect(await read(await aFolder({ [path]: '' }))).toEqual({ files: [path], issues: [] });
  },
);

it('a dot file that no system made is told of, since it does not go online', async () => {
  expect(await read(await aFolder({ '.htaccess': '', '.内部/a.pdf': '' }))).toEqual({
    files: [],
    issues: [
      ['warn', '.htaccess', '「.htaccess」以点开头，不会发布。'],
      ['warn', '.内部', '「.内部」以点开头，不会发布。'],
    ],
  });
});

it('copies: a synchroniser’s stops, one that may be right is told of', async () => {
  const folder = await aFolder({
    '图.png': '',
    '图(1).png': '',
    '图.sync-conflict-20261101-093000-ABCDEFG.png': '',
  });
  expect(await read(folder)).toEqual({
    files: ['图(1).png', '图.png'],
    issues: [
      ['warn', '图(1).png', '「图(1).png」像是「图.png」的副本，也会发布。'],
      [
        undefined,
        '图.sync-conflict-20261101-093000-ABCDEFG.png',
        '「图.sync-conflict-20261101-093000-ABCDEFG.png」是「图.png」的冲突副本，不会发布。',
      ],
    ],
  });
});

it('links are refused, wherever they lead, and loops end', async () => {
  const folder = await aFolder({ 'a.txt': '' });
  await symlink('/etc', join(folder, 'etc'));
  await symlink(folder, join(folder, 'loop'));
  await symlink(join(folder, 'gone'), join(folder, 'dangling'));
  expect(await read(folder)).toEqual({
    files: ['a.txt'],
    issues: [
      [undefined, 'dangling', '这是一个指向 public 以外的符号链接。'],
      [undefined, 'etc', '这是一个指向 public 以外的符号链接。'],
      [undefined, 'loop', '这是一个符号链接。'],
    ],
  });
});

it.skipIf(!existsSync(CASE))(
  'nothing of the litter that was found elsewhere is published',
  async () => {
    const folder = await aFolder({ 'emblem.svg': '' });
    await cp(CASE, folder, { recursive: true });
    expect(await read(folder)).toEqual({ files: ['emblem.svg'], issues: [] });
  },
);
