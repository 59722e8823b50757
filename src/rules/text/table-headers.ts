/** Tables whose header says nothing. */
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

export const TABLE_CHECKS: readonly TextCheck[] = [{ rule: tableHeaderRule, find: emptyHeaders }];
