/** Files that are no Word files, or want to harm whoever opens them: each is named in a sentence, within bounds. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importFile } from '../../../src/desk/import-file.ts';
import { aZip, wordParts } from '../../support/office-files.ts';
import { drawing, p, TITLE, wordFile } from '../../support/word-files.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-file-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function outcome(name: string, bytes: Uint8Array): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, bytes);
  const work = await mkdtemp(join(folder, 'work-'));
  const read = await importFile(file, work);
  return 'fix' in read ? read.message : read.body;
}

const declared = (xml: string): Uint8Array => aZip({ ...wordParts(''), 'word/document.xml': xml });
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

it.each<[string, string, Uint8Array | (() => Uint8Array | Promise<Uint8Array>), string]>([
  ['empty', 'a.docx', Buffer.alloc(0), '是空的。'],
  ['a text', 'a.docx', Buffer.from('正文'), '不是 Word 文件。'],
  [
    'cut off',
    'a.docx',
    wordFile({ body: TITLE + p('正文') }).subarray(0, 400),
    '不完整，可能没有传完。',
  ],
  ['a zip of other things', 'a.docx', aZip({ 'a.txt': '甲' }), '不是 Word 文件。'],
  ['no XML', 'a.docx', declared('甲'), '打不开，可能已经损坏。'],
  ['no body', 'a.docx', declared(`<w:document ${W}/>`), '打不开，可能已经损坏。'],
  [
    'an entity of a file on this machine',
    'a.docx',
    declared(
      `<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document ${W}><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>`,
    ),
    '打不开，可能已经损坏。',
  ],
  [
    'entities of entities',
    'a.docx',
    declared(
      `<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><w:document ${W}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`,
    ),
    '打不开，可能已经损坏。',
  ],
  [
    'a part that inflates to 60 MB',
    'a.docx',
    () =>
      aZip(
        { ...wordParts(''), 'word/document.xml': Buffer.alloc(60 * 1024 * 1024, 32) },
        { isDeflated: true },
      ),
    '里面的内容太多，读不完。',
  ],
  [
    '3,000 parts',
    'a.docx',
    () =>
      aZip({
        ...wordParts(TITLE),
        ...Object.fromEntries(Array.from({ length: 3000 }, (_, n) => [`x/${n}.xml`, ''])),
      }),
    '里面的内容太多，读不完。',
  ],
  [
    'elements 5,000 deep',
    'a.docx',
    declared(
      `<w:document ${W}><w:body>${'<w:sdt><w:sdtContent>'.repeat(2500)}${'</w:sdtContent></w:sdt>'.repeat(2500)}</w:body></w:document>`,
    ),
    '打不开，可能已经损坏。',
  ],
  [
    'a cell that spans a thousand million',
    'a.docx',
    wordFile({
      body: `${TITLE}<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>${p('甲')}</w:tc></w:tr></w:tbl>`,
    }),
    '甲\n',
  ],
])('%s', async (_, name, bytes, message) => {
  expect(await outcome(name, typeof bytes === 'function' ? await bytes() : bytes)).toEqual(message);
});

it('two million elements are read in bounds or refused, not waited for', async () => {
  const xml = `<w:document ${W}><w:body>${'<w:p><w:r><w:t>甲</w:t></w:r></w:p>'.repeat(600_000)}</w:body></w:document>`;
  const bytes = aZip({ ...wordParts(''), 'word/document.xml': xml }, { isDeflated: true });
  expect(await outcome('large.docx', bytes)).toMatch(/读不完|内存不够|没有读完/);
}, 60_000);

it('a picture of 200 megapixels is named, the text comes', async () => {
  const huge = await sharp({
    create: { width: 20_000, height: 10_000, channels: 3, background: '#fff' },
    limitInputPixels: false,
  })
    .png()
    .toBuffer();
  const text = await outcome(
    'huge.docx',
    wordFile({ body: TITLE + p('正文。') + p(drawing('a.png')), pictures: { 'a.png': huge } }),
  );
  expect(text).toBe('正文。\n\n【未导入：图片】\n');
}, 60_000);

it('a path that leads out of the file leads nowhere', async () => {
  const relations =
    '<Relationships><Relationship Id="x" Type="a/image" Target="../../../../etc/hostname"/></Relationships>';
  const bytes = aZip({
    ...wordParts(TITLE + p('正文。') + p(drawing('x'))),
    'word/_rels/document.xml.rels': relations,
    '../../etc/hostname': 'x',
  });
  expect(await outcome('path.docx', bytes)).toBe('正文。\n\n【未导入：图片】\n');
});

const office = ((): string | undefined => {
  try {
    return execFileSync('soffice', ['--version'], { encoding: 'utf8' });
  } catch {
    return undefined;
  }
})();

it.runIf(office)(
  'an old .doc comes by LibreOffice',
  async () => {
    const source = join(folder, '旧稿.docx');
    await writeFile(source, wordFile({ body: TITLE + p('正文一段。') }));
    execFileSync('soffice', [
      '--headless',
      `-env:UserInstallation=file://${folder}/profile`,
      '--convert-to',
      'doc',
      '--outdir',
      folder,
      source,
    ]);
    const work = await mkdtemp(join(folder, 'work-'));
    const read = await importFile(join(folder, '旧稿.doc'), work);
    expect(read).toMatchObject({
      head: { title: '关于做好节能工作的通知' },
      body: '正文一段。\n',
      notices: [{ message: '这个文件由 LibreOffice 转换成 .docx 再导入，请核对编号和表格。' }],
    });
    expect((await readdir(folder)).filter((name) => name.startsWith('.~lock'))).toEqual([]);
  },
  120_000,
);

it('where there is no LibreOffice, it is said what to do', async () => {
  const file = join(folder, 'alt.wps');
  await writeFile(file, '甲');
  const { PATH } = process.env;
  process.env['PATH'] = folder;
  try {
    const read = await importFile(file, await mkdtemp(join(folder, 'work-')));
    expect(read).toEqual({
      message: '是老格式的文件。',
      fix: '请用 Word 或者 WPS 打开它，另存为 .docx，再导入。',
    });
  } finally {
    process.env['PATH'] = PATH;
  }
});
