import { describe, expect, it } from 'vitest';
import {
  block,
  bold,
  footnote,
  lineMark,
  link,
  table,
  type TextEdit,
} from '../../../../src/desk/client/markdown-marks.ts';

/** `⟦` and `⟧` in a text are where the selection begins and ends. */
function marked(text: string) {
  const from = text.indexOf('⟦');
  const bare = text.replaceAll(/[⟦⟧]/gu, '');
  return { text: bare, range: { from, to: text.indexOf('⟧') - 1 } };
}

function done(
  before: string,
  make: (text: string, range: { from: number; to: number }) => TextEdit,
) {
  const { text, range } = marked(before);
  const edit = make(text, range);
  const after = text.slice(0, edit.from) + edit.text + text.slice(edit.to);
  const { from, to } = edit.select;
  return `${after.slice(0, from)}⟦${after.slice(from, to)}⟧${after.slice(to)}`;
}

describe('bold type', () => {
  it.each([
    ['这是⟦要点⟧。', '这是**⟦要点⟧**。'],
    ['这是**⟦要点⟧**。', '这是⟦要点⟧。'],
    ['这是⟦ 要点 ⟧。', '这是 **⟦要点⟧** 。'],
    ['这是⟦⟧。', '这是**⟦加粗的文字⟧**。'],
    ['⟦一\n\n二⟧', '**⟦一**\n\n**二⟧**'],
  ])('%j → %j', (before, after) => {
    expect(done(before, bold)).toBe(after);
  });
});

describe('signs before lines', () => {
  it.each([
    ['前\n\n检⟦修⟧内容\n\n后', '## ', '前\n\n⟦## 检修内容⟧\n\n后'],
    ['前\n检⟦修⟧内容\n后', '## ', '前\n\n⟦## 检修内容⟧\n\n后'],
    ['## 检⟦⟧修', '## ', '⟦检修⟧'],
    ['⟦一\n二⟧', '- ', '⟦- 一\n- 二⟧\n'],
    ['⟦一\n\n二⟧\n', '> ', '⟦> 一\n\n> 二⟧\n'],
    ['⟦⟧', '- ', '- ⟦例⟧\n'],
    ['前\n⟦⟧', '- ', '前\n\n- ⟦例⟧\n'],
  ])('%j with %j → %j', (before, sign, after) => {
    expect(done(before, (text, range) => lineMark(text, range, sign, '例'))).toBe(after);
  });
});

describe('a table', () => {
  it('stands in a paragraph of its own, its first cell chosen', () => {
    expect(done('前⟦⟧文\n后', (text, range) => table(text, range, 2, 2))).toBe(
      '前文\n\n| ⟦第1列⟧ | 第2列 |\n| --- | --- |\n| 　 | 　 |\n\n后',
    );
  });
});

describe('a link', () => {
  it.each([
    ['见⟦网站⟧。', '网站', 'https://a.example/b', '见[网站](https://a.example/b)⟦⟧。'],
    ['⟦⟧', '附件[1]', '/附件 (1).docx', String.raw`[附件\[1\]](</附件 (1).docx>)⟦⟧`],
  ])('%j', (before, words, address, after) => {
    expect(done(before, (_, range) => link(range, words, address))).toBe(after);
  });
});

describe('a footnote', () => {
  it.each([
    ['甲⟦⟧乙', '甲[^1]乙\n\n[^1]: ⟦注释的文字⟧\n'],
    ['甲[^3]⟦⟧乙\n\n[^3]: 旧注\n', '甲[^3][^4]乙\n\n[^3]: 旧注\n[^4]: ⟦注释的文字⟧\n'],
    ['甲⟦⟧\n\n', '甲[^1]\n\n[^1]: ⟦注释的文字⟧\n'],
  ])('%j → %j', (before, after) => {
    expect(done(before, footnote)).toBe(after);
  });
});

describe('a picture', () => {
  it.each([
    ['前⟦⟧文\n\n后', '前文\n\n⟦![](1.jpg)⟧\n\n后'],
    ['⟦⟧', '⟦![](1.jpg)⟧\n'],
    ['前\n⟦⟧\n后', '前\n\n⟦![](1.jpg)⟧\n\n后'],
    ['前⟦⟧', '前\n\n⟦![](1.jpg)⟧\n'],
  ])('%j → %j', (before, after) => {
    expect(done(before, (text, { to }) => block(text, to, '![](1.jpg)'))).toBe(after);
  });
});
