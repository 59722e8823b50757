/** Word, Excel and PDF files as they are, and as somebody made them to do harm: read in the real process. */
import { writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openTextReader } from '../../../src/attachments/text-reader.ts';
import type { TextOutcome } from '../../../src/attachments/text-outcome.ts';
import { aFolder } from '../../support/a-folder.ts';
import {
  anExcelFile,
  aPdfFile,
  aWordFile,
  aZip,
  excelParts,
  wordParts,
} from '../../support/office-files.ts';

const reader = openTextReader();
afterAll(() => reader.close());

async function read(name: string, bytes: Buffer, by = reader): Promise<TextOutcome> {
  const file = join(await aFolder(), name);
  await writeFile(file, bytes);
  return by.read(file, extname(name));
}

const word = (body: string): Buffer => aZip(wordParts(body), { isDeflated: true });
const sheet = (rows: string): Buffer => aZip(excelParts(rows), { isDeflated: true });

describe('the text of', () => {
  it.each([
    [
      'a.docx',
      aWordFile(['关于节能的通知', '请各处室落实。']),
      '关于节能的通知\n\n请各处室落实。\n\n',
    ],
    [
      'a.xlsx',
      anExcelFile([
        ['处室', '用电'],
        ['办公室', '120'],
      ]),
      '处室 用电\n办公室 120',
    ],
    ['a.pdf', aPdfFile('机关食堂节约用电'), '机关食堂节约用电'],
  ])('%s', async (name, bytes, text) => {
    expect(await read(name, bytes)).toEqual({ text });
  });

  it.each([
    [
      'what was deleted is not',
      '<w:p><w:r><w:delText>删</w:delText><w:t>留</w:t></w:r></w:p>',
      '留\n\n',
    ],
    [
      'a tab is, where tabs stop is not',
      '<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r></w:p>',
      '甲\t乙\n\n',
    ],
    [
      'a text box is there once',
      '<w:p><mc:AlternateContent xmlns:mc="m"><mc:Choice><w:t>框</w:t></mc:Choice><mc:Fallback><w:p><w:t>框</w:t></w:p></mc:Fallback></mc:AlternateContent></w:p>',
      '框\n\n',
    ],
    [
      'a formula’s code is not',
      '<w:p><w:r><w:instrText>PAGE</w:instrText><w:t>1</w:t></w:r></w:p>',
      '1\n\n',
    ],
    [
      'entities and rare characters are',
      '<w:p><w:r><w:t>甲&amp;乙&#x20000;</w:t></w:r></w:p>',
      '甲&乙𠀀\n\n',
    ],
  ])('a Word file: %s', async (_, body, text) => {
    expect(await read('a.docx', word(body))).toEqual({ text });
  });

  it.each([
    [
      'cells that do not say where they are',
      '<row><c t="inlineStr"><is><t>甲</t></is></c><c><v>7</v></c></row>',
      '甲 7',
    ],
    [
      'numbers as Excel shows them',
      '<row><c><v>0.30000000000000004</v></c><c><v>1.2E3</v></c></row>',
      '0.3 1200',
    ],
    ['true and false', '<row><c t="b"><v>1</v></c><c t="b"><v>0</v></c></row>', 'TRUE FALSE'],
    [
      'a formula by its result',
      '<row><c t="str"><f>A1&amp;"局"</f><v>示例局</v></c></row>',
      '示例局',
    ],
  ])('an Excel file: %s', async (_, rows, text) => {
    expect(await read('a.xlsx', sheet(rows))).toEqual({ text });
  });

  it('an Excel file: shared strings without their readings, and days', async () => {
    const parts = {
      ...excelParts(
        '<row><c t="s"><v>0</v></c><c s="1"><v>46327</v></c><c s="2"><v>46327.5</v></c><c s="0"><v>46327</v></c></row>',
      ),
      'xl/sharedStrings.xml':
        '<sst><si><r><t>节</t></r><r><t>能</t></r><rPh><t>jie</t></rPh></si></sst>',
      'xl/styles.xml':
        '<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/></cellXfs></styleSheet>',
    };
    expect(await read('a.xlsx', aZip(parts))).toEqual({ text: '节能 2026-11-01 2026-11-01 46327' });
  });

  it('a long file is its beginning, and it is said', async () => {
    expect(await read('a.docx', aWordFile(['节能'.repeat(150_000)]))).toEqual({
      text: '节能'.repeat(100_000),
      fault: 'cut',
    });
  });
});

const BILLION = `<!DOCTYPE a [<!ENTITY a "${'x'.repeat(99)}">${Array.from({ length: 9 }, (_, at) => `<!ENTITY a${at} "${`&a${at - 1};`.repeat(10)}">`).join('')}]>`;
const OUTSIDE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
const part = (text: string) =>
  aZip({ ...wordParts(''), 'word/document.xml': text }, { isDeflated: true });

/** The first entry claims fewer bytes than come out of it. */
function aLie(): Buffer {
  const bytes = aZip(
    { 'word/document.xml': `<a>${' '.repeat(1_000_000)}</a>` },
    { isDeflated: true },
  );
  const directory = bytes.indexOf('PK\x01\x02');
  bytes.writeUInt32LE(100, directory + 24);
  return bytes;
}

/** Two names for one place: small files become endless so. */
function overlapping(): Buffer {
  const bytes = aZip({ 'word/document.xml': 'x'.repeat(5000), 'word/footnotes.xml': '' });
  const second = bytes.lastIndexOf('PK\x01\x02');
  bytes.writeUInt32LE(5000, second + 20);
  bytes.writeUInt32LE(5000, second + 24);
  bytes.writeUInt32LE(0, second + 42);
  return bytes;
}

describe('a hostile file stops nothing:', () => {
  it.each([
    ['no zip at all', Buffer.from('not what it says'), 'damaged'],
    ['a zip cut off', word('<w:p/>').subarray(0, 300), 'damaged'],
    ['80 MB of XML', part(`<a>${' '.repeat(80_000_000)}</a>`), 'too-large'],
    [
      '3,000 entries',
      aZip(Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`word/${at}.xml`, '']))),
      'too-large',
    ],
    ['a directory that lies', aLie(), 'too-large'],
    ['entries over one another', overlapping(), 'damaged'],
    ['a billion laughs', part(`${BILLION}<a>&a8;</a>`), 'damaged'],
    ['a file of the machine', part(`${OUTSIDE}<a>&x;</a>`), 'damaged'],
    ['elements without end', part('<a>'.repeat(1_000_000)), 'damaged'],
    ['XML that breaks off', part('<a><b>'), 'damaged'],
    ['a password on its parts', aZip(wordParts('<w:p/>'), { flags: 1 }), 'locked'],
  ])('%s', async (_, bytes, fault) => {
    expect(await read('a.docx', bytes)).toEqual({ text: '', fault });
  });

  it.each([
    ['a.pdf', Buffer.from('not what it says')],
    ['a.pdf', aPdfFile('节能').subarray(0, 100)],
    ['a.xlsx', word('<w:p/>')],
  ])('%s that is none', async (name, bytes) => {
    expect(await read(name, bytes)).toEqual({ text: '', fault: 'damaged' });
  });
});

describe('the process that reads', () => {
  it('is ended when a file takes too long, and the next file is read by another', async () => {
    const impatient = openTextReader(1);
    const slow = part(`<a>${'<b/>'.repeat(2_000_000)}</a>`);
    expect(await read('slow.docx', slow, impatient)).toEqual({ text: '', fault: 'slow' });
    impatient.close();
    expect(await read('a.docx', aWordFile(['节能']))).toEqual({ text: '节能\n\n' });
  });

  it('is ended when a file takes too much memory, and the next file is read by another', async () => {
    const attributes = Array.from({ length: 1_500_000 }, (_, at) => `a${at}="1"`).join(' ');
    const other = openTextReader(120_000);
    expect(await read('a.docx', part(`<a ${attributes}/>`), other)).toEqual({
      text: '',
      fault: 'memory',
    });
    expect(await read('b.docx', aWordFile(['节能']), other)).toEqual({ text: '节能\n\n' });
    other.close();
  });

  it('reads files in turn however many ask', async () => {
    const texts = await Promise.all(
      ['甲', '乙', '丙'].map((text) => read('a.docx', aWordFile([text]))),
    );
    expect(texts.map(({ text }) => text.trim())).toEqual(['甲', '乙', '丙']);
  });
});
