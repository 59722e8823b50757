import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readTextFile } from '../../../src/reading/text-file.ts';
import { aFolder } from '../../support/a-folder.ts';

const FILE = 'content/articles/2026/20261101-a/index.md';
const COPY =
  '打开它，全选、复制，粘贴到用记事本打开的新稿件里（npm run new 建好的 index.md，第二个「---」的下面），再删掉这个文件。';
const SAVE_AS = '用记事本打开，选“文件 → 另存为”，编码选“UTF-8”，覆盖原文件。';
const TEXT = '---\ntitle: 测试\n---\n正文\n';

const html = '这是网页文件（HTML），多半是从 Word 或浏览器“另存为网页”得来的。';
const utf16 = '文件存成了 UTF-16 编码（记事本里叫“Unicode”）。';

it.each<[string, Buffer, string, string]>([
  [
    'a docx',
    Buffer.from('PK\x03\x04\x14\0', 'latin1'),
    '这是 Word（docx）或压缩文件，不是文字，只是名称像稿件。',
    `用 Word ${COPY}`,
  ],
  [
    'a doc',
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    '这是 Word 或 WPS 文件（doc、wps），不是文字，只是名称像稿件。',
    `用 Word 或 WPS ${COPY}`,
  ],
  [
    'RTF',
    Buffer.from(String.raw`{\rtf1\ansi`),
    '这是 RTF 文件（写字板、Word 存的），不是纯文字，只是名称像稿件。',
    `用 Word ${COPY}`,
  ],
  [
    'a PDF',
    Buffer.from('%PDF-1.7\n'),
    '这是 PDF 文件，不是文字，只是名称像稿件。',
    `用 PDF 阅读器 ${COPY}`,
  ],
  ['a web page', Buffer.from('<!DOCTYPE html>\n<html>'), html, `用浏览器 ${COPY}`],
  ['a web page of Word', Buffer.from('\uFEFF<html xmlns:o="urn">'), html, `用浏览器 ${COPY}`],
  [
    'a mht',
    Buffer.from('MIME-Version: 1.0\r\n'),
    '这是网页文件（mht），不是文字。',
    `用浏览器 ${COPY}`,
  ],
  ['UTF-16 with a mark', Buffer.from(`\uFEFF${TEXT}`, 'utf16le'), utf16, SAVE_AS],
  ['UTF-16 without', Buffer.from(TEXT, 'utf16le'), utf16, SAVE_AS],
  ['big-endian UTF-16', Buffer.from(TEXT, 'utf16le').swap16(), utf16, SAVE_AS],
  [
    'a picture',
    Buffer.from('ffd8ffe000104a464946', 'hex'),
    '这是一张图片，不是文字，只是名称像稿件。',
    '把名称改回原来的扩展名（例如 1.jpg），放在稿件旁边，正文里写 ![说明](1.jpg)。',
  ],
])('%s saved as an article is called what it is', async (_, bytes, message, fix) => {
  const folder = await aFolder();
  const path = join(folder, 'index.md');
  await writeFile(path, bytes);
  expect(readTextFile(path, FILE)).toEqual({
    issue: { rule: 'text/not-text', level: 'stop', file: FILE, message, fix },
  });
});

it.each([TEXT, `\uFEFF${TEXT}`, '正文', '<p>正文</p>', ''])('%j is text', async (text) => {
  const folder = await aFolder({ 'index.md': text });
  expect(readTextFile(join(folder, 'index.md'), FILE)).toEqual({
    text: text.replace('\uFEFF', ''),
  });
});
