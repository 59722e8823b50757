/** Tables whose header says nothing, and rows that say one thing many times. */
import type { ReaderBlock } from '../../model/reader-text.ts';
import type { Rule } from '../../model/rule.ts';
import type { Hit, TextCheck } from './text-check.ts';
import type { Words } from './words.ts';

export const tableHeaderRule: Rule = {
  id: 'table/header',
  level: 'stop',
  scope: 'text',
  title: '空的表头',
  basis:
    'GB/T 37668-2019《信息技术 互联网内容无障碍可访问性技术要求与测试方法》：表格要有表头，听读屏软件的人靠它知道每一格是什么。',
};

function* emptyHeaders(words: Words): Generator<Hit> {
  const { blocks } = words;
  for (const [index, block] of blocks.entries()) {
    if (block.row !== 0 || blocks[index - 1]?.row === 0) continue;
    let end = index;
    while (blocks[end]?.row === 0) end += 1;
    if (blocks.slice(index, end).some(({ text }) => text.trim() !== '')) continue;
    yield {
      at: words.startOf(index),
      length: 0,
      message: '这张表格的表头是空的。',
      fix: '把第一行的格子写上每一列是什么；没有表头的，在第一行数据上面补一行。',
    };
  }
}

export const repeatedCellsRule: Rule = {
  id: 'table/repeated-cells',
  level: 'warn',
  scope: 'text',
  title: '一行里重复的格子',
  basis:
    '合并的单元格拆开以后，同一句话在一行里写了许多遍，手机上一格一格地读，听读屏软件的人要听许多遍。',
};

/** Cells of a row, one beside the other, that say one thing by chance: 正常, 无. */
const MOST_ALIKE = 3;
const SHORTEST_WORDS = 4;
const LONGEST_QUOTE = 20;

function* repeatedCells(words: Words): Generator<Hit> {
  let count = 0;
  for (const [index, { row, text }] of words.blocks.entries()) {
    const isLike = (other: ReaderBlock | undefined): boolean =>
      row !== undefined && other?.row === row && other.text === text;
    count = isLike(words.blocks[index - 1]) ? count + 1 : 1;
    if (count <= MOST_ALIKE || isLike(words.blocks[index + 1])) continue;
    if (!/\p{L}/u.test(text) || [...text].length < SHORTEST_WORDS) continue;
    const quoted = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
    yield {
      at: words.startOf(index - count + 1),
      length: text.length,
      message: `表格的一行里，「${quoted}」连着写了 ${count} 格。`,
      fix: '只在第一格写一次，其余的格子空着；整行只有这一句的，把它移到表格外面作一段。',
    };
  }
}

export const TABLE_CHECKS: readonly TextCheck[] = [
  { rule: tableHeaderRule, find: emptyHeaders },
  { rule: repeatedCellsRule, isStyle: true, find: repeatedCells },
];
