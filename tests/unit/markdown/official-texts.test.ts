/** What of an official text stands in a place of its own, and what is said of it where a tree cannot be sure. */
import { toString } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import { htmlFragment } from '../../../src/markdown/html-fragment.ts';
import { isAddressee } from '../../../src/markdown/rehype-addressee.ts';
import { renderMarkdown } from '../../../src/markdown/render-markdown.ts';
import { aBodyContext, nothingKnown } from './a-body-context.ts';

const render = (body: string, attachments: { title: string; url: string }[] = []) =>
  renderMarkdown(body, aBodyContext({ ...nothingKnown, attachments }));

describe('whom a text is sent to', () => {
  it.each([
    '各地（州、市）机关事务管理局，自治区各委、办、厅、局：',
    '自治区本级各党政机关、事业单位：',
    '各县（市、区）人民政府，各有关单位：',
    '各地、各部门:',
    '同志们：',
  ])('is “%s”', (line) => {
    expect(isAddressee(line)).toBe(true);
  });

  it.each([
    '现将有关事项通知如下：',
    '各项目得分和扣款情况如下：',
    '会议提出，今年要抓好六项工作：',
    '各地2026年任务：',
    '参加会议的单位：',
    '各地、各部门',
    '联系人：张三',
  ])('is not “%s”', (line) => {
    expect(isAddressee(line)).toBe(false);
  });

  it('is the first paragraph, or stands below the number of the document, and nowhere else', async () => {
    const marked = '<p class="addressee">各单位：</p>';
    expect(await render('各单位：\n\n请办理。')).toContain(marked);
    expect(await render('示政发〔2026〕12号\n\n各单位：\n\n请办理。')).toContain(marked);
    expect(await render('请办理。\n\n各单位：\n\n请办理。')).not.toContain(marked);
    expect(await render('各单位：')).not.toContain(marked);
  });
});

describe('a line above a table that numbers it', () => {
  const TABLE = '| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |';

  it('is in the middle and names the region', async () => {
    const html = await render(`表1　用能情况\n\n${TABLE}`);
    expect(html).toContain('<p id="table-1" class="table-caption">表1　用能情况</p>');
    expect(html).toContain('<section class="table-scroll" tabindex="0" aria-labelledby="table-1">');
  });

  it.each(['表1说明了用能情况。', '各单位用能情况', '表彰10家单位'])(
    '“%s” is a paragraph like any other',
    async (line) => {
      expect(await render(`${line}\n\n${TABLE}`)).toContain(`<p>${line}</p>`);
    },
  );
});

describe('a table', () => {
  it('has the name of its column at each cell', async () => {
    const html = await render('| 处室 | 电话 |\n| --- | --- |\n| 办公室 | 1 |');
    expect(html).toContain('<td data-label="处室">办公室</td>');
    expect(html).toContain('<table data-rows="">');
  });
});

describe('a line that names an attached file', () => {
  const FILES = [
    { title: '2026年度申报表', url: '/a/1.docx' },
    { title: '汇总表.xlsx', url: '/a/2.xlsx' },
  ];
  const link = (url: string, text: string) =>
    `<a class="attached" href="${url}" download>${text}</a>`;

  it.each([
    ['附件：2026年度申报表', `<p>附件：${link('/a/1.docx', '2026年度申报表')}</p>`],
    ['附件1：《汇总表》', `<p>附件1：${link('/a/2.xlsx', '《汇总表》')}</p>`],
    ['附件：1.2026年度申报表', `<p>附件：1.${link('/a/1.docx', '2026年度申报表')}</p>`],
    ['附件：其他材料', '<p>附件：其他材料</p>'],
    ['汇总表', '<p>汇总表</p>'],
  ])('“%s”', async (body, html) => {
    expect(await render(body, FILES)).toBe(html);
  });

  it('opens what a browser shows, PDF', async () => {
    const html = await render('附件：申报指南', [{ title: '申报指南', url: '/a/3.pdf' }]);
    expect(html).toBe('<p>附件：<a class="attached" href="/a/3.pdf">申报指南</a></p>');
  });

  it('stands in the list below the word', async () => {
    const html = await render('附件：\n\n1. 2026年度申报表\n2. 汇总表\n3. 别的', FILES);
    expect(html).toContain(link('/a/1.docx', '2026年度申报表'));
    expect(html).toContain(link('/a/2.xlsx', '汇总表'));
    expect(toString(htmlFragment.parse(html))).toContain('别的');
  });

  it('leads nowhere where two files are called the same', async () => {
    const same = [...FILES, { title: '汇总表', url: '/a/3.xlsx' }];
    expect(await render('附件：汇总表', same)).toBe('<p>附件：汇总表</p>');
  });
});
