/** Whatever `check --fix` writes into a body: readers see the text that was there, and nothing is left to say of it. */
import { expect, test } from 'vitest';
import { seededRandom } from '../../support/random.ts';
import { inspectBody } from '../../../src/markdown/inspect-body.ts';
import { renderMarkdown } from '../../../src/markdown/render-markdown.ts';
import { applyEdits } from '../../../src/reading/apply-edits.ts';
import { aBodyContext, nothingKnown } from './a-body-context.ts';
import { bodyReport, mendedBody } from './a-body-report.ts';

/** What staff write, and what readers are to see of it, signs aside. */
type Piece = readonly [written: string, seen: string];

/** Within a line. */
const INLINE: readonly Piece[] = [
  ['＊＊重点＊＊', '重点'],
  ['* *要点* *', '要点'],
  ['<!—— 内部 ——>', ''],
  ['《！-- 机密 --》', ''],
  ['<b>粗</b>', '粗'],
  ['<strong>强</strong>调', '强调'],
  ['<s>删</s>', '删'],
  ['<u>线</u>', '线'],
  ['<font color="red">红</font>', '红'],
  ['<span style="x">间</span>', '间'],
  ['10<sup>8</sup>', '10⁸'],
  ['H<sub>2</sub>O', 'H₂O'],
  ['<a href="https://www.gov.cn/">网</a>', '网'],
  ['上<br>下', '上下'],
  ['<p>段</p>', '段'],
  ['<div>块</div>', '块'],
  ['代<o:p></o:p>码', '代码'],
  ['<![if !supportLists]>项<![endif]>', '项'],
  ['\uf0fe 同意', '☑同意'],
  ['\uf0d8\uf0b7', '➢•'],
  ['[标签]（https://www.gov.cn/a）', '标签'],
  ['[信箱](a@example.gov.cn)', '信箱'],
  ['[名册](表#1.xls)', '名册'],
  ['存 D:\\报表\\_2026 里', '存D报表2026里'],
  ['共享\\\\server\\_公开', '共享server公开'],
  ['普通的字', '普通的字'],
  ['**已粗**', '已粗'],
  ['5*3', '53'],
  ['`代码`', '代码'],
];

/** A line, or several. */
const BLOCKS: readonly Piece[] = [
  ['##总体要求##', '总体要求'],
  ['＃ 要求', '要求'],
  ['# ', ''],
  ['署名\n====', '署名'],
  ['>50%的单位', '50的单位'],
  ['行末\\', '行末'],
  ['<!-- 甲注 -->丙', '丙'],
  ['[说]: 明文字', '说：明文字'],
  ['<h2>题</h2>', '题'],
  ['<p>首段</p><p>次段</p>', '首段次段'],
  ['<li>列</li>', '列'],
  ['l\t抓落实\nl\t抓宣传', '●抓落实●抓宣传'],
  ['§\t抓紧', '▪抓紧'],
  ['一、总则\n（一）依据', '一、总则（一）依据'],
  ['单位\t数量\n甲局\t3\n乙局\t1', '单位数量甲局3乙局1'],
  ['｜名｜数｜\n｜－｜－｜\n｜子｜丑｜', '名数子丑'],
  ['| 东 | 西 |\n| 南 | 北 |', '东西南北'],
  ['| 春 | 夏 |\n| - | - |\n| 秋 | 冬\n末 |', '春夏秋冬末'],
  ['| 赤 | 橙 |\n| - | - |\n| 黄 | 绿 |\n\n| 青 | 蓝 |', '赤橙黄绿青蓝'],
  ['| 梅 | 兰 |\n| - | - |\n｜竹｜菊｜', '梅兰竹菊'],
];

const CONTEXTS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text,
  (text) => `首段，${text}。`,
  (text) => `　　${text}`,
  (text) => `- ${text}`,
  (text) => `1. 项${text}`,
  (text) => `> ${text}`,
  (text) => `**${text}**`,
  (text) => `## ${text}`,
  (text) => `| 表 | 头 |\n| - | - |\n| ${text} | 尾 |`,
];

const GAPS = ['\n', '\n\n', '\n\n'];

const letters = (text: string): string =>
  text.replaceAll(/&#x(?:26|3C);/g, '').replaceAll(/[\s!-/:-@[-`{-~｜＃＊：]+/gu, '');

function textOf(html: string): string {
  return html.replaceAll(/<[^>]+>/g, '');
}

function aBody(random: ReturnType<typeof seededRandom>): Piece {
  const written: string[] = [];
  const seen: string[] = [];
  for (let block = random.between(1, 3); block > 0; block -= 1) {
    if (random.between(0, 2) === 0) {
      const [own, shown] = random.pick(BLOCKS);
      written.push(own);
      seen.push(shown);
    } else {
      const pieces = Array.from({ length: random.between(1, 2) }, () => random.pick(INLINE));
      const context = random.pick(CONTEXTS);
      written.push(context(pieces.map(([own]) => own).join(random.pick(['', '和']))));
      seen.push(context(pieces.map(([, shown]) => shown).join('')).replace(/^1\. /, ''));
    }
    written.push(random.pick(GAPS));
  }
  return [written.join('').trimEnd(), seen.join('')];
}

/** A second look at what was mended says nothing of those lines. */
test.for([
  ['**<b>粗</b>**', '**粗**'],
  ['**甲<b>粗</b>乙**', '**甲粗乙**'],
  ['~~<s>删</s>~~', '~~删~~'],
  ['**＊＊重点＊＊**', '**重点**'],
  ['甲<p>段</p>乙', '甲\n\n段\n\n乙'],
  ['　　<div>段</div>', '　　段'],
] as const)('%j is mended by %j', ([body, right]) => {
  expect(mendedBody(body)).toBe(right);
  expect(bodyReport(right).issues).toEqual([]);
});

test.for([
  '| 表 | 头 |\n| - | - |\n| <p>段</p> | 尾 |',
  '> 甲<p>段</p>',
  '- 甲<div>段</div>',
  '## 甲<p>题</p>',
  '**甲**<b>粗</b>',
  '<b>粗</b>**甲**',
  '*<b>粗</b>*',
  '**<p>段</p>**',
])('%j is left to staff', (body) => {
  expect(mendedBody(body)).toBe(body);
  expect(bodyReport(body).issues.length).toBeGreaterThan(0);
});

/** Problems of a kind that a body did not have before. */
function fresh(before: string, after: string): string[] {
  const kind = (issue: string): string =>
    issue.replace(/^\d+ | → .*/gs, '').replaceAll(/「[^」]*」|\d+/g, '');
  const known = new Set(bodyReport(before).issues.map(kind));
  return bodyReport(after).issues.filter((issue) => !known.has(kind(issue)) && !ASKED.test(issue));
}

/** What could not be seen before: nothing is left, or two lines whose tags stood between them. */
const ASKED = /正文是空的|会连成一段/;

test('an edit ends its problem and brings no other', () => {
  const bodies = [
    ...INLINE.flatMap(([written]) => CONTEXTS.map((context) => context(written))),
    ...BLOCKS.map(([written]) => written),
  ];
  const wrong: string[] = [];
  let edits = 0;
  for (const body of bodies) {
    const { issues } = inspectBody(body, { format: 'md', file: 'a.md', firstLine: 1 });
    for (const { edit, line, message } of issues) {
      if (!edit) continue;
      edits += 1;
      const { text } = applyEdits(body, [edit]);
      const stays = bodyReport(text).issues.some((issue) => issue.startsWith(`${line} ${message}`));
      const others = fresh(body, text);
      if (stays || others.length > 0) wrong.push(JSON.stringify({ body, text, message, others }));
    }
  }
  expect(wrong).toEqual([]);
  expect(edits).toBeGreaterThan(150);
});

test('120 bodies: what an edit writes shows the text that was there', async () => {
  const random = seededRandom(Number(process.env['SEED'] ?? 5));
  const wrong: string[] = [];
  let edited = 0;
  for (let round = 0; round < Number(process.env['ROUNDS'] ?? 120); round += 1) {
    const [body, seen] = aBody(random);
    const mended = mendedBody(body);
    if (mended === body) continue;
    edited += 1;
    const others = fresh(body, mended);
    if (others.length > 0) wrong.push(JSON.stringify({ body, mended, others }));
    if (bodyReport(mended).issues.length > 0) continue;
    const html = await renderMarkdown(mended, aBodyContext(nothingKnown));
    const shown = letters(textOf(html)).replaceAll('和', '');
    if (shown !== letters(seen)) wrong.push(JSON.stringify({ body, mended, shown, seen }));
  }
  expect(wrong.slice(0, 10)).toEqual([]);
  expect(edited).toBeGreaterThan(60);
});
