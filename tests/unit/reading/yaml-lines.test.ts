import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../support/random.ts';
import { readPlainList } from '../../../src/reading/yaml-lines.ts';
import { parseYamlText } from '../../../src/model/yaml-text.ts';
import { cpuMsOf } from '../../support/cpu-time.ts';

const FILE = 'content/redirects.yaml';

/** What must be the same of both readers, or undefined when the quick one is not certain. */
function compared(text: string) {
  const quick = readPlainList(text);
  if ('uncertain' in quick) return undefined;
  const whole = parseYamlText(text, FILE);
  const places = [
    [],
    [0],
    [1],
    [0, 'from'],
    [1, 'to'],
    [2, 'to'],
    [1, 'other'],
    [99],
    [0, 'to', 3],
  ];
  const facts = ({ value, issues, lineOf, lineText }: typeof whole) => {
    return { value, issues, lines: places.map(lineOf), texts: [1, 2, 9].map(lineText) };
  };
  return { quick: facts(quick), whole: facts(whole) };
}

describe('a list in its simplest form', () => {
  it.each([
    '- from: /a.html\n  to: 20260305-a\n',
    '# 旧地址\n\n- from: /a.asp?id=1&b=%E4%BD\n  to: https://www.example.cn/a:b#c\n# 第二批\n- from: /通知/b\n  to: /c/',
    "- from: '/a b: c #d'\n  to: \"/e'f\"   \n- to: 065\n  from: null\n",
    '- from: /a\n- to: yes\n- a: 1\n',
    '- toString: a\n'.toLowerCase(),
  ])('is read as the whole parser reads it: %j', (text) => {
    const both = compared(text);
    expect(both).toBeDefined();
    expect(both?.quick).toEqual(both?.whole);
  });

  it.each([
    ['', 1],
    ['from: /a\nto: b\n', 1],
    ['- from: /a\n  to: b\n  to: c\n', 3],
    ['- from: /a\n    /b\n', 2],
    ['- from: /a\n\n   to: b\n', 3],
    ['- from: /a\n  to:\n', 2],
    ['- from: /a\n  to: *b\n', 2],
    ['- from: /a\n  to: b: c\n', 2],
    ['- from: /a\n  to: b:\n', 2],
    ['- from: /a\n  to: b #c\n', 2],
    ['- from: /a\n  to: "b\\n"\n', 2],
    ["- from: /a\n  to: 'b''c'\n", 2],
    ['- from: /a\n  to: b\u200B\n', 2],
    ['- from: /a\n\tto: b\n', 2],
    ['---\n- from: /a\n', 1],
    ['- constructor: a\n', 1],
  ])('is left to the whole parser where it is anything else: %j', (text, uncertain) => {
    expect(readPlainList(text)).toEqual({ uncertain });
  });

  it('is never read otherwise, whatever stands there', () => {
    const random = seededRandom(7);
    const pieces = [
      '- ',
      '  ',
      'from',
      'to',
      ': ',
      ':',
      ' ',
      '#',
      "'",
      '"',
      '/',
      'a',
      '1',
      '?',
      '-',
      '~',
    ];
    pieces.push(
      '&',
      '*',
      '!',
      '%',
      '@',
      '{',
      '}',
      '[',
      ']',
      ',',
      '|',
      '>',
      '\\',
      '\t',
      '中',
      '。',
      'null',
      '---',
      '.',
    );
    const value = (): string =>
      Array.from({ length: 1 + Math.floor(random.next() * 5) }, () => random.pick(pieces)).join('');
    const line = (): string =>
      random.next() < 0.03
        ? value()
        : `${random.pick(['- from: ', '  to: '])}${random.next() < 0.6 ? '/a' : ''}${value()}`;
    let certain = 0;
    for (let round = 0; round < 6_000; round += 1) {
      const text = `- from: /x\n  to: y\n${Array.from({ length: Math.floor(random.next() * 3) }, line).join('\n')}\n`;
      const both = compared(text);
      if (!both) continue;
      certain += 1;
      expect([text, both.quick]).toEqual([text, both.whole]);
    }
    expect(certain).toBeGreaterThan(1_000);
  });

  it('of a hundred thousand takes a fraction of a second', async () => {
    const text = Array.from(
      { length: 100_000 },
      (_, at) => `- from: /t${at}.shtml\n  to: /a/\n`,
    ).join('');
    const taken = await cpuMsOf(() => {
      const read = readPlainList(text);
      expect('value' in read && (read.value as unknown[]).length).toBe(100_000);
    });
    expect(taken).toBeLessThan(1_500);
  });
});
