import { expect, it } from 'vitest';
import { exportDate, fieldReader } from '../../../src/desk/old-site/export-fields.ts';

it.each([
  ['2021-03-05 10:30:00.0', '2021-03-05 10:30'],
  ['2021-03-05T10:30:00+08:00', '2021-03-05 10:30'],
  ['2021/3/5', '2021-03-05'],
  ['2021.03.05 00:00', '2021-03-05'],
  ['2021年3月5日 8:05', '2021-03-05 08:05'],
  ['1614911400', '2021-03-05 10:30'],
  ['1614911400000', '2021-03-05 10:30'],
  ['2021-02-30', undefined],
  ['昨天', undefined],
  ['', undefined],
])('%s', (written, date) => {
  expect(exportDate(written)).toBe(date);
});

it('columns are known by the names that systems give them; what is missing is said', () => {
  const read = fieldReader({
    file: 'a.csv',
    rows: [],
    columns: ['ID', 'Doc_Title', 'DOCHTMLCON', 'chnlname', 'DocPubTime'],
  });
  if (typeof read !== 'function') throw new Error('not read');
  expect(
    read({ Doc_Title: ' 标题 ', DOCHTMLCON: '<p>甲', chnlname: '动态', DocPubTime: '2021-03-05' }),
  ).toEqual({
    title: '标题',
    html: '<p>甲',
    column: '动态',
    date: '2021-03-05',
    source: '',
    author: '',
    url: '',
    summary: '',
  });
  expect(fieldReader({ file: 'a.csv', rows: [], columns: ['标题'] })).toEqual({
    missing: ['正文', '栏目', '发布时间'],
  });
});
