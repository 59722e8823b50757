import { expect, test } from 'vitest';
import { hasReadableText, readText } from '../../../src/build/search-attachments.ts';

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
