import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { attachmentText, hasReadableText } from '../../../src/attachments/attachment-text.ts';
import type { TextReader } from '../../../src/attachments/text-reader.ts';
import type { TextOutcome } from '../../../src/attachments/text-outcome.ts';
import { aFolder, everythingIn } from '../../support/a-folder.ts';

test.each([
  ['附件1.docx', true],
  ['附件2.XLSX', true],
  ['指南.pdf', true],
  ['旧表.doc', false],
  ['照片.zip', false],
])('%s: %s', (name, readable) => {
  expect(hasReadableText(name)).toBe(readable);
});

/** A reader that counts, and answers as it is told. */
function aReader(outcome: TextOutcome): Pick<TextReader, 'read'> & { reads: number } {
  const reader = {
    reads: 0,
    async read() {
      reader.reads += 1;
      return outcome;
    },
  };
  return reader;
}

test('a file is read once for its bytes, and what hindered it is kept with its text', async () => {
  const cache = await aFolder();
  const reader = aReader({ text: '节能', fault: 'cut' });
  const read = (digest: string) =>
    attachmentText('/a/附件.docx', digest, { reader, version: '1', cacheFolder: cache });
  expect(await read('a')).toEqual({ text: '节能', fault: 'cut' });
  expect(await read('a')).toEqual({ text: '节能', fault: 'cut' });
  expect(reader.reads).toBe(1);
  await read('b');
  expect(reader.reads).toBe(2);
});

test('a file that took too long is tried again the next time', async () => {
  const cache = await aFolder();
  const reader = aReader({ text: '', fault: 'slow' });
  await attachmentText('/a/附件.docx', 'a', { reader, version: '1', cacheFolder: cache });
  await attachmentText('/a/附件.docx', 'a', { reader, version: '1', cacheFolder: cache });
  expect(reader.reads).toBe(2);
});

test('half a kept text counts as none, and no half of one is ever left', async () => {
  const cache = await aFolder();
  const reader = aReader({ text: '全文' });
  await attachmentText('/a/附件.docx', 'a', { reader, version: '1', cacheFolder: cache });
  const names = await readdir(join(cache, 'attachments'));
  const name = names.find((each) => !each.startsWith('.')) ?? '';
  await writeFile(join(cache, 'attachments', name), '{"text":"全');
  expect(
    await attachmentText('/a/附件.docx', 'a', { reader, version: '1', cacheFolder: cache }),
  ).toEqual({ text: '全文' });
  expect(await everythingIn(join(cache, 'attachments'))).toEqual(['.part/', name]);
});
