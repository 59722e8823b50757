/** Files as offices, phones, systems and attackers make them: what is said of each. */
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { judgeBytes } from '../../../src/attachments/judge-file.ts';
import { sourceOfBytes } from '../../../src/images/byte-source.ts';
import { anExcelFile, aPdfFile, aWordFile, aZip, wordParts } from '../../support/office-files.ts';
import { anOleFile } from '../../support/ole-file.ts';
import { aPhoto } from '../images/sample-pictures.ts';

const text = (content: string): Buffer => Buffer.from(content);
const raw = (content: string): Buffer => Buffer.from(content, 'latin1');
const utf16 = (content: string): Buffer => Buffer.from(`\uFEFF${content}`, 'utf16le');
const judge = (name: string, bytes: Buffer) => judgeBytes(sourceOfBytes(bytes), name);
const said = (name: string, bytes: Buffer): string => {
  const found = judge(name, bytes);
  return found ? `${found.level ?? 'stop'}: ${found.message}` : 'nothing';
};

const WORD = aWordFile(['节能']);
const EXCEL = anExcelFile([['用电']]);
const PDF = aPdfFile('节能');
const OLD_WORD = anOleFile({ WordDocument: raw('\xec\xa5\xc1\0') });
const OLD_EXCEL = anOleFile({ Workbook: raw('\x09\x08\x10\0') });
const OLD_SLIDES = anOleFile({ 'PowerPoint Document': raw('x') });
const ZIP = aZip({ '表.xlsx': EXCEL });
const MACRO = aZip({ ...wordParts(''), 'word/vbaProject.bin': 'x' });
const OFD = aZip({ 'OFD.xml': '<ofd:OFD/>', 'Doc_0/Document.xml': '' });
const LOGIN = text('<html><body>login</body></html>');
const JPG = await aPhoto(40, 30).jpeg().toBuffer();
const PNG = await sharp(JPG).png().toBuffer();
const GIF = await sharp(JPG).gif().toBuffer();
const TIFF = await sharp(JPG).tiff().toBuffer();
const WEBP = await sharp(JPG).webp().toBuffer();
const HEIC = raw('\0\0\0\x18ftypheic\0\0\0\0mif1heic');
const FILM = raw('\0\0\0\x18ftypisom\0\0\0\0isommp42');
const PROGRAM = raw('MZ\x90\0\x03\0\0\0');

describe('readers may be given', () => {
  it.each([
    ['附件1.docx', WORD],
    ['附件1.DOCX', WORD],
    ['附件2.xlsx', EXCEL],
    ['a.pptx', aZip({ '[Content_Types].xml': '', 'ppt/presentation.xml': '' })],
    ['a.doc', OLD_WORD],
    ['a.xls', OLD_EXCEL],
    ['a.ppt', OLD_SLIDES],
    ['a.wps', OLD_WORD],
    ['a.wps', WORD],
    ['a.et', OLD_EXCEL],
    ['a.et', EXCEL],
    ['a.dps', OLD_SLIDES],
    ['a.ofd', OFD],
    ['a.rtf', raw('{\\rtf1\\ansi')],
    ['a.pdf', PDF],
    ['a.pdf', Buffer.concat([raw('\r\n'), PDF])],
    ['a.txt', text('一、请各处室落实。a < b')],
    ['a.txt', utf16('一、请各处室落实。')],
    ['a.txt', raw('\xb9\xd8\xd3\xda\xbd\xda\xc4\xdc')],
    ['a.csv', text('处室,用电\n办公室,120')],
    ['a.zip', ZIP],
    ['a.rar', raw('Rar!\x1a\x07\x01\0')],
    ['a.7z', raw("7z\xbc\xaf'\x1c")],
    ['a.jpg', JPG],
    ['a.jpeg', JPG],
    ['a.png', PNG],
    ['a.gif', GIF],
    ['a.webp', WEBP],
    ['a.tif', TIFF],
    ['a.bmp', raw(`BM${'\0'.repeat(12)}\x28${'\0'.repeat(30)}`)],
    ['a.mp4', FILM],
    ['a.mov', raw('\0\0\0\x08wide\0\0\0\x08mdat')],
    ['a.m4a', FILM],
    ['a.mp3', raw('ID3\x03')],
    ['a.mp3', raw('\xff\xfb\x90\x64')],
    ['a.wav', raw('RIFF\0\0\0\0WAVE')],
    ['a.wmv', raw('\x30\x26\xb2\x75\x8e\x66\xcf\x11')],
    ['2026.11.1 安排.v2.docx', WORD],
  ])('%s', (name, bytes) => {
    expect(said(name, bytes)).toBe('nothing');
  });
});

describe('is no attachment:', () => {
  it.each([
    ['空.pdf', Buffer.alloc(0), '是空的（0 字节）。'],
    [
      '指针.docx',
      text('version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12345\n'),
      '不是文件本身，只是 Git LFS 的占位，文件还没有下载下来。',
    ],
    ['登录页.xls', LOGIN, '其实是网页，扩展名却是「.xls」，读者打开时会看到警告，或者打不开。'],
    [
      'a.doc',
      text('\uFEFF\n<!-- a -->\n<!DOCTYPE html><html>'),
      '其实是网页，扩展名却是「.doc」，读者打开时会看到警告，或者打不开。',
    ],
    [
      'a.xls',
      text('MIME-Version: 1.0\nX-Document-Type: Workbook'),
      '其实是网页，扩展名却是「.xls」，读者打开时会看到警告，或者打不开。',
    ],
    [
      'a.xls',
      utf16('<html xmlns:x="urn:schemas-microsoft-com:office:excel">'),
      '其实是网页，扩展名却是「.xls」，读者打开时会看到警告，或者打不开。',
    ],
    [
      'a.xls',
      text('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'),
      '其实是 XML 文件，扩展名却是「.xls」，读者打开时会看到警告，或者打不开。',
    ],
    ['a.pdf', LOGIN, '其实是网页，不是 PDF 文件：下载时多半没有登录，或者链接已经失效。'],
    [
      'a.pdf',
      Buffer.concat([LOGIN, PDF]),
      '其实是网页，不是 PDF 文件：下载时多半没有登录，或者链接已经失效。',
    ],
    [
      'a.txt',
      text('<script>alert(1)</script>'),
      '其实是网页，不是纯文本：下载时多半没有登录，或者链接已经失效。',
    ],
    ['a.html', LOGIN, '是网页文件，不能当附件。'],
    ['a.HTM', text('文字'), '是网页文件，不能当附件。'],
    ['a.mht', text('文字'), '是网页文件，不能当附件。'],
    ['a.svg', text('<svg onload="a()"/>'), '是 SVG 图片，里面可以藏程序，不能放到网站上。'],
    [
      'a.png',
      text('<?xml version="1.0"?><svg:svg/>'),
      '是 SVG 图片，里面可以藏程序，不能放到网站上。',
    ],
    ['a.exe', PROGRAM, '是程序，不能放到网站上。'],
    ['a.exe ', PROGRAM, '是程序，不能放到网站上。'],
    ['a.js', text('alert(1)'), '是程序，不能放到网站上。'],
    ['a.apk', aZip({ 'AndroidManifest.xml': '' }), '是程序，不能放到网站上。'],
    ['通知.pdf.exe', PROGRAM, '有两个扩展名「.pdf.exe」，其实是程序，很可能是病毒。'],
    ['通知.docx    .scr', PROGRAM, '有两个扩展名「.docx.scr」，其实是程序，很可能是病毒。'],
    ['a.pdf', PROGRAM, '的内容是程序，扩展名却是「.pdf」，很可能是病毒。'],
    ['a.docx', raw('\x7fELF'), '的内容是程序，扩展名却是「.docx」，很可能是病毒。'],
    ['a.txt', text('#!/bin/sh\nrm -rf /'), '的内容是程序，扩展名却是「.txt」，很可能是病毒。'],
    [
      'a.doc',
      anOleFile({ '\u4840\u3b3f\u43f2': raw('x') }),
      '的内容是程序，扩展名却是「.doc」，很可能是病毒。',
    ],
    ['a.lnk', raw('L\0\0\0\x01\x14\x02\0'), '是快捷方式，不是文件本身，别人打不开。'],
    ['a.url', text('[InternetShortcut]\nURL=https://a'), '是快捷方式，不是文件本身，别人打不开。'],
    ['a.docx', raw('L\0\0\0\x01\x14\x02\0'), '是快捷方式，不是文件本身，别人打不开。'],
    ['a.docm', MACRO, '带有宏（一种程序），不能放到网站上。'],
    ['a.docx', MACRO, '带有宏（一种程序），不能放到网站上。'],
    ['a.xlsm', EXCEL, '带有宏（一种程序），不能放到网站上。'],
    [
      'a.docx',
      anOleFile({ EncryptedPackage: raw('x') }),
      '设了密码或权限（加密文档），读者打不开。',
    ],
    [
      'a.docx',
      anOleFile({ '\x06DataSpaces': raw('x'), EncryptedPackage: raw('x') }),
      '设了密码或权限（加密文档），读者打不开。',
    ],
    [
      'a.doc',
      anOleFile({ WordDocument: raw('\xec\xa5\xc1\0\0\0\0\0\0\0\0\x01') }),
      '设了密码或权限（加密文档），读者打不开。',
    ],
    [
      'a.xls',
      anOleFile({ Workbook: raw('\x09\x08\x02\0\0\0\x2f\0\x02\0\0\0') }),
      '设了密码或权限（加密文档），读者打不开。',
    ],
    [
      'a.ppt',
      anOleFile({ 'PowerPoint Document': raw('x'), EncryptedSummary: raw('x') }),
      '设了密码或权限（加密文档），读者打不开。',
    ],
    ['IMG_0001.HEIC', HEIC, '是苹果手机的 HEIC 照片，很多电脑和手机打不开。'],
    ['a.jpg', HEIC, '是苹果手机的 HEIC 照片，很多电脑和手机打不开。'],
    ['a.docx.crdownload', WORD, '是没有下载完的文件。'],
    ['a.part', Buffer.alloc(0), '是没有下载完的文件。'],
    ['~$附件.docx', raw('\x06admin'), '是 Office 打开文档时的临时文件，不是文档本身。'],
    ['a.docx', OLD_WORD, '的内容是旧格式的 Word 文档（doc），扩展名却是「.docx」。'],
    ['a.doc', WORD, '的内容是 Word 文档（docx），扩展名却是「.doc」。'],
    ['a.doc', raw('{\\rtf1'), '的内容是 RTF 文档，扩展名却是「.doc」。'],
    ['a.jpg', PNG, '的内容是 PNG 图片，扩展名却是「.jpg」。'],
    ['数据.csv', EXCEL, '的内容是 Excel 表格（xlsx），只是扩展名改成了「.csv」。'],
    ['a.pdf', text('一段文字'), '打不开：不是 PDF 文件，内容是纯文本。'],
    ['a.docx', Buffer.alloc(5000), '打不开：不是 Word 文档（docx），或者已经损坏。'],
    ['a.doc', OLD_WORD.subarray(0, 300), '打不开：不是 Word 文档（doc），或者已经损坏。'],
    ['a.odt', aZip({ mimetype: '', 'content.xml': '' }), '是「.odt」文件，不能当附件。'],
    ['a.ceb', raw('Founder CEB'), '是「.ceb」文件，不能当附件。'],
    ['附件', PDF, '没有扩展名，读者的电脑不知道用什么打开。'],
    ['附件', raw('\0\0'), '没有扩展名，读者的电脑不知道用什么打开。'],
    ['a.jpg', JPG.subarray(0, -20), '不完整，打不开或显示不全，里面的拍摄地点等信息也去不掉。'],
    [
      'a.gif',
      raw('GIF89a/*\0\0\0\0\0*/=1;alert(1)'),
      '不完整，打不开或显示不全，里面的拍摄地点等信息也去不掉。',
    ],
    [
      'a.zip',
      aZip({ '../../通知.docx': '' }),
      '里面的文件名「../../通知.docx」带有路径，解压时会写到别的文件夹去，像是被人动过手脚。',
    ],
    [
      'a.zip',
      aZip({ 'C:\\a.docx': '' }),
      '里面的文件名「C:\\a.docx」带有路径，解压时会写到别的文件夹去，像是被人动过手脚。',
    ],
    [
      'a.zip',
      aZip({ '附件/通知.pdf.exe': '' }),
      '里面的「通知.pdf.exe」有两个扩展名，其实是程序，很可能是病毒。',
    ],
    ['a.zip', aZip({}), '是空的压缩包。'],
  ])('%s', (name, bytes, message) => {
    expect(said(name, bytes)).toBe(`stop: ${message}`);
  });
});

describe('is told and stops nothing:', () => {
  const half = '不完整，多半没有下载完或复制完。';
  it.each([
    ['附件.docx', text('PK'), half],
    ['a.docx', WORD.subarray(0, 400), half],
    ['a.zip', ZIP.subarray(0, ZIP.length - 30), half],
    ['a.pdf', PDF.subarray(0, 200), half],
    [
      'a.doc',
      anOleFile({ WordDocument: raw('x'), Macros: raw('x') }),
      '里面有宏（一种程序），读者打开时会看到安全警告。',
    ],
    ['a.zip', aZip({ '填报软件/setup.exe': '' }), '里面有程序「setup.exe」。'],
    ['a.zip', aZip({ 'a\u001B[2J.exe': '' }), '里面有程序「a[2J.exe」。'],
    ['a.zip', aZip({ 'a.docx': '' }, { flags: 1 }), '设了解压密码，读者打不开。'],
  ])('%s', (name, bytes, message) => {
    expect(said(name, bytes)).toBe(`warn: ${message}`);
  });
});

describe('the remedy', () => {
  it.each([
    ['a.v2.docx', OLD_WORD, '把文件改名为「a.v2.doc」，稿件里的名字也一起改。', 'a.v2.doc'],
    ['照片.JPG', PNG, '把文件改名为「照片.png」，稿件里的名字也一起改。', '照片.png'],
    ['附件', PDF, '它是 PDF 文件：把文件改名为「附件.pdf」，稿件里的名字也一起改。', '附件.pdf'],
    ['a.jfif', JPG, '把文件改名为「a.jpg」，稿件里的名字也一起改。', 'a.jpg'],
  ])('for %s works', (name, bytes, fix, becomes) => {
    expect(judge(name, bytes)?.fix).toBe(fix);
    expect(judge(becomes, bytes)).toBe(undefined);
  });

  it('for a web page named .xls says how Excel saves it, and what to look for', () => {
    expect(judge('登录页.xls', LOGIN)?.fix).toBe(
      '用 Excel 打开，看看内容对不对（没有登录时下载到的是登录页），「另存为」选「Excel 工作簿（*.xlsx）」，换上这个文件，稿件里的名字也一起改。',
    );
    expect(judge('登录页.xlsx', EXCEL)).toBe(undefined);
  });

  it('for macros says how to save without them', () => {
    expect(judge('a.xlsm', EXCEL)?.fix).toBe(
      '用 Excel 打开，「另存为」选「Excel 工作簿（*.xlsx）」，换上这个文件，稿件里的名字也一起改。',
    );
  });
});

describe('a zip', () => {
  it('of 65,535 entries and more is looked through', () => {
    const entries = Object.fromEntries(
      Array.from({ length: 66_000 }, (_, at) => [`${at}.txt`, '']),
    );
    expect(said('a.zip', aZip(entries))).toBe('nothing');
    expect(said('a.zip', aZip({ ...entries, 'a.exe': '' }))).toBe('warn: 里面有程序「a.exe」。');
  });

  it('behind something else is found', () => {
    expect(said('a.zip', Buffer.concat([raw('PK\x03\x04 and some more bytes'), ZIP]))).toBe(
      'nothing',
    );
  });

  it('with any byte another is judged, whatever is said', () => {
    for (const [name, original] of [
      ['a.docx', WORD],
      ['a.doc', OLD_WORD.subarray(0, 2048)],
    ] as const) {
      for (let at = 0; at < original.length; at += 1) {
        const bytes = Buffer.from(original);
        bytes[at] = (bytes[at] ?? 0) ^ 0xff;
        said(name, bytes);
        said(name, original.subarray(0, at));
      }
    }
  });
});
