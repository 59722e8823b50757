import { Miniflare } from 'miniflare';
import { expect, test } from 'vitest';
import { readCounts, writeCounts } from '../../../src/views/transfer/counts-file.ts';
import { createD1Store, type D1Binding } from '../../../src/views/stores/d1.ts';
import { COMPATIBILITY_DATE } from '../real-stores.ts';

const NUMBERS = new Map([
  ['20260306-b', 1_234],
  ['20260305-a', 1],
]);

test.each([
  ['csv', 'id,views\n20260305-a,1\n20260306-b,1234\n'],
  ['json', '{\n  "20260305-a": 1,\n  "20260306-b": 1234\n}\n'],
])('%s is written sorted, and read again', (format, text) => {
  expect(writeCounts(NUMBERS, format)).toBe(text);
  const { rows, wrong } = readCounts(text);
  expect(rows.map(({ name, views }) => [name, views])).toEqual([...NUMBERS].toSorted());
  expect(wrong).toEqual([]);
});

test('sql adds to what is there', () => {
  expect(writeCounts(new Map([['20260305-a', 7]]), 'sql')).toContain(
    "INSERT INTO views VALUES ('20260305-a', 7) ON CONFLICT (id) DO UPDATE SET n = n + excluded.n;",
  );
  expect(writeCounts(NUMBERS, 'xlsx')).toBeUndefined();
});

test('a spreadsheet’s CSV is read as it comes', () => {
  const text = '\uFEFF网址,浏览次数,备注\r\n/a.shtml,"1,234",头条\r\n\r\n/b.shtml, 5\r\n';
  expect(readCounts(text)).toEqual({
    rows: [
      { name: '/a.shtml', views: 1_234, line: 2 },
      { name: '/b.shtml', views: 5, line: 4 },
    ],
    wrong: [],
  });
});

test.each(['-1', '1.5', 'abc', '', '1e3', '99999999999999999999'])(
  '「%s」 is no count, and its line is told',
  (written) => {
    expect(readCounts(`id,views\na,${written}\nb,2\n`)).toEqual({
      rows: [{ name: 'b', views: 2, line: 3 }],
      wrong: [{ line: 2, text: `a,${written}` }],
    });
  },
);

test('sql is taken by D1 as it is', async () => {
  const workerd = new Miniflare({
    modules: true,
    script: 'export default {}',
    compatibilityDate: COMPATIBILITY_DATE,
    d1Databases: ['DB'],
  });
  const database = await workerd.getD1Database('DB');
  const store = createD1Store(database as unknown as D1Binding);
  await store.add('20260305-a');
  const counts = new Map([
    ['20260305-a', 7],
    ['20260306-b', 3],
  ]);
  await database.exec(writeCounts(counts, 'sql') ?? '');
  expect(await store.counts([...counts.keys()])).toEqual(
    new Map([
      ['20260305-a', 8],
      ['20260306-b', 3],
    ]),
  );
  await workerd.dispose();
});
