/** What somebody leant on a key for is judged in the time of its length, not of its square. */
import { expect, it } from 'vitest';
import { NO_WORDS } from '../../../src/model/bureau-words.ts';
import { inspectBody } from '../../../src/markdown/inspect-body.ts';
import { inspectWords } from '../../../src/rules/text/inspect-words.ts';
import { cpuMsOf } from '../../support/cpu-time.ts';

const LENGTH = 100_000;
const PIECES = [
  '1|1 |１|1,|1，|1.|13912345678 |1391234567*|650199199003070071，',
  '(|)|（|）|(甲|“|”|“甲|"|"甲|\'|《|》|《甲|《甲》|《〉',
  '。|，|,|甲,|.|…|-|—|甲--|?|！| |甲 |“ |\n|\n附',
  '甲|的|的的|工作|一|二○|甲乙丙丁戊己庚辛壬癸。|某单位管理局|中华人民|人民共和国',
  '见|见附件|附件：\n|图|图1.jpg|jpg.|XX省|○○|×|&|&#1|锟斤拷|Ã',
  '机密★|内部|10.|10.1.1.1 |密码：|C:\\甲|家住|家住1号|1号|住址：甲',
  '约|约1|1多|1百|1百分点|1%百分点|减少1|1月|2月30日|718日|〔2017|甲[2017]1号',
].flatMap((pieces) => pieces.split('|'));

it.each(PIECES)('%j again and again', async (piece) => {
  const text = piece.repeat(Math.ceil(LENGTH / piece.length));
  const block = { kind: 'paragraph', text, stretches: [{ at: 0, line: 1, column: 0 }] } as const;
  const facts = { file: 'a.md', day: '2026-03-05', attachments: 0, isRepost: false };
  const ms = await cpuMsOf(() => inspectWords([block], { ...facts, bureau: NO_WORDS }));
  expect(ms).toBeLessThan(4_000);
});

it.each(['\\*甲', '甲&amp;', '甲**乙**', '![甲&amp;](1.jpg)'])('%j in a body', async (piece) => {
  const body = piece.repeat(8_000);
  const { blocks } = inspectBody(body, { format: 'md', file: 'a.md', firstLine: 1 });
  expect(await cpuMsOf(blocks)).toBeLessThan(4_000);
});
