import { existsSync } from 'node:fs';
import { cp, symlink } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { readPublicFiles } from '../../../src/reading/public-files.ts';
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
  ['draft.md', '「draft.md」是没有排版的稿件文字，不能放在网上。'],
  ['a/通知.MDX', '「通知.MDX」是没有排版的稿件文字，不能放在网上。'],
  ['site.yaml', '「site.yaml」是网站的设置，不能放在网上。'],
  ['a/columns.yml', '「columns.yml」是网站的设置，不能放在网上。'],
  ['a/web.config', '「web.config」是服务器的设置，不能放在网上。'],
  ['netlify.toml', '「netlify.toml」是服务器的设置，不能放在网上。'],
  ['vercel.json', '「vercel.json」是服务器的设置，不能放在网上。'],
  ['staticwebapp.config.json', '「staticwebapp.config.json」是服务器的设置，不能放在网上。'],
  ['Caddyfile', '「Caddyfile」是服务器的设置，不能放在网上。'],
  ['package.json', '「package.json」是程序的设置，不能放在网上。'],
  ['x.log', '「x.log」是程序的记录，不能放在网上。'],
  ['id_rsa.txt', '「id_rsa.txt」是密钥，不能放在网上。'],
  ['a/vpn.ovpn', '「vpn.ovpn」是密钥，不能放在网上。'],
  ['env', '「env」是密码配置，不能放在网上。'],
  ['.env - 副本', '「.env - 副本」是密码配置，不能放在网上。'],
  ['cms.sql.bz2', '「cms.sql.bz2」是数据库或它的备份，不能放在网上。'],
  ['来信.eml', '「来信.eml」是邮件，不能放在网上。'],
  ['首页.vue', '「首页.vue」是程序的源码，不能放在网上。'],
  ['go.mod', '「go.mod」是程序的设置，不能放在网上。'],
  [
    'site.yaml.txt',
    '「site.yaml.txt」是网站的设置（名字末尾的「.txt」是加上去的），不能放在网上。',
  ],
  [
    'a/通知.md.html',
    '「通知.md.html」是没有排版的稿件文字（名字末尾的「.html」是加上去的），不能放在网上。',
  ],
  [
    'web.config.old',
    '「web.config.old」是服务器的设置（名字末尾的「.old」是加上去的），不能放在网上。',
  ],
  [
    'config.php.txt.1',
    '「config.php.txt.1」是程序（名字末尾的「.txt.1」是加上去的），不能放在网上。',
  ],
  [
    'cms.sql (2)',
    '「cms.sql (2)」是数据库或它的备份（名字末尾的「 (2)」是加上去的），不能放在网上。',
  ],
  ['_worker.js', '「_worker.js」是在服务器上运行的程序，不能放在网上。'],
  ['_worker.js/index.js', '「index.js」是在服务器上运行的程序，不能放在网上。'],
  ['functions/a.js', '「a.js」是在服务器上运行的程序，不能放在网上。'],
  ['netlify/functions/a.mjs', '「a.mjs」是在服务器上运行的程序，不能放在网上。'],
  ['api/b.ts', '「b.ts」是在服务器上运行的程序，不能放在网上。'],
])('what harms is reported: %s', async (path, message) => {
  const { files, issues } = await read(await aFolder({ [path]: '' }));
  expect(files).toEqual([]);
  expect(issues).toEqual([['stop', path, message]]);
});

it.each([
  [
    'plan.md',
    '从 public 文件夹里移走：要发布的稿件放进 content/articles，单独的页面放进 content/pages；要给读者下载的，做成 PDF。',
    'plan.pdf',
  ],
  [
    'site.yaml',
    '从 public 文件夹里删掉：网站的设置只放在 content 文件夹里。要给读者下载的，做成压缩包。',
    'site-settings.zip',
  ],
  [
    'vercel.json',
    '从 public 文件夹里删掉：网站不需要它；服务器的设置请管理员在服务器上做。要给读者下载的，做成压缩包。',
    'vercel.zip',
  ],
  ['x.log', '从 public 文件夹里删掉；要给读者下载的材料，做成 PDF 或压缩包，另起名字。', 'x.zip'],
])('the remedy for %s: %s', async (path, fix, remedied) => {
  const folder = await aFolder({ [path]: '' });
  const { issues } = await readPublicFiles(folder, (place) => relative(folder, place));
  expect(issues.map((issue) => issue.fix)).toEqual([fix]);
  expect(await read(await aFolder({ [remedied]: '' }))).toEqual({ files: [remedied], issues: [] });
});

it.each([
  '申报软件.zip',
  'baidu_verify_code-a.html',
  'style.css',
  '2026.7z',
  '密钥管理办法.pdf',
  '通知.docx',
  '名册.xlsx',
  'manifest.json',
  'functions.js',
  'js/functions.js',
  'a/api/b.js',
  'CNAME',
  'robots.txt',
  '日志.txt',
  'ads.txt',
  'a/_worker.js',
  'id_rsa.pub',
  'google1234567890abcdef.html',
  'baidu_verify_codeva-Ab12.html',
  'BingSiteAuth.xml',
  'MP_verify_abcDEF123.txt',
  'WW_verify_abcDEF123.txt',
  'sogousiteverification.txt',
  'bfe2bfe2bfe2bfe2bfe2bfe2bfe2bfe2.txt',
  '.well-known/acme-challenge/draft',
  '.well-known/pki-validation/fileauth.txt',
  'security.txt',
  '附件(1).docx',
  '通知（2）.pdf',
  '营业执照副本.pdf',
  '内部审计工作规定.pdf',
  '立法草案征求意见稿.pdf',
  '密码法宣传.pdf',
  '修改密码说明.pdf',
  '账号密码找回指南.pdf',
  'drafting-guide.pdf',
  'overdraft.pdf',
  'International.pdf',
  '2026.1',
])('what does not is published: %s', async (path) => {
  expect(await read(await aFolder({ [path]: '' }))).toEqual({ files: [path], issues: [] });
});

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
        'stop',
        '图.sync-conflict-20261101-093000-ABCDEFG.png',
        '「图.sync-conflict-20261101-093000-ABCDEFG.png」是「图.png」的冲突副本，不会发布。',
      ],
    ],
  });
});

it('folders of programs are told of once, whatever they hold', async () => {
  const folder = await aFolder({
    'code.git/HEAD': '',
    'code.git/objects/a': '',
    'code.git/refs/a': '',
    'a/node_modules/x/index.php': '',
    'a/b.pdf': '',
    '.git/HEAD': '',
  });
  expect(await read(folder)).toEqual({
    files: ['a/b.pdf'],
    issues: [
      ['stop', 'a/node_modules', '「node_modules」是程序的零件，不能放在网上。'],
      ['stop', 'code.git', '「code.git」是程序的版本库，不能放在网上。'],
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
      ['stop', 'dangling', '这是一个指向 public 以外的符号链接。'],
      ['stop', 'etc', '这是一个指向 public 以外的符号链接。'],
      ['stop', 'loop', '这是一个符号链接。'],
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
