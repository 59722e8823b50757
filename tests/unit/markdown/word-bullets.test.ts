/** Bullets of Word's whose font was lost on the way: letters of Wingdings before a tab. */
import { expect, test } from 'vitest';
import { renderMarkdown } from '../../../src/markdown/render-markdown.ts';
import { aBodyContext, nothingKnown } from './a-body-context.ts';
import { bodyReport, mendedBody } from './a-body-report.ts';

const said = (letter: string): string =>
  `行首的「${letter}」像是 Word 的项目符号，粘贴后丢了字体，网页上会显示成「${letter}」。`;

test.for([
  ['o', '○'],
  ['n', '■'],
  ['l', '●'],
  ['u', '◆'],
  ['v', '❖'],
  ['q', '❑'],
  ['p', '□'],
  ['w', '◆'],
  ['Ø', '➢'],
  ['§', '▪'],
  ['ü', '✓'],
  ['à', '→'],
  ['Ÿ', '•'],
] as const)('%s is %s where it stands before two lines', async ([letter, sign]) => {
  const body = `首段。\n\n${letter}\t抓落实\n${letter}\t12%\n\n末段。`;
  const fix = (text: string): string => `换成普通的符号「${sign}」，写成「${sign} ${text}」。`;
  expect(bodyReport(body).issues).toEqual([
    `3 ${said(letter)} → ${fix('抓落实')}`,
    `4 ${said(letter)} → ${fix('12%')}`,
  ]);
  const right = `首段。\n\n${sign}\t抓落实\n${sign}\t12%\n\n末段。`;
  expect(mendedBody(body)).toBe(right);
  expect(bodyReport(right).issues).toEqual([]);
  expect(bodyReport(`${sign} 抓落实\n${sign} 12%`).issues).toEqual([]);
  const html = await renderMarkdown(right, aBodyContext(nothingKnown));
  expect(html).toContain(`<p>${sign}\t抓落实</p>\n<p>${sign}\t12%</p>`);
});

test.for([
  ['Ø\t抓落实', '➢\t抓落实'],
  ['§\t抓落实\n正文。', '▪\t抓落实\n正文。'],
  ['l\t抓落实\n\n正文。\n\nl\t抓宣传', '●\t抓落实\n\n正文。\n\n●\t抓宣传'],
  ['l\t抓落实\n\to\t甲\n\to\t乙\nl\t抓宣传', '●\t抓落实\n\t○\t甲\n\t○\t乙\n●\t抓宣传'],
  ['一、\t总则\n§\t抓落实', '一、\t总则\n▪\t抓落实'],
  ['> n\t抓落实\n> n\t抓宣传', '> ■\t抓落实\n> ■\t抓宣传'],
  ['- l\t抓落实\n- l\t抓宣传', '- ●\t抓落实\n- ●\t抓宣传'],
] as const)('%j is mended', ([body, right]) => {
  expect(mendedBody(body)).toBe(right);
  expect(bodyReport(right).issues).toEqual([]);
});

test.for([['o\t甲单位'], ['l\t抓落实\nn\t抓宣传'], ['正文。\nu\t电压']] as const)(
  '%j is asked: it may be a letter',
  ([body]) => {
    const { issues, mended } = bodyReport(body);
    expect(mended).toBe(body);
    expect(issues).toHaveLength(body.split('\n').filter((line) => line.includes('\t')).length);
    for (const issue of issues) {
      const [, sign, letter] = /写成「(\S .+?)」；是字母.*写成「(\S .+?)」。$/.exec(issue) ?? [];
      expect(bodyReport(`${sign}\n${sign}`).issues).toEqual([]);
      expect(bodyReport(`${letter}\n${letter}`).issues).toEqual([]);
    }
  },
);

test('the words of the question', () => {
  expect(bodyReport('o\t甲单位').issues).toEqual([
    `1 ${said('o')} → 是项目符号，换成「○」，写成「○ 甲单位」；是字母，把它后面的制表符换成空格，写成「o 甲单位」。`,
  ]);
});

test.for(['n 甲\nn 乙', '见表o\t甲', 'O\t甲', 'A\t甲', 'on\t甲'])('%j is no bullet', (body) => {
  expect(bodyReport(body).issues).toEqual([]);
});
