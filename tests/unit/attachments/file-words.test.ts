/** Numbers of persons and leaks in files, where readers look and where they do not: read in the real process. */
import { describe, expect, it } from 'vitest';
import { wordsIssues } from '../../../src/attachments/words-issues.ts';
import { wholeNumber } from '../../../src/attachments/xlsx-words.ts';
import { anExcelFile, aPdfFile, aWordFile, aZip, excelParts } from '../../support/office-files.ts';
import { W, cell, excel, hitsOf, paragraph, word, words } from './words-in-files.ts';

/** Of a district that does not exist. */
const ID = '650199199003070071';
const MOBILE = '13912345678';

describe('of a Word file is found', () => {
  it.each([
    [
      'its text, over the borders of runs',
      word(`<w:p><w:r><w:t>电话139</w:t></w:r><w:r><w:t>12345678</w:t></w:r></w:p>`),
      ['mobile 正文 139****5678'],
    ],
    ['a secret mark', aWordFile(['机密★1年']), ['mark 正文 机密★1年']],
    [
      'what was deleted',
      word(`<w:p><w:del><w:r><w:delText>身份证${ID}</w:delText></w:r></w:del></w:p>`),
      ['id 修订里删除的文字 65*************071 hidden'],
    ],
    [
      'hidden text',
      word(`<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>电话${MOBILE}</w:t></w:r></w:p>`),
      ['mobile 隐藏文字 139****5678 hidden'],
    ],
    [
      'a comment',
      word(paragraph('甲'), {
        'word/comments.xml': `<w:comments ${W}><w:comment>${paragraph(`电话${MOBILE}`)}</w:comment></w:comments>`,
      }),
      ['mobile 批注 139****5678 hidden'],
    ],
    [
      'a header',
      word(paragraph('甲'), {
        'word/header1.xml': `<w:hdr ${W}>${paragraph('内部资料，请勿外传')}</w:hdr>`,
      }),
      ['mark 页眉 内部资料，请勿外传'],
    ],
    [
      'a property',
      word(paragraph('甲'), { 'docProps/core.xml': `<p><creator>张某${MOBILE}</creator></p>` }),
      ['mobile 文档属性 139****5678 hidden'],
    ],
  ])('%s', async (_, bytes, expected) => {
    expect(hitsOf(await words('a.docx', bytes))).toEqual(expected);
  });
});

describe('of an Excel file is found', () => {
  const hiddenBook = {
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="底数" sheetId="1" state="hidden" r:id="r1"/></sheets></workbook>',
  };
  it.each([
    [
      'a cell by what its column is called',
      anExcelFile([
        ['姓名', '银行卡号'],
        ['张某', '4532000000000009'],
      ]),
      ['bank 工作表「表」第2行第2列 45***********009'],
    ],
    [
      'a cell without its place',
      excel(`<row>${cell('姓名')}${cell('手机')}</row><row>${cell('张某')}${cell(MOBILE)}</row>`),
      ['mobile 工作表「表」第2行第2列 139****5678'],
    ],
    [
      'a number that is kept as a number',
      excel(
        `<row r="1"><c r="A1"><v>${MOBILE}</v></c><c r="B1"><v>6.5019919900307E+17</v></c></row>`,
      ),
      ['mobile 工作表「表」第1行第1列 139****5678', 'id 工作表「表」第1行第2列 65*************000'],
    ],
    [
      'a home and an illness',
      anExcelFile([
        ['姓名', '家庭住址', '病情'],
        ['张某', '河口镇东街12号', '肺病'],
        ['李某', '河口镇', '无'],
      ]),
      ['home 工作表「表」第2行第2列 河口镇东…', 'sensitive 工作表「表」第2行第3列 病情'],
    ],
    [
      'a hidden sheet',
      excel(`<row r="1">${cell(MOBILE)}</row>`, hiddenBook),
      ['mobile 工作表「底数」第1行第1列 139****5678 hidden'],
    ],
    [
      'a hidden row',
      excel(`<row r="7" hidden="1">${cell(MOBILE)}</row>`),
      ['mobile 工作表「表」第7行第1列 139****5678 hidden'],
    ],
    [
      'a note',
      excel(`<row r="1">${cell('甲')}</row>`, {
        'xl/comments1.xml': `<comments><commentList><comment ref="B3"><text><t>电话</t><t>${MOBILE}</t></text></comment></commentList></comments>`,
      }),
      ['mobile 批注（B3） 139****5678 hidden'],
    ],
  ])('%s', async (_, bytes, expected) => {
    expect(hitsOf(await words('a.xlsx', bytes))).toEqual(expected);
  });

  it('a hidden column', async () => {
    const parts = excelParts(`<row r="1">${cell('甲')}${cell(MOBILE)}</row>`);
    const name = 'xl/worksheets/sheet1.xml';
    const sheet = (parts[name] ?? '').replace(
      '<sheetData>',
      '<cols><col min="2" max="2" hidden="1"/></cols><sheetData>',
    );
    const found = await words('a.xlsx', aZip({ ...parts, [name]: sheet }));
    expect([hitsOf(found), found.hidden]).toEqual([
      ['mobile 工作表「表」第1行第2列 139****5678 hidden'],
      ['工作表「表」隐藏的列'],
    ]);
  });
});

it.each(['ins', 'moveTo'])(
  'of a Word file is told that a change (%s) is not accepted',
  async (tag) => {
    const body = `<w:p><w:${tag} w:author="甲"><w:r><w:t>报送名单。</w:t></w:r></w:${tag}></w:p>`;
    expect((await words('a.docx', word(body))).hidden).toEqual(['没有接受的修订']);
  },
);

it('of a PDF and a CSV file is found what stands in them', async () => {
  expect(hitsOf(await words('a.pdf', aPdfFile(`电话${MOBILE}`)))).toEqual([
    'mobile 第1页 139****5678',
  ]);
  const csv = `姓名,身份证号\n张某,${ID}\n`;
  expect(hitsOf(await words('a.csv', csv))).toEqual(['id 第2行第2列 65*************071']);
});

it('nothing is found in files that say nothing of anybody', async () => {
  const nothing = { hits: [], more: {}, hidden: [] };
  expect(await words('a.docx', aWordFile(['联系电话0990-7654321，139****5678。']))).toEqual(
    nothing,
  );
  expect(
    await words(
      'a.xlsx',
      anExcelFile([
        ['项目', '金额'],
        ['供热', '13912345678.5'],
      ]),
    ),
  ).toEqual(nothing);
});

it('a file that is cut or cannot be read says so', async () => {
  const long = `${`供热改造,${'1'.repeat(50)}\n`.repeat(40_000)}`;
  expect((await words('a.csv', long)).fault).toBe('cut');
  expect((await words('a.docx', Buffer.from('PK'))).fault).toBe('damaged');
});

it.each([
  ['6.5019919900307E+17', '650199199003070000'],
  ['1.3912345678E+10', '13912345678'],
  ['13912345678', '13912345678'],
  ['1.5', '1.5'],
  ['1E+300', '1E+300'],
])('of the number %s is known %s', (written, whole) => {
  expect(wholeNumber(written)).toBe(whole);
});

it('staff are told where, masked, with what helps', async () => {
  const rows = Array.from({ length: 30 }, (_, row) => ['张某', `139123456${10 + row}`]);
  const found = await words('名单.xlsx', anExcelFile([['姓名', '手机'], ...rows]));
  const said = wordsIssues({ file: 'a.md', line: 7 }, '名单.xlsx', {
    ...found,
    hidden: ['批注'],
    fault: 'cut',
  });
  expect(
    said.map(({ rule, level, line, message, fix }) => [rule, level, line, message, fix]),
  ).toEqual([
    [
      'attachment/personal',
      'stop',
      7,
      '附件「名单.xlsx」里手机号没有遮挡：工作表「表」第2行第2列「139****5610」、工作表「表」第3行第2列「139****5611」、工作表「表」第4行第2列「139****5612」等 30 处。',
      '删掉或者遮挡（138****1234），另存一份换上；存成数字的号码，整列删掉。确需公开的，请两个人在 content/waivers.yaml 登记。',
    ],
    [
      'attachment/hidden',
      'warn',
      7,
      '附件「名单.xlsx」里有批注，读者也能看到。',
      '在 Office 里「文件 → 信息 → 检查文档」，删掉批注、修订和隐藏的内容，另存一份换上；要留着的，请两个人看过。',
    ],
    [
      'attachment/unchecked',
      'warn',
      7,
      '附件「名单.xlsx」太长，只查了前面的部分，里面有没有个人信息、不公开的内容不知道。',
      '请打开看一遍；太长的，拆成几个文件。',
    ],
  ]);
});

it('of many things of one kind none hides those of another behind them', async () => {
  const plates = Array.from({ length: 130 }, (_, at) => `公务用车 新A·${10_000 + at}`);
  const found = await words('车辆.docx', aWordFile([...plates, `身份证${ID}`, MOBILE, '机密★1年']));
  const said = wordsIssues({ file: 'a.md' }, '车辆.docx', found);
  expect(said.map(({ rule, level, message }) => [rule, level, message])).toEqual([
    ['attachment/personal', 'info', expect.stringMatching(/车牌号：.*等 130 处。$/)],
    [
      'attachment/personal',
      'stop',
      '附件「车辆.docx」里身份证号没有遮挡：正文「65*************071」。',
    ],
    ['attachment/personal', 'stop', '附件「车辆.docx」里手机号没有遮挡：正文「139****5678」。'],
    ['attachment/leak', 'stop', '附件「车辆.docx」里不公开的标记：正文「机密★1年」。'],
  ]);
});
