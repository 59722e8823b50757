import { createHash } from 'node:crypto';
import { readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { collectArtifacts } from '../../../src/output/artifacts.ts';
import { builtFiles, readRecord, writeRecord } from '../../../src/output/build-record.ts';
import { createOutput } from '../../../src/output/output.ts';
import { siteOptions } from '../../../src/output/options.ts';
import { MARK } from '../../../src/output/out-folder.ts';
import { aFolder } from '../../support/a-folder.ts';

const artifacts = collectArtifacts([
  [
    { kind: 'text', path: '_headers', key: '', text: '' },
    { kind: 'copy', path: 'a.docx', key: '12-1', source: '/a.docx' },
  ],
]);

function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

async function aBuiltSite() {
  const options = siteOptions({
    content: await aFolder(),
    public: await aFolder(),
    out: await aFolder(),
  });
  const output = createOutput(options.out);
  await output.begin();
  output.write('_headers', '');
  output.write('a.docx', '甲');
  const files = builtFiles(artifacts, output.made, new Map());
  await writeRecord(options, 'engine', await output.finish(), files);
  return options;
}

it('a folder as the last build left it is known file by file', async () => {
  const options = await aBuiltSite();
  expect(await readRecord(options, 'engine')).toEqual({
    files: new Map([
      ['_headers', ['', sha256Of(''), 0]],
      ['a.docx', ['12-1', sha256Of('甲'), 3]],
    ]),
  });
  expect(await readFile(join(options.out, MARK), 'utf8')).toBe('');
});

it('what was not made again is as the build before left it; what nobody made is a bug', () => {
  const last = new Map([['a.docx', ['12-1', 'a', 3] as const]]);
  const made = new Map([['_headers', { sha256: 'b', size: 1 }]]);
  expect([...builtFiles(artifacts, made, last)]).toEqual([['_headers', ['', 'b', 1]], ...last]);
  expect(() => builtFiles(artifacts, made, new Map())).toThrow('a.docx was not made');
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
  await createOutput(options.out).begin();
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
