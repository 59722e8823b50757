import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCsv } from '../../../src/markdown/csv-table.ts';
import { gbk } from './csv-files.ts';
import { cpuMsOf } from '../../support/cpu-time.ts';

const table = (text: string) => readCsv(Buffer.from(text));
const rows = [
  ['地区', '用电'],
  ['甲市', '3'],
];

describe('reads', () => {
  test.for([
    ['commas', '地区,用电\n甲市,3\n'],
    ['semicolons', '地区;用电\n甲市;3\n'],
    ['tabs', '地区\t用电\n甲市\t3\n'],
    ['full-width commas', '地区，用电\n甲市，3\n'],
    ['full-width semicolons', '地区；用电\n甲市；3\n'],
    ['bars', '地区|用电\n甲市|3'],
    ['a sep= line', 'sep=,\r\n地区,用电\r\n甲市,3\r\n'],
    ['a quoted sep= line of any sign', '"sep=^"\n地区^用电\n甲市^3\n'],
    ['a sep= line that Excel padded', 'SEP=;,\n地区;用电\n甲市;3\n'],
    ['a sep= line that names another sign than is used', 'sep=;\n地区,用电\n甲市,3\n'],
    ['two byte order marks and old line ends', '\uFEFF\uFEFF地区,用电\r甲市,3\r'],
    ['rows and columns of nothing', '地区,用电,,\n,,,\n\n甲市,3,,\n,,,\n'],
    ['quoted cells', '"地区","用电"\n"甲市","3"\n'],
    ['blanks of all widths', ' 地区 ,　用电\n甲市\u00A0, 3 \n'],
    ['invisible signs', '地\u200B区,用\u0007电\n甲市\u0000,3\n'.replace('\u0000', '\u0001')],
  ])('%s', ([, text]) => {
    expect(table(String(text))).toEqual({ rows });
  });

  test.for([
    [
      'decimal commas',
      '地区;用电\n甲市;1,5\n乙市;2\n',
      [
        ['地区', '用电'],
        ['甲市', '1,5'],
        ['乙市', '2'],
      ],
    ],
    [
      'sentences',
      '项目,说明\n一,先看，后定\n',
      [
        ['项目', '说明'],
        ['一', '先看，后定'],
      ],
    ],
    [
      'sentences in a header too',
      '项目，及类别,说明，及来源\n一，二,三，四\n',
      [
        ['项目，及类别', '说明，及来源'],
        ['一，二', '三，四'],
      ],
    ],
    [
      'a separator in quotes',
      '地区,用电\n"甲市,城区",3\n',
      [
        ['地区', '用电'],
        ['甲市,城区', '3'],
      ],
    ],
    [
      'quotation marks in a cell',
      '规格,数量\n3"管,5\n"4""管",6\n',
      [
        ['规格', '数量'],
        ['3"管', '5'],
        ['4"管', '6'],
      ],
    ],
    [
      'zeros that Excel keeps',
      '编号,名\n="0012",甲\n"=""0013""",乙\n="a""b",丙\n',
      [
        ['编号', '名'],
        ['0012', '甲'],
        ['0013', '乙'],
        ['="a""b"', '丙'].map((cell) => (cell === '="a""b"' ? 'a"b' : cell)),
      ],
    ],
    [
      'signs that programs would run',
      '甲,乙\n=1+2,+3\n-4,@SUM(A1)\n',
      [
        ['甲', '乙'],
        ['=1+2', '+3'],
        ['-4', '@SUM(A1)'],
      ],
    ],
    [
      'line breaks in a cell',
      '甲,乙\n"一\r\n二\u2028三",4\n',
      [
        ['甲', '乙'],
        ['一\n二\n三', '4'],
      ],
    ],
    [
      'short rows',
      '甲,乙,丙\n1\n2,3\n',
      [
        ['甲', '乙', '丙'],
        ['1', '', ''],
        ['2', '3', ''],
      ],
    ],
    [
      'a column without a name',
      ',2025\n甲,3\n',
      [
        ['', '2025'],
        ['甲', '3'],
      ],
    ],
    ['one column', '名单\n甲\n乙，丙\n', [['名单'], ['甲'], ['乙，丙']]],
    [
      'a first row that only begins like sep=',
      'sep=1,2\n3,4\n',
      [
        ['sep=1', '2'],
        ['3', '4'],
      ],
    ],
  ] as const)('%s', ([, text, expected]) => {
    expect(table(text)).toEqual({ rows: expected });
  });

  test('a large table in bounded time', async () => {
    const large = '甲,乙,丙\n' + '一,"二,三",4\n'.repeat(15_000);
    const taken = await cpuMsOf(() => {
      const read = table(large);
      expect('rows' in read && read.rows.length).toBe(15_001);
    });
    expect(taken).toBeLessThan(3_000);
  });
});

test('no cell of a well-formed table is lost, whatever separates it', () => {
  const signs = ['一', '3.5', '-', '“甲”', '，', '=1', '"', 'a b', '；', '0012', '\n二'];
  let seed = 20_260_301;
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  for (let round = 0; round < 300; round += 1) {
    const width = 1 + next(5);
    const cells = Array.from({ length: 2 + next(6) }, () =>
      Array.from({ length: width }, () =>
        `字${Array.from({ length: next(4) }, () => signs[next(signs.length)]).join('')}`.trim(),
      ),
    );
    const separator = [',', ';', '\t'][next(3)] ?? ',';
    const text = cells.map((row) => row.map(quoted).join(separator)).join('\r\n');
    expect(table(text)).toEqual({ rows: cells });
    expect(readCsv(gbk(text))).toEqual({ rows: cells });
  }
});

const CASES = resolve(import.meta.dirname, '../../../../shared/cases');
const cases = existsSync(CASES)
  ? readdirSync(CASES).filter(
      (name) => name.startsWith('csv-separators') || name === 'csv-sep-line',
    )
  : [];
test.skipIf(cases.length === 0)('reads the cases that staff sent', () => {
  expect(cases.length).toBe(4);
  for (const name of cases) {
    const read = readCsv(readFileSync(join(CASES, name, '数据.csv')));
    expect('rows' in read && read.rows[0]).toEqual(['单位', '数量']);
  }
});
