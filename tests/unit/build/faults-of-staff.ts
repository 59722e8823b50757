/** Faults that staff make, one in each article, and the remedies that `check` tells them, carried out to the letter. */
import { aText } from '../../support/a-bureau.ts';
import { anExcelFile, aWordFile, excelParts } from '../../support/office-files.ts';
import { aPhoto } from '../images/sample-pictures.ts';
import { cell, excel, paragraph, word } from '../attachments/words-in-files.ts';

/** What is written by path; undefined for what is deleted. */
export type Change = Readonly<Record<string, string | Uint8Array | undefined>>;

interface Remedy {
  /** A piece of the remedy's own words: what staff do is what stands there. */
  as: string;
  change: Change;
}

export interface Fault {
  name: string;
  files: Change;
  /** Rules that tell it, in alphabetical order. */
  told: readonly string[];
  /** Any of them is enough; of a fault without one `--fix` is. */
  remedies: readonly Remedy[];
}

const PLACE = 'content/articles/2026/20261101-';
const text = (body: string, fields: readonly string[] = []): string =>
  aText('2026-11-01', fields, `云川市组织开展供热检查。\n\n${body}\n\n各单位要按时报送情况。`);
const alone = (name: string, body: string): Change => ({ [`${PLACE}${name}.md`]: text(body) });
const beside = (name: string, file: string, bytes: Uint8Array, body = '名单见附件。'): Change => ({
  [`${PLACE}${name}/index.md`]: text(body, [`attachments: [${file}]`]),
  [`${PLACE}${name}/${file}`]: bytes,
});

const IDENTITY = '650199199003070071';
const photo = await aPhoto(600, 400).jpeg().toBuffer();
const HIDDEN = {
  'xl/workbook.xml':
    '<workbook xmlns:r="r"><sheets><sheet name="表" sheetId="1" r:id="r1"/><sheet name="底数" sheetId="2" state="hidden" r:id="r2"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="worksheets/sheet2.xml"/></Relationships>',
  'xl/worksheets/sheet2.xml': (
    excelParts(`<row r="1">${cell('身份证号')}</row><row r="2">${cell(IDENTITY)}</row>`)[
      'xl/worksheets/sheet1.xml'
    ] ?? ''
  ).toString(),
};
const waiver = (until: string) =>
  `- { rule: personal/mobile, article: 20261101-duty, words: '139****5678', reason: 值班手机, person: 甲、乙, until: ${until} }\n`;

export const FAULTS: readonly Fault[] = [
  {
    name: 'the mobile number of a private person',
    files: alone('mobile', '困难群众请与张某联系，手机13912345678。'),
    told: ['personal/mobile'],
    remedies: [
      {
        as: '写成「139****5678」',
        change: alone('mobile', '困难群众请与张某联系，手机139****5678。'),
      },
      { as: '固定电话', change: alone('mobile', '困难群众请与单位联系，电话0990-7654321。') },
    ],
  },
  {
    name: 'a day that there is not',
    files: alone('no-such-day', '检查定在2月30日进行。'),
    told: ['number/no-such-day'],
    remedies: [{ as: '写成实际的那一天', change: alone('no-such-day', '检查定在2月28日进行。') }],
  },
  {
    name: 'a day without its month',
    files: alone('lost-month', '检查从718日开始。'),
    told: ['number/lost-month'],
    remedies: [{ as: '写成「7月18日」', change: alone('lost-month', '检查从7月18日开始。') }],
  },
  {
    name: 'a wrong character in a phrase that may not be changed',
    files: alone('phrase', '干部职工为实现中华民族伟大复新努力工作。'),
    told: ['text/protected-phrase'],
    remedies: [
      {
        as: '是「中华民族伟大复兴」的，改过来',
        change: alone('phrase', '干部职工为实现中华民族伟大复兴努力工作。'),
      },
    ],
  },
  {
    name: 'a picture of which the name alone came along',
    files: alone('picture', '图1.jpg'),
    told: ['left/picture-name'],
    remedies: [
      {
        as: '把它放在稿件旁边，这里单独一段写 ![图片说明](图1.jpg)',
        change: {
          [`${PLACE}picture.md`]: undefined,
          [`${PLACE}picture/index.md`]: text('![检查组查看锅炉房](图1.jpg)'),
          [`${PLACE}picture/图1.jpg`]: photo,
        },
      },
      { as: '不要的删掉', change: alone('picture', '检查组查看了锅炉房。') },
    ],
  },
  {
    name: 'a caption that is still the word of the remedy',
    files: {
      [`${PLACE}caption/index.md`]: text('![图片说明](图1.jpg)'),
      [`${PLACE}caption/图1.jpg`]: photo,
    },
    told: ['markdown/picture-caption'],
    remedies: [
      {
        as: '在方括号里写一句说明',
        change: { [`${PLACE}caption/index.md`]: text('![检查组查看锅炉房](图1.jpg)') },
      },
    ],
  },
  {
    name: 'what was deleted, and still stands in a Word file',
    files: beside(
      'revision',
      '名单.docx',
      word(
        `${paragraph('各单位：')}<w:p><w:ins w:author="甲"><w:r><w:t>报送名单。</w:t></w:r></w:ins><w:del w:author="甲"><w:r><w:delText>张某，13912345678</w:delText></w:r></w:del></w:p>`,
      ),
    ),
    told: ['attachment/hidden', 'attachment/personal'],
    remedies: [
      {
        as: '删掉批注、修订和隐藏的内容，另存一份换上',
        change: beside('revision', '名单.docx', aWordFile(['各单位：', '报送名单。'])),
      },
    ],
  },
  {
    name: 'identity numbers on a hidden sheet',
    files: beside('sheet', '名单.xlsx', excel(`<row r="1">${cell('姓名')}</row>`, HIDDEN)),
    told: ['attachment/hidden', 'attachment/personal'],
    remedies: [
      {
        as: '删掉批注、修订和隐藏的内容，另存一份换上',
        change: beside('sheet', '名单.xlsx', anExcelFile([['姓名'], ['张某']])),
      },
    ],
  },
  {
    name: 'the mark of a secret',
    files: alone('secret', '秘 密★1年'),
    told: ['leak/secret'],
    remedies: [
      { as: '可以公开的删去这个标记', change: alone('secret', '') },
      { as: '不能公开的整篇撤下', change: { [`${PLACE}secret.md`]: undefined } },
    ],
  },
  {
    name: 'a link to a page that is not there',
    files: alone('link', '办法见[供热办法](/tz/202611/20261101-gongre/)。'),
    told: ['link/dead'],
    remedies: [
      {
        as: '从地址栏复制网站名后面的部分',
        change: {
          ...alone('link', '办法见[供热办法](/tz/202611/20261102-heating/)。'),
          'content/articles/2026/20261102-heating.md': aText('2026-11-02'),
        },
      },
      { as: '删掉链接', change: alone('link', '办法见供热办法。') },
    ],
  },
  {
    name: 'a waiver whose day is over',
    files: {
      ...alone('duty', '值班手机13912345678。'),
      'content/waivers.yaml': waiver('2026-11-01'),
    },
    told: ['personal/mobile', 'waiver/expired'],
    remedies: [
      {
        as: '改正稿件，删掉这一条',
        change: { ...alone('duty', '值班电话0990-7654321。'), 'content/waivers.yaml': '' },
      },
      { as: '重新批准，改 until', change: { 'content/waivers.yaml': waiver('2026-12-31') } },
    ],
  },
  {
    name: 'an attachment that is spoken of and not there',
    files: alone('attachment', '报送要求详见附件。'),
    told: ['left/no-attachment'],
    remedies: [
      {
        as: '把附件放在稿件旁边，在稿件信息里写上 attachments',
        change: {
          [`${PLACE}attachment.md`]: undefined,
          ...beside('attachment', '要求.docx', aWordFile(['要求。']), '报送要求详见附件。'),
        },
      },
      { as: '改掉这句话', change: alone('attachment', '报送要求另行通知。') },
    ],
  },
  {
    name: 'half-width signs, cells out of Excel, the wrong sign in the number of a document',
    files: alone(
      'signs',
      '会议要求,按照示机管发[2025]47号办理。\n\n单位\t数量\n甲单位\t1\n乙单位\t2',
    ),
    told: ['number/document', 'paste/tab-cells', 'punctuation/half-width'],
    remedies: [],
  },
];
