/** What a Word template still asks for is no text: a mark that stops the article stands in its place. */
import { expect, it } from 'vitest';
import { imported } from '../../support/imported-word.ts';
import { p, r, table, TITLE } from '../../support/word-files.ts';

const control = (content: string, isShown = true): string =>
  `<w:sdt><w:sdtPr>${isShown ? '<w:showingPlcHdr/>' : '<w:showingPlcHdr w:val="0"/>'}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
const MARK = '【未导入：还没有填写的“单击此处输入文字。”】';
const NOTICE =
  'Word 里留着填写内容的地方还没有填写，这里只留下了记号，请写上内容；不用写的，把记号删掉。';
const ASKS = '单击此处输入文字。';

it.each([
  [
    'within a paragraph',
    p(r('联系人：') + control(r('单击此处') + r('输入文字。'))),
    `联系人：${MARK}`,
  ],
  ['around paragraphs', control(p(ASKS) + p('')), MARK],
  [
    'around a cell',
    table([['姓名', '电话'], ['甲']]).replace(
      '</w:tr></w:tbl>',
      `${control(`<w:tc>${p(ASKS)}</w:tc>`)}</w:tr></w:tbl>`,
    ),
    `| 姓名 | 电话 |\n| - | - |\n| 甲 | ${MARK} |`,
  ],
])('%s', async (_, xml, body) => {
  const text = await imported({ body: TITLE + p('正文。') + xml });
  expect(text.body).toBe(`正文。\n\n${body}\n`);
  expect(text.notices).toEqual([{ line: 3, message: NOTICE }]);
});

it('is text once somebody wrote it, and nothing where it shows nothing', async () => {
  const { body, notices } = await imported({
    body: TITLE + control(p('会议要求抓好落实。'), false) + p(r('联系人：') + control(r(' '))),
  });
  expect([body, notices]).toEqual(['会议要求抓好落实。\n\n联系人：\n', []]);
});

it('is no title, for nobody looks for a mark there', async () => {
  const centred = '<w:jc w:val="center"/>';
  const { head, body } = await imported({
    body: p(control(r(ASKS, '<w:sz w:val="44"/>')), centred) + p('正文。'),
  });
  expect(head.title).toBeUndefined();
  expect(body).toBe(`${MARK}\n\n正文。\n`);
});
