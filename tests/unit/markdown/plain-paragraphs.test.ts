/** What comes in by the front door must be the tree that the parser gives. ROUNDS and SEED make it a longer search. */
import { isDeepStrictEqual } from 'node:util';
import { remark } from 'remark';
import { describe, expect, it } from 'vitest';
import {
  markdownSyntax,
  plainRemarkPlugins,
  remarkPlugins,
} from '../../../src/markdown/plugins.ts';
import {
  plainParagraphs,
  remarkPlainParagraphs,
} from '../../../src/markdown/remark-plain-paragraphs.ts';
import { seededRandom } from '../../support/random.ts';
import type { Random } from '../../support/random.ts';

const ROUNDS = Number(process.env['ROUNDS'] ?? 10_000);
const syntax = markdownSyntax.filter((plugin) => plugin !== remarkPlainParagraphs);
/** Whether GFM is read as well must make no difference to such a body. */
const parsers = [plainRemarkPlugins, remarkPlugins].map((plugins) =>
  remark().use(syntax).use(plugins).freeze(),
);

const WORDS =
  '会议 供暖检查 的 2026年 第12号 张 李某 公司 元 省 日 高 abc Word 7 007 é ア 한글 ئۇيغۇر 𠀀 々 ① ½ 🙂 3.14'.split(
    ' ',
  );
const MARKS = [
  ...'，。、；：！？…—“”（）《》〔·,.;:!?\'"()%/$=^{}+-',
  ...' \u3000\u00a0\u200b\u2028\u0085\v\ufe00\ufffd',
  '\ud840',
];
const BOLD =
  '**¦**¦**重点**¦**一、总体要求。**¦**“放管服”**¦**A**¦**3**¦**（一）**¦，张**，¦**公司、**公司'.split(
    '¦',
  );
const HOSTILE = [
  '*¦***¦****¦_¦__¦~¦~~¦`¦```¦\\¦\\*¦[¦]¦![¦](a.jpg)¦[^1]¦\n[^1]: ¦\n[a]: b\n¦[x] ¦\n~~~\n¦:::',
  '<¦>¦<b>¦<!-- ¦ -->¦<https://a.cn>¦&¦&amp;¦&#42;¦&nbsp;¦|¦\n|甲|乙|\n|-|-|\n¦\t¦\n\t¦\r¦\r\n¦\0¦\ufeff¦\f',
  '#¦# ¦\n## ¦- ¦\n- ¦\n+ ¦\n* ¦\n> ¦\n1. ¦\n12) ¦2026. ¦1.¦\n1.\n¦\n---\n¦\n===\n¦\n***\n¦\n:-\n¦\n-:\n',
  '\n    ¦\n ¦  \n¦ \n\n¦www.¦https://a.cn/¦http://a.cn/a**b¦a@b.cn¦zhang**@b.cn¦\n\n¦\n\n\n¦\n',
].flatMap((signs) => signs.split('¦'));

function plainText(random: Random): string {
  const kinds = [WORDS, WORDS, WORDS, MARKS, MARKS, BOLD, ['\n\n', '\n\n', '\n']];
  const count = random.between(1, 12);
  return Array.from({ length: count }, () => random.pick(random.pick(kinds))).join('');
}

function withHostile(random: Random, text: string): string {
  let body = text;
  for (let count = random.between(1, 2); count > 0; count -= 1) {
    const at = random.between(0, body.length);
    // Some take a sign's place.
    body = body.slice(0, at) + random.pick(HOSTILE) + body.slice(at + random.between(0, 1));
  }
  return body;
}

/** How many of the texts came in by the front door; throws on the first whose tree is another. */
function countTaken(textOf: (random: Random) => string): number {
  const random = seededRandom(Number(process.env['SEED'] ?? 11));
  let taken = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const body = textOf(random);
    const tree = plainParagraphs(body);
    if (!tree) continue;
    taken += 1;
    for (const parser of parsers) {
      const parsed = parser.parse(body);
      // `toEqual` alone would take most of the time.
      if (!isDeepStrictEqual(tree, parsed)) expect(tree, JSON.stringify(body)).toEqual(parsed);
    }
  }
  return taken;
}

describe('the front door gives the tree of the parser', () => {
  it('for paragraphs and bold type, and takes most of them', () => {
    expect(countTaken(plainText) / ROUNDS).toBeGreaterThan(0.5);
  });

  it('for what holds more, where it does not decline', () => {
    const taken = countTaken((random) => withHostile(random, plainText(random)));
    expect(taken / ROUNDS).toBeGreaterThan(0.05);
    expect(taken / ROUNDS).toBeLessThan(0.5);
  });
});

it('a press release comes in by it', () => {
  const body = '\n　　3月5日，我局召开会议。\n第二行。\n\n**一、总体要求。**抓好落实。\n';
  expect(plainParagraphs(body)?.children).toMatchObject([
    { position: { start: { line: 2, column: 1, offset: 1 }, end: { line: 3, column: 5 } } },
    { children: [{ type: 'strong' }, { type: 'text', value: '抓好落实。' }] },
  ]);
});
