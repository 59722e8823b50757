/** HTML that was pasted: its text never vanishes without a word, and the common tags are mended. */
import { expect, test } from 'vitest';
import { renderMarkdown } from '../../../src/markdown/render-markdown.ts';
import { aBodyContext } from './a-body-context.ts';
import { bodyReport, mendedBody } from './a-body-report.ts';

test.for([
  ['面积10<sup>8</sup>平方米，H<sub>2</sub>O、CO<sub>2</sub>。', '面积10⁸平方米，H₂O、CO₂。'],
  ['甲<b>乙</b>丙<strong> 丁</strong>', '甲**乙**丙** 丁**'],
  ['<b>一、</b><font color="red" size="3">甲<u>乙</u></font>', '**一、**甲乙'],
  ['甲<br>乙<br/>丙', '甲\\\n乙\\\n丙'],
  ['<p>甲</p><p align="center">乙</p>', '甲\n\n\n\n乙'],
  ['<div>\n\n甲\n\n</div>', '\n\n甲\n\n'],
  ['<center>甲</center>', '甲'],
  ['<h2>一、甲</h2>', '## 一、甲'],
  ['<p>甲\n乙</p>', '甲\n乙'],
  ['见<a href="https://www.gov.cn/" target="_blank">公告</a>。', '见[公告](https://www.gov.cn/)。'],
  ['<s>甲</s>乙', '~~甲~~乙'],
  ['</div>\n文字', '\n文字'],
  ['甲<span style="font-size:16px">乙</span>', '甲乙'],
] as const)('%j is mended to %j', ([body, mended]) => {
  expect(bodyReport(body).issues).not.toEqual([]);
  expect(mendedBody(body)).toBe(mended);
  expect(bodyReport(mended).issues).toEqual([]);
});

test.for([
  [
    'x<sup>甲</sup>',
    '1 正文里有 HTML 标签 <sup>，网页上不会显示。 → 上标数字写成 ⁰¹²³⁴⁵⁶⁷⁸⁹，例如 10⁸；别的上标改用文字说明。',
  ],
  [
    '甲\n\n</section>',
    '3 「</section>」是网页代码，它和同一段里的文字不会显示。 → 删掉它，只留文字。',
  ],
  [
    '<?php 甲 ?>',
    '1 「<?php 甲 ?>」会被当成网页代码，不会显示。 → 删掉；如果是正文，把开头的「<」写成 \\<。',
  ],
  [
    '甲<![CDATA[乙]]>',
    '1 「<![CDATA[乙]]>」会被当成网页代码，不会显示。 → 删掉；如果是正文，把开头的「<」写成 \\<。',
  ],
  [
    '<h3>甲</h3>',
    '1 正文里有 HTML 标签 <h3>，网页上不会显示。 → 标题写成单独一行，以「### 」开头。',
  ],
] as const)('%j is reported', ([body, issue]) => {
  expect(bodyReport(body).issues[0]).toBe(issue);
});

test('a line break within a cell is no problem here', () => {
  expect(bodyReport('| 项目 | 说明 |\n| -- | -- |\n| 甲 | 一<br>二 |').issues).toEqual([]);
});

test('an unclosed <br> in an .mdx body is named', () => {
  expect(bodyReport('甲<br>乙', 'mdx').issues).toEqual([
    '1 正文里有 HTML 标签 <br>，网页上不会显示。 → 要换行，在上一行末尾加一个反斜杠「\\」；要分段，空一行。',
  ]);
});

test.for(['<b>甲</b>', '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '甲<u>乙</u>'])(
  '%s never becomes HTML',
  async (body) => {
    expect(bodyReport(body).issues).not.toEqual([]);
    expect(await renderMarkdown(body, aBodyContext())).not.toMatch(/<(?!\/?p>)/);
  },
);

test.for([
  '正文<b onclick=alert(1)>x</b>',
  '正文<b onclick="a()">x</b>，<strong>甲',
  '甲</b>乙',
  '<b>甲\n乙</b>',
  '<h2>甲\n乙</h2>',
  '<p onclick="a()">甲</p>',
  '<a href="https://www.gov.cn/" onclick="a()">甲</a>',
  '<div onclick="a()">\n\n甲\n\n</div>',
] as const)('what has no certain form is not mended by half: %j', (body) => {
  expect(bodyReport(body).issues).not.toEqual([]);
  expect(mendedBody(body)).toBe(body);
});

test.for([
  ['<b>甲</b>与<b onclick=a()>乙</b>', '**甲**与<b onclick=a()>乙</b>'],
  ['<b onclick=a()>甲<b>乙</b></b>', '<b onclick=a()>甲**乙**</b>'],
  ['<p>甲<b>乙\n丙</b></p>', '甲<b>乙\n丙</b>'],
] as const)('beside a pair that stays, the others are mended whole: %j', ([body, mended]) => {
  expect(mendedBody(body)).toBe(mended);
});

test('of any tags, a mended body holds both of a pair or none', () => {
  const pieces = ['<b>', '</b>', '<s>', '</s>', '<b onclick=a()>', '<u>', '</u>', '甲', '乙', '\n'];
  let seed = 7;
  const next = (most: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * most);
  };
  for (let round = 0; round < 300; round += 1) {
    const body = `文${Array.from({ length: 1 + next(8) }, () => pieces[next(pieces.length)]).join('')}`;
    const mended = bodyReport(body).mended;
    for (const sign of ['**', '~~']) {
      expect(mended.split(sign).length % 2, `${body} → ${mended}`).toBe(1);
    }
    expect(mended.replaceAll(/<[^>]*>|[*~\n]/g, '')).toBe(body.replaceAll(/<[^>]*>|\n/g, ''));
  }
});
