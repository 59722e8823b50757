/** Numbers of persons in what files carry beside their text: read in the real process. */
import { describe, expect, it } from 'vitest';
import { anExcelFile, aPdfFile } from '../../support/office-files.ts';
import { W, cell, excel, hitsOf, paragraph, word, words } from './words-in-files.ts';

const MOBILE = '13912345678';

describe('of a Word file is found', () => {
  it.each([
    [
      'a text box',
      word(`<w:p><w:r><w:txbxContent>${paragraph(`电话${MOBILE}`)}</w:txbxContent></w:r></w:p>`),
      ['mobile 正文 139****5678'],
    ],
    [
      'a note at the foot',
      word(paragraph('甲'), {
        'word/footnotes.xml': `<w:footnotes ${W}><w:footnote>${paragraph(MOBILE)}</w:footnote></w:footnotes>`,
      }),
      ['mobile 脚注 139****5678'],
    ],
    [
      'data of a form',
      word(paragraph('甲'), { 'customXml/item1.xml': `<form><phone>${MOBILE}</phone></form>` }),
      ['mobile 自定义数据 139****5678 hidden'],
    ],
    [
      'a link',
      word(paragraph('甲'), {
        'word/_rels/document.xml.rels': `<Relationships><Relationship Id="r9" Target="tel:${MOBILE}" TargetMode="External"/></Relationships>`,
      }),
      ['mobile 链接 139****5678 hidden'],
    ],
    [
      'what a picture shows',
      word(`<w:p><w:r><w:drawing><docPr descr="张某${MOBILE}"/></w:drawing></w:r></w:p>`),
      ['mobile 图片说明 139****5678 hidden'],
    ],
    [
      'a table that was put in',
      word(paragraph('甲'), {
        'word/embeddings/名单.xlsx': anExcelFile([['手机'], [MOBILE]]) as never,
      }),
      ['mobile 嵌入的文件「名单.xlsx」工作表「表」第2行第1列 139****5678 hidden'],
    ],
  ])('%s', async (_, bytes, expected) => {
    expect(hitsOf(await words('a.docx', bytes))).toEqual(expected);
  });
});

describe('of an Excel file is found', () => {
  it.each([
    [
      'a note that is answered',
      excel(`<row r="1">${cell('甲')}</row>`, {
        'xl/threadedComments/threadedComment1.xml': `<ThreadedComments><threadedComment ref="B3"><text>电话${MOBILE}</text></threadedComment></ThreadedComments>`,
      }),
      ['mobile 批注（B3） 139****5678 hidden'],
    ],
    [
      'a sheet that Excel does not offer to show',
      excel(`<row r="1">${cell(MOBILE)}</row>`, {
        'xl/workbook.xml':
          '<workbook xmlns:r="r"><sheets><sheet name="底数" sheetId="1" state="veryHidden" r:id="r1"/></sheets></workbook>',
      }),
      ['mobile 工作表「底数」第1行第1列 139****5678 hidden'],
    ],
    [
      'a name that stands for words',
      excel(`<row r="1">${cell('甲')}</row>`, {
        'xl/workbook.xml': `<workbook xmlns:r="r"><sheets><sheet name="表" r:id="r1"/></sheets><definedNames><definedName name="a">"${MOBILE}"</definedName></definedNames></workbook>`,
      }),
      ['mobile 名称 139****5678 hidden'],
    ],
    [
      'the rows behind a pivot table',
      excel(`<row r="1">${cell('甲')}</row>`, {
        'xl/pivotCache/pivotCacheRecords1.xml': `<pivotCacheRecords><r><s v="张某"/><s v="${MOBILE}"/></r></pivotCacheRecords>`,
      }),
      ['mobile 数据透视表里的原始数据 139****5678 hidden'],
    ],
    [
      'cells of another workbook',
      excel(`<row r="1">${cell('甲')}</row>`, {
        'xl/externalLinks/externalLink1.xml': `<externalLink><sheetData><row><cell r="A1"><v>${MOBILE}</v></cell></row></sheetData></externalLink>`,
      }),
      ['mobile 从别的工作簿带来的数据 139****5678 hidden'],
    ],
    [
      'a text box',
      excel(`<row r="1">${cell('甲')}</row>`, {
        'xl/drawings/drawing1.xml': `<wsDr><p><r><t>电话139</t></r><r><t>12345678</t></r></p></wsDr>`,
      }),
      ['mobile 文本框 139****5678'],
    ],
  ])('%s', async (_, bytes, expected) => {
    expect(hitsOf(await words('a.xlsx', bytes))).toEqual(expected);
  });
});

describe('of a PDF is found', () => {
  const annotation = (entries: string) => ({
    page: '/Annots[7 0 R]',
    objects: [`<</Type/Annot/Rect[0 0 9 9]${entries}>>`],
  });
  const attached = `mobile,${MOBILE}`;
  it.each([
    [
      'a note',
      annotation(`/Subtype/Text/Contents(tel ${MOBILE})`),
      ['mobile 第1页的批注 139****5678 hidden'],
    ],
    [
      'a field of a form',
      {
        ...annotation(`/Subtype/Widget/FT/Tx/T(a)/V(${MOBILE})`),
        catalog: '/AcroForm<</Fields[7 0 R]>>',
      },
      ['mobile 第1页的表单 139****5678'],
    ],
    [
      'a link',
      annotation(`/Subtype/Link/A<</S/URI/URI(tel:${MOBILE})>>`),
      ['mobile 第1页的链接 139****5678 hidden'],
    ],
    [
      'an attached file',
      {
        catalog:
          '/Names<</EmbeddedFiles<</Names[(a)<</Type/Filespec/F(a.csv)/EF<</F 7 0 R>>>>]>>>>',
        objects: [
          `<</Type/EmbeddedFile/Length ${attached.length}>>\nstream\n${attached}\nendstream`,
        ],
      },
      ['mobile 嵌入的文件「a.csv」第1行第2列 139****5678 hidden'],
    ],
  ])('%s', async (_, extras, expected) => {
    expect(hitsOf(await words('a.pdf', aPdfFile('甲', extras)))).toEqual(expected);
  });
});
