/** Numbers of persons in the places of a file that nobody thinks of, and in files that are not what they are called. */
import { describe, expect, it } from 'vitest';
import { anExcelFile, aZip } from '../../support/office-files.ts';
import { cell, excel, hitsOf, paragraph, word, words } from './words-in-files.ts';

const MOBILE = '13912345678';

describe('of an office file is found wherever it stands:', () => {
  const rest = (path: string): string[] => [`mobile 文件内部（${path}） 139****5678 hidden`];
  it.each([
    [
      'words that a shape bends',
      { 'word/header1.xml': `<v:textpath string="电话${MOBILE}"/>` },
      'word/header1.xml',
    ],
    [
      'blocks to build with',
      { 'word/glossary/document.xml': `<d>${paragraph(MOBILE)}</d>` },
      'word/glossary/document.xml',
    ],
    [
      'who wrote a note',
      { 'word/people.xml': `<p><person author="张某 ${MOBILE}"/></p>` },
      'word/people.xml',
    ],
    [
      'a variable',
      { 'word/settings.xml': `<s><docVar name="a" val="${MOBILE}"/></s>` },
      'word/settings.xml',
    ],
    [
      'a page that was put in',
      { 'word/afchunk1.html': `<p>电话 <b>${MOBILE}</b></p>` },
      'word/afchunk1.html',
    ],
    [
      'a drawing of old',
      { 'word/drawings/a.vml': `<xml><t>139</t><t>12345678</t></xml>` },
      'word/drawings/a.vml',
    ],
  ])('%s', async (_, parts, path) => {
    expect(hitsOf(await words('a.docx', word(paragraph('甲'), parts as never)))).toEqual(
      rest(path),
    );
  });

  it('half of it shown, half of it hidden', async () => {
    const body = `<w:p><w:r><w:t>139</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>12345678</w:t></w:r></w:p>`;
    expect(hitsOf(await words('a.docx', word(body)))).toEqual(rest('word/document.xml'));
  });

  it.each([
    ['a format', { 'xl/styles.xml': `<s><numFmt formatCode='"${MOBILE}"'/></s>` }, 'xl/styles.xml'],
    [
      'where its data come from',
      { 'xl/connections.xml': `<c><dbPr command="tel ${MOBILE}"/></c>` },
      'xl/connections.xml',
    ],
  ])('%s', async (_, parts, path) => {
    const made = excel(`<row r="1">${cell('甲')}</row>`, parts as never);
    expect(hitsOf(await words('a.xlsx', made))).toEqual(rest(path));
  });

  it('a formula, and words that no cell shows', async () => {
    const rows = `<row r="1"><c><f>"${MOBILE}"</f><v>1</v></c></row>`;
    const made = excel(rows, { 'xl/sharedStrings.xml': `<sst><si><t>13812345678</t></si></sst>` });
    expect(hitsOf(await words('a.xlsx', made))).toEqual([
      'mobile 没有用到的文字 138****5678 hidden',
      ...rest('xl/worksheets/sheet1.xml'),
    ]);
  });

  it('numbers of what is counted, ids and sizes are none', async () => {
    const rows = `<row r="1">${cell('金额')}</row><row r="2"><c><v>914400</v></c></row>`;
    const parts = {
      'xl/styles.xml': '<s uid="{13912345-6781-4391-8123-456781391234}" size="914400"/>',
    };
    expect(hitsOf(await words('a.xlsx', excel(rows, parts)))).toEqual([]);
  });
});

describe('by what a file is, not by what it is called', () => {
  const slides = aZip({
    'ppt/slides/slide1.xml': `<s><p><r><t>电话${MOBILE}</t></r></p></s>`,
    'ppt/notesSlides/notesSlide1.xml': `<s><p><r><t>电话13712345678</t></r></p></s>`,
  });
  const list = anExcelFile([['手机'], [MOBILE]]);
  const sheet = 'mobile 工作表「表」第2行第1列 139****5678';
  it.each([
    ['a.wps', word(paragraph(MOBILE)), ['mobile 正文 139****5678']],
    ['a.et', list, [sheet]],
    ['a.xls', list, [sheet]],
    ['a.pptx', slides, ['mobile 幻灯片1 139****5678', 'mobile 演讲者备注1 137****5678 hidden']],
    [
      'a.zip',
      aZip({ '名单/手机.xlsx': list as never, [`${MOBILE}.png`]: 'x' }),
      [
        'mobile 压缩包里的文件「手机.xlsx」工作表「表」第2行第1列 139****5678',
        'mobile 压缩包里的文件名 139****5678',
      ],
    ],
  ])('%s', async (name, bytes, expected) => {
    const found = await words(name, bytes);
    expect([hitsOf(found), found.fault]).toEqual([expected, undefined]);
  });

  it.each([
    ['a.doc', 'an old one'],
    ['a.rtf', '{\\rtf1 13912345678}'],
    ['a.rar', 'Rar!'],
    ['a.ofd', aZip({ 'OFD.xml': '<OFD/>' })],
    ['a.odt', aZip({ 'content.xml': `<a>${MOBILE}</a>` })],
    ['a.zip', aZip({ '名单.xls': 'old' })],
  ])('%s is told to be unread', async (name, bytes) => {
    expect((await words(name, bytes)).fault).toBe('unread');
  });
});

describe('of plain text is found, however it is written', () => {
  const line = `姓名,手机\r\n张某,${MOBILE}\r\n`;
  it.each([
    ['a.csv', Buffer.from(line, 'utf16le')],
    ['b.csv', Buffer.from(`\uFEFF${line}`, 'utf16le')],
    ['c.csv', Buffer.from(`\uFEFF${line}`, 'utf16le').swap16()],
    ['d.tsv', Buffer.from(`\uFEFF${line.replaceAll(',', '\t')}`)],
  ])('%s', async (name, bytes) => {
    expect(hitsOf(await words(name, bytes))).toEqual(['mobile 第2行第2列 139****5678']);
  });

  it.each(['a.vtt', 'a.srt'])('captions: %s', async (name) => {
    const captions = `WEBVTT\n\n1\n00:00:01.000 --> 00:00:04.000\n请打电话 ${MOBILE}\n`;
    expect(hitsOf(await words(name, captions))).toEqual(['mobile 第5行第1列 139****5678']);
  });
});

it('the table behind a chart of a slide is looked through', async () => {
  const slides = aZip({
    'ppt/slides/slide1.xml': '<s><p><r><t>甲</t></r></p></s>',
    'ppt/embeddings/Microsoft_Excel_Sheet1.xlsx': anExcelFile([['手机'], [MOBILE]]) as never,
  });
  expect(hitsOf(await words('a.pptx', slides))).toEqual([
    'mobile 嵌入的文件「Microsoft_Excel_Sheet1.xlsx」工作表「表」第2行第1列 139****5678 hidden',
  ]);
});
