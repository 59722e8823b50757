import { expect, it } from 'vitest';
import type { DeskField } from '../../../../src/desk/api.ts';
import { issuePlaces } from '../../../../src/desk/client/issue-places.ts';

const title: DeskField = {
  name: 'title',
  label: '标题',
  help: '',
  isRequired: true,
  kind: 'line',
  longest: 120,
};
const article = { source: '---\n标题: 甲\ndocument:\n  number: 乙\n---\n\n正文', bodyLine: 7 };

const wordsOf = (isSource: boolean) => (line: number) => `${isSource ? '' : '正文'}第 ${line} 段`;

it.each([
  [7, false, '正文第 1 段'],
  [2, false, '标题'],
  [4, false, '源文件第 4 行'],
  [undefined, false, '整篇'],
  [7, true, '第 7 段'],
  [2, true, '第 2 段'],
])('line %s, in the source: %s → %s', (line, isSource, words) => {
  const issue = { level: 'stop', line, message: '', fix: '' } as const;
  expect(issuePlaces([title], article, isSource, wordsOf(isSource)).where(issue)).toBe(words);
});

it('what is missing is in the field of its own, whatever line it is told at', () => {
  const issue = { level: 'stop', line: 4, message: '缺少标题。', field: 'title', fix: '' } as const;
  expect(issuePlaces([title], article, false, wordsOf(false)).where(issue)).toBe('标题');
});
