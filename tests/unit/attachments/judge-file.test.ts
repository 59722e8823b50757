/** Files as offices, phones, systems and attackers make them: what is said of each. */
import { describe, expect, it } from 'vitest';
import { judgeBytes } from '../../../src/attachments/judge-file.ts';
import { sourceOfBytes } from '../../../src/images/byte-source.ts';
import { aZip } from '../../support/office-files.ts';
import { anOleFile } from '../../support/ole-file.ts';
import {
  EXCEL,
  FILM,
  GIF,
  JPG,
  LOGIN,
  OFD,
  OLD_EXCEL,
  OLD_SLIDES,
  OLD_WORD,
  PDF,
  PNG,
  TIFF,
  WEBP,
  WORD,
  ZIP,
  raw,
  text,
  utf16,
  REFUSED,
} from './judge-file.expected.ts';

const judge = (name: string, bytes: Buffer) => judgeBytes(sourceOfBytes(bytes), name);
const said = (name: string, bytes: Buffer): string => {
  const found = judge(name, bytes);
  return found ? `${found.level ?? 'stop'}: ${found.message}` : 'nothing';
};

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
  it.each(REFUSED)('%s', (name, bytes, message) => {
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
