/** Rows that an empty line cut off from their table, and each remedy tried. */
import { expect, test } from 'vitest';
import { bodyReport, mendedBody } from './a-body-report.ts';

const TABLE = '| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |';
const SAID = '从这一行起的表格和上面的表格之间隔着空行，没有认出来，会原样显示。';

test('the empty line is what is wrong, and no row becomes a head', () => {
  const body = `${TABLE}\n\n| 3 | 4 |\n| 5 | 6 |`;
  expect(bodyReport(body).issues).toEqual([
    `5 ${SAID} → 删掉空行，它就接在上面的表格里；要另作一个表格，前两行写成「| 3 | 4 |」和「| --- | --- |」。`,
  ]);
  expect(mendedBody(body)).toBe(`${TABLE}\n| 3 | 4 |\n| 5 | 6 |`);
  expect(bodyReport(mendedBody(body)).issues).toEqual([]);
  const another = `${TABLE}\n\n| 3 | 4 |\n| --- | --- |\n| 5 | 6 |`;
  expect(bodyReport(another).issues).toEqual([]);
});

test.for([
  ['one row', `${TABLE}\n\n| 3 | 4 |`, `${TABLE}\n| 3 | 4 |`],
  ['several empty lines', `${TABLE}\n\n \n\n| 3 | 4 |\n\n后文`, `${TABLE}\n| 3 | 4 |\n\n后文`],
  [
    'several rests',
    `${TABLE}\n\n| 3 | 4 |\n\n| 5 | 6 |\n| 7 | 8 |`,
    `${TABLE}\n| 3 | 4 |\n| 5 | 6 |\n| 7 | 8 |`,
  ],
  ['a rest in full width', `${TABLE}\n\n｜3｜4｜\n｜5｜6｜`, `${TABLE}\n| 3 | 4 |\n| 5 | 6 |`],
] as const)('%s joins the table above', ([, body, mended]) => {
  expect(mendedBody(body)).toBe(mended);
  expect(bodyReport(mended).issues).toEqual([]);
});

test('rows of another width are asked for', () => {
  const body = `${TABLE}\n\n| 3 | 4 | 5 |\n| 6 | 7 | 8 |`;
  expect(bodyReport(body).issues).toEqual([
    `5 ${SAID} → 要接在上面的表格里，删掉空行，每行写成和它一样的 2 格；要另作一个表格，前两行写成「| 3 | 4 | 5 |」和「| --- | --- | --- |」。`,
  ]);
  expect(mendedBody(body)).toBe(body);
  expect(bodyReport(`${TABLE}\n| 3 | 4 |\n| 6 | 7 |`).issues).toEqual([]);
  expect(
    bodyReport(`${TABLE}\n\n| 3 | 4 | 5 |\n| --- | --- | --- |\n| 6 | 7 | 8 |`).issues,
  ).toEqual([]);
});

test.for([
  [`文字\n\n| 3 | 4 |\n| 5 | 6 |`],
  [`${TABLE}\n\n文字\n\n| 3 | 4 |\n| 5 | 6 |`],
  [`${TABLE}\n\n| 3 | 4 |\n| ——— | ——— |\n| 5 | 6 |`],
] as const)('%j is a table of its own', ([body]) => {
  expect(mendedBody(body)).toBe(
    body.includes('———')
      ? body.replaceAll('———', '---')
      : body.replace('| 3 | 4 |', '| 3 | 4 |\n| --- | --- |'),
  );
});
