/** What files of public/ hold: judged by their bytes, each remedy tried. */
import { describe, expect, it } from 'vitest';
import { publicProblem } from '../../../src/reading/public-problem.ts';
import { sourceOfBytes } from '../../../src/images/byte-source.ts';

function said(name: string, content: string | Uint8Array): string | undefined {
  const problem = publicProblem(sourceOfBytes(Buffer.from(content)), name);
  return problem && `${problem.level ?? 'stop'}: ${problem.message} → ${problem.fix}`;
}

const KEY =
  'stop: 里面有私钥，不能放在网上。 → 从 public 文件夹里移走；曾经放上去过的，请管理员更换这把密钥。';
const DATABASE = 'stop: 是数据库的备份，不能放在网上。 → 从 public 文件夹里移走。';
const UNFINISHED =
  'stop: 是没有排版的稿件（里面有稿件信息），不能放在网上。 → 从 public 文件夹里移走：要发布的稿件放进 content/articles，单独的页面放进 content/pages；要给读者下载的，做成 PDF。';
const EMPTY = 'warn: 是空的（0 字节），读者打开什么也看不到。 → 重新复制一份；用不到就删掉。';
const WITHOUT_ENDING =
  'warn: 没有扩展名，读者的电脑不知道用什么打开，会发布。 → 补上扩展名，例如 .pdf；用不到就删掉。';
const DRAFT = '---\ntitle: 内部标题\ndate: 2026-03-05\ndraft: true\n---\n\n正文。\n';

const within = (words: string): string =>
  `warn: 里面写着「${words}」，像是不公开的文件，会发布。 → 不公开的，从 public 文件夹里移走；要公开的，删去这几个字。`;

describe('a file of public/ is told of', () => {
  it.each([
    ['a.txt', '-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA', KEY],
    ['a', '备忘\n-----BEGIN RSA PRIVATE KEY-----\nAAAA', KEY],
    ['.well-known/a.txt', '-----BEGIN PRIVATE KEY-----', KEY],
    ['a.txt', 'PuTTY-User-Key-File-2: ssh-rsa', KEY],
    ['备份.txt', '-- MySQL dump 10.13\n', DATABASE],
    ['data', 'SQLite format 3\0...', DATABASE],
    ['a.bin', 'PGDMP\x01', DATABASE],
    ['通知.txt', DRAFT, UNFINISHED],
    ['通知.html', DRAFT, UNFINISHED],
    ['通知', DRAFT, UNFINISHED],
    ['通知.txt', Buffer.from(`\uFEFF${DRAFT}`, 'utf16le'), UNFINISHED],
    ['通知.txt', DRAFT.replaceAll('\n', '\r\n'), UNFINISHED],
    [
      '设置.txt',
      'APP=1\nDB_PASSWORD=abc\n',
      'stop: 里面写着密码（「DB_PASSWORD」），不能放在网上。 → 从 public 文件夹里移走，并更换密码；只是说明怎么写的，做成 PDF。',
    ],
    [
      'a.docx',
      'version https://git-lfs.github.com/spec/v1\noid sha256:0',
      'stop: 不是文件本身，只是 Git LFS 的占位，文件还没有下载下来。 → 把原文件重新复制过来，或请管理员运行 git lfs pull。',
    ],
    ['a.pdf', '', EMPTY],
    ['a.html', '', EMPTY],
    ['说明', '办事说明', WITHOUT_ENDING],
    ['a/图', 'PNG\0\0', WITHOUT_ENDING],
    ['纪要.txt', '内部资料，注意保存\n一、…', within('内部资料，注意保存')],
    ['纪要.html', '<p>仅供内部参考</p>', within('仅供内部参考')],
    ['纪要.txt', '机密★1年\n关于…', within('机密★1年')],
    ['a.html', '<p>（讨论稿）</p>', within('（讨论稿）')],
    [
      'a.htm',
      '<html><head><meta name=Generator content="Microsoft Word 15">',
      'warn: 是 Word 存成的网页，没有本站的样子，手机上看不清。 → 把内容写成稿件放进 content/articles；给读者下载的，在 Word 里另存为 PDF。',
    ],
  ])('%s: %j', (name, content, issue) => {
    expect(said(name, content)).toBe(issue);
  });

  it('also when it is written as old Windows does', () => {
    // 内部资料，注意保存
    const bytes = Buffer.from('c4dab2bfd7cac1cfa3acd7a2d2e2b1a3b4e6', 'hex');
    expect(said('a.txt', bytes)).toBe(within('内部资料，注意保存'));
  });
});

it.each([
  ['robots.txt', ''],
  ['google1234567890abcdef.html', ''],
  ['.well-known/acme-challenge/abc', 'abc.def'],
  ['.well-known/security.txt', 'Contact: mailto:a@b.cn\nExpires: 2027-01-01T00:00:00Z\n'],
  ['security.txt', 'Expires: 2027-01-01T00:00:00Z\nSource: x\n'],
  ['CNAME', 'www.example.gov.cn'],
  ['BingSiteAuth.xml', '<users><user>1</user></users>'],
  ['a.txt', 'Title: 说明\nDate: 2026-03-05\n\n正文'],
  ['a.txt', '来源：样例省水利厅\n日期：3月5日\n'],
  ['a.txt', '绝密档案解密工作的通知'],
  ['a.txt', '秘密就在这里。'],
  ['a.html', '<html><body><p>专题</p></body></html>'],
  ['a.txt', '公钥\n-----BEGIN PUBLIC KEY-----\n'],
  ['a.js', 'const TOKEN = "x";\nPASSWORD=1'],
  ['a.css', ''.padEnd(10, '.')],
  ['a.zip', 'PK\x03\x04'],
])('%s is right: %j', (name, content) => {
  expect(said(name, content)).toBeUndefined();
});
