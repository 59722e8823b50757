/** Files that may not be offered, and what is said of each; the small files that the tests are made of. */
import sharp from 'sharp';
import { anExcelFile, aPdfFile, aWordFile, aZip, wordParts } from '../../support/office-files.ts';
import { anOleFile } from '../../support/ole-file.ts';
import { aPhoto } from '../images/sample-pictures.ts';

export const text = (content: string): Buffer => Buffer.from(content);
export const raw = (content: string): Buffer => Buffer.from(content, 'latin1');
export const utf16 = (content: string): Buffer => Buffer.from(`\uFEFF${content}`, 'utf16le');

export const WORD = aWordFile(['节能']);
export const EXCEL = anExcelFile([['用电']]);
export const PDF = aPdfFile('节能');
export const OLD_WORD = anOleFile({ WordDocument: raw('\xec\xa5\xc1\0') });
export const OLD_EXCEL = anOleFile({ Workbook: raw('\x09\x08\x10\0') });
export const OLD_SLIDES = anOleFile({ 'PowerPoint Document': raw('x') });
export const ZIP = aZip({ '表.xlsx': EXCEL });
export const MACRO = aZip({ ...wordParts(''), 'word/vbaProject.bin': 'x' });
export const OFD = aZip({ 'OFD.xml': '<ofd:OFD/>', 'Doc_0/Document.xml': '' });
export const LOGIN = text('<html><body>login</body></html>');
export const JPG = await aPhoto(40, 30).jpeg().toBuffer();
export const PNG = await sharp(JPG).png().toBuffer();
export const GIF = await sharp(JPG).gif().toBuffer();
export const TIFF = await sharp(JPG).tiff().toBuffer();
export const WEBP = await sharp(JPG).webp().toBuffer();
export const HEIC = raw('\0\0\0\x18ftypheic\0\0\0\0mif1heic');
export const FILM = raw('\0\0\0\x18ftypisom\0\0\0\0isommp42');
export const PROGRAM = raw('MZ\x90\0\x03\0\0\0');

/** Name, bytes, message. */
export const REFUSED: [name: string, bytes: Buffer, message: string][] = [
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
  ['a.docx', anOleFile({ EncryptedPackage: raw('x') }), '设了密码或权限（加密文档），读者打不开。'],
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
];
