import { expect, test } from 'vitest';
import { hasReadableText, readText } from '../../../src/attachments/attachment-text.ts';
import { anExcelFile, aPdfFile, aWordFile } from '../../support/office-files.ts';

test.each([
  ['附件1.docx', true],
  ['附件2.XLSX', true],
  ['指南.pdf', true],
  ['旧表.doc', false],
  ['照片.zip', false],
])('%s: %s', (name, readable) => {
  expect(hasReadableText(name)).toBe(readable);
});

test.each(['.docx', '.xlsx', '.pdf'])(
  'a damaged %s has no text and stops nothing',
  async (extension) => {
    expect(await readText(Buffer.from('not what it says'), extension)).toBe('');
  },
);

test.each([
  [
    '.docx',
    aWordFile(['关于节能的通知', '请各处室落实。']),
    '关于节能的通知\n\n请各处室落实。\n\n',
  ],
  [
    '.xlsx',
    anExcelFile([
      ['处室', '用电'],
      ['办公室', '120'],
    ]),
    '处室 用电\n办公室 120',
  ],
  ['.pdf', aPdfFile('机关食堂节约用电'), '机关食堂节约用电'],
])('the text of a %s', async (extension, bytes, text) => {
  expect(await readText(bytes, extension)).toBe(text);
});

test('of a long file the beginning is read', async () => {
  const long = await readText(aWordFile(['节能'.repeat(150_000)]), '.docx');
  expect(long).toBe('节能'.repeat(100_000));
});
