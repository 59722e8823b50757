/** Numbers of persons in what files carry beside their text: read in the real process. */
import { describe, expect, it } from 'vitest';
import { anExcelFile } from '../../support/office-files.ts';
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
      'a list to choose from',
      word(
        `<w:sdt><w:sdtPr><w:alias w:val="承办人"/><w:dropDownList><w:listItem w:displayText="张某 ${MOBILE}" w:value="1"/></w:dropDownList></w:sdtPr><w:sdtContent>${paragraph('甲')}</w:sdtContent></w:sdt>`,
      ),
      ['mobile 下拉选项和提示 139****5678 hidden'],
    ],
    [
      'a form of old, and the tip of a link',
      word(
        `<w:p><w:r><w:fldChar><w:ffData><w:ddList><w:listEntry w:val="${MOBILE}"/></w:ddList></w:ffData></w:fldChar></w:r><w:hyperlink w:tooltip="打 ${MOBILE}"><w:r><w:t>甲</w:t></w:r></w:hyperlink></w:p>`,
      ),
      ['mobile 下拉选项和提示 139****5678 hidden', 'mobile 下拉选项和提示 139****5678 hidden'],
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
      'what a sheet is called, and nothing that is printed says it',
      excel(`<row r="1">${cell('电话' + MOBILE)}</row>`, {
        'xl/workbook.xml': `<workbook xmlns:r="r"><sheets><sheet name="${MOBILE}" sheetId="1" r:id="r1"/></sheets></workbook>`,
      }),
      ['mobile 工作表的名称 139****5678', 'mobile 工作表「139****5678」第1行第1列 139****5678'],
    ],
    [
      'a list to choose from, what is asked, and where a link leads',
      excel(
        `<row r="1">${cell('甲')}</row></sheetData><dataValidations><dataValidation prompt="问 ${MOBILE}"><formula1>"张某,${MOBILE}"</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A1" tooltip="${MOBILE}"/></hyperlinks><sheetData>`,
      ),
      [
        'mobile 工作表「表」的下拉选项和提示 139****5678 hidden',
        'mobile 工作表「表」的下拉选项和提示 139****5678 hidden',
        'mobile 工作表「表」的下拉选项和提示 139****5678 hidden',
      ],
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
