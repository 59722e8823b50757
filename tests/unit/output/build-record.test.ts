import { readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { collectArtifacts } from '../../../src/output/artifacts.ts';
import { markUnfinished, readRecord, writeRecord } from '../../../src/output/build-record.ts';
import { siteOptions } from '../../../src/output/options.ts';
import { MARK } from '../../../src/output/out-folder.ts';
import { aFolder } from '../../support/a-folder.ts';

const artifacts = collectArtifacts([
  [
    { kind: 'text', path: '_headers', key: '', text: '' },
    { kind: 'copy', path: 'a.docx', key: '12-1', source: '/a.docx' },
  ],
]);

async function aBuiltSite() {
  const options = siteOptions({
    content: await aFolder(),
    public: await aFolder(),
    out: await aFolder(),
  });
  await markUnfinished(options);
  await writeRecord(options, 'engine', artifacts);
  return options;
}

it('a folder as the last build left it is known file by file', async () => {
  const options = await aBuiltSite();
  expect(await readRecord(options, 'engine')).toEqual({
    files: new Map([
      ['_headers', ''],
      ['a.docx', '12-1'],
    ]),
  });
  expect(await readFile(join(options.out, MARK), 'utf8')).toBe('');
});

it('nothing is known before the first build', async () => {
  const options = siteOptions({ content: await aFolder(), out: await aFolder() });
  expect(await readRecord(options, 'engine')).toEqual({ reason: 'first' });
});

it('another engine makes all anew', async () => {
  expect(await readRecord(await aBuiltSite(), 'other')).toEqual({ reason: 'engine' });
});

it('a build that did not end is not built upon', async () => {
  const options = await aBuiltSite();
  await markUnfinished(options);
  expect(await readRecord(options, 'engine')).toEqual({ reason: 'foreign' });
});

it('a folder that was put there by somebody else is not built upon', async () => {
  const options = await aBuiltSite();
  await utimes(join(options.out, MARK), new Date(), new Date('2020-01-01'));
  expect(await readRecord(options, 'engine')).toEqual({ reason: 'foreign' });
});

it('one site built into two folders has two records', async () => {
  const options = await aBuiltSite();
  const other = { ...options, out: await aFolder() };
  expect(await readRecord(other, 'engine')).toEqual({ reason: 'first' });
  await writeFile(join(other.out, MARK), '');
  expect(await readRecord(other, 'engine')).toEqual({ reason: 'first' });
});
