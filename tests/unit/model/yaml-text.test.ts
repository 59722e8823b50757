import { describe, expect, it } from 'vitest';
import { parseYamlText } from '../../../src/model/yaml-text.ts';

const FILE = 'content/columns.yaml';

describe('a value stays the text that was written:', () => {
  it.each([
    ['065000', '065000'],
    ['0x1F', '0x1F'],
    ['1_000', '1_000'],
    ['1e3', '1e3'],
    ['2026-03-05', '2026-03-05'],
    ['2026-03-05 10:30', '2026-03-05 10:30'],
    ['9:30', '9:30'],
    ['yes', 'yes'],
    ['True', 'True'],
    ['null', 'null'],
    ['~', '~'],
    ['.inf', '.inf'],
    ['', ''],
    ['"065"', '065'],
    ["'it''s'", "it's"],
    ['"\\u4e2d"', '中'],
  ])('%s', (written, text) => {
    expect(parseYamlText(`a: ${written}\n`, FILE)).toMatchObject({
      value: { a: text },
      issues: [],
    });
  });

  it('a merge key and a prototype are words like others', () => {
    const { value } = parseYamlText('<<: { a: 1 }\n__proto__: x\n', FILE);
    expect(Object.entries(value as object)).toEqual([
      ['<<', { a: '1' }],
      ['__proto__', 'x'],
    ]);
  });
});

describe('the line of', () => {
  const text = [
    '# comment', // 5
    'name: 示例局', // 6
    'empty:', // 7
    'contact:', // 8
    '  phone: 1', // 9
    'home:', // 10
    '  - column: tpxw', // 11
    '    count: 6', // 12
    '  - column: gzdt', // 13
    'words: [甲,', // 14
    '  乙]', // 15
  ].join('\n');
  const { lineOf } = parseYamlText(text, FILE, 5);

  it.each([
    [['name'], 6],
    [['empty'], 7],
    [['contact'], 8],
    [['contact', 'phone'], 9],
    [['home', 0], 11],
    [['home', 0, 'column'], 11],
    [['home', 0, 'count'], 12],
    [['home', 1, 'column'], 13],
    [['words', 0], 14],
    [['words', 1], 15],
  ])('%j is its own', (path, line) => {
    expect(lineOf(path)).toBe(line);
  });

  it.each([
    [['contact', 'email'], 8],
    [['home', 1, 'count'], 13],
    [['home', 7, 'column'], 10],
    [['title'], 6],
    [[], 6],
  ])('%j, which is not there, is that of the nearest parent', (path, line) => {
    expect(lineOf(path)).toBe(line);
  });

  it('an item of a list at the top is its own', () => {
    const list = parseYamlText('- slug: a\n  name: 甲\n\n- slug: b\n  name: 乙\n', FILE);
    expect([0, 1].map((index) => list.lineOf([index, 'name']))).toEqual([2, 5]);
  });
});

describe('an issue names', () => {
  it('a second document, which would be left out', () => {
    const { value, issues } = parseYamlText('a: 1\n---\nb: 2', FILE);
    expect(value).toBeUndefined();
    expect(issues).toEqual([
      {
        rule: 'yaml/several-documents',
        level: 'stop',
        file: FILE,
        line: 2,
        message: '这里有一行「---」，它下面的内容都不会用到。',
        fix: '删掉这一行「---」；下面是另一份内容的，把它删掉。',
      },
    ]);
  });

  it('at most twenty lines of a file of another kind', () => {
    const text = Array.from({ length: 500 }, (_, index) => `- "${index}`).join('\n');
    expect(parseYamlText(text, FILE).issues.length).toBeLessThanOrEqual(20);
  });

  it('a key that is written twice, wherever it is', () => {
    const { issues } = parseYamlText('a: 1\nb:\n  c: 1\n  c: 2\na: 3\n', FILE, 10);
    expect(issues.map(({ line, message }) => [line, message])).toEqual([
      [13, '「c」写了两次。'],
      [14, '「a」写了两次。'],
    ]);
  });

  it.each([
    ['a: &all 1\nb: *all', [1, 2]],
    ['a: &重点 标题', [1]],
    ['a:\n  - &x [&y [z]]', [2]],
    // Ten such lines would grow to gigabytes if an alias were followed.
    ['a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]', [1, 2, 3]],
  ])('every line with an anchor or alias, once, and nothing is read: %j', (text, lines) => {
    const { value, issues } = parseYamlText(text, FILE);
    expect(value).toBeUndefined();
    expect(issues.map(({ line }) => line)).toEqual(lines);
    expect(new Set(issues.map(({ message }) => message))).toEqual(
      new Set(['这里用了 YAML 的锚点（& 或 *），本站不支持。']),
    );
  });

  it.each([
    ['a: 1\n\tb: 2', 2, 'b: 2'],
    ['a: [1, 2', 1, 'a: [1, 2'],
    ['a: 通知:', 1, 'a: 通知:'],
    ['a: !重要 通知', 1, 'a: !重要 通知'],
    ['a: !important 通知', 1, 'a: !important 通知'],
  ])('the line that cannot be read: %j', (text, line, written) => {
    const { value, issues } = parseYamlText(text, FILE);
    expect(value).toBeUndefined();
    expect(issues.map((issue) => [issue.file, issue.line, issue.message])).toEqual([
      [FILE, line, `这一行的写法读不懂：「${written}」。`],
    ]);
  });
});

it('invisible characters are in no key and no value', () => {
  const { value, issues } = parseYamlText('na\u200Bme: \uFEFF通知\u00AD公告\u200E\n', FILE);
  expect({ value, issues }).toEqual({ value: { name: '通知公告' }, issues: [] });
});

it('a file of 20,000 fields and one nested 20,000 deep are read in bounded time', () => {
  const wide = Array.from({ length: 20_000 }, (_, index) => `k${index}: v`).join('\n');
  expect(parseYamlText(wide, FILE).issues).toEqual([]);
  expect(parseYamlText(`a: ${'['.repeat(20_000)}`, FILE).value).toBeUndefined();
});
