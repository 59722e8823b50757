import { describe, expect, it } from 'vitest';
import {
  headingBefore,
  keyOfLine,
  movedPlace,
  rangeOfLine,
} from '../../../../src/desk/client/text-lines.ts';

describe('the range of a line', () => {
  it.each([
    [1, '第一行'],
    [2, ''],
    [3, '末行'],
  ])('%i is 「%s」', (line, text) => {
    const whole = '第一行\n\n末行';
    const range = rangeOfLine(whole, line);
    expect(whole.slice(range?.from, range?.to)).toBe(text);
    expect(range).toBeDefined();
  });

  it.each([0, -1, 4])('%i is none', (line) => {
    expect(rangeOfLine('第一行\n\n末行', line)).toBeUndefined();
  });

  it('is there after a last line end', () => {
    expect(rangeOfLine('一\n', 2)).toEqual({ from: 2, to: 2 });
  });
});

describe('the field of a line', () => {
  const source =
    '---\ntitle: 标题\n来源：办公室\nattachments:\n  - 附件.docx\n# 注\n---\n正文: 不是';
  it.each([
    [1, ''],
    [2, 'title'],
    [3, '来源'],
    [5, 'attachments'],
    [6, 'attachments'],
    [7, ''],
  ])('%i → 「%s」', (line, key) => {
    expect(keyOfLine(source, line)).toBe(key);
  });
});

describe('a place in a text that was changed meanwhile', () => {
  it.each([
    ['甲乙丙', '甲乙丙', 2, 2],
    ['甲乙丙', '新甲乙丙', 2, 3],
    ['甲乙丙', '甲乙丙新', 2, 2],
    ['甲乙丙', '丙', 2, 0],
    ['甲乙丙', '甲新丙', 2, 2],
    ['甲甲甲', '甲甲甲甲', 1, 1],
    ['', '新', 0, 0],
  ])('%s → %s: %i → %i', (before, after, place, moved) => {
    expect(movedPlace(before, after, place)).toBe(moved);
  });
});

describe('the heading before a place', () => {
  const body = '开头\n\n## 一\n\n```\n# 不是\n```\n\n### 二\n末';
  it.each([
    ['开头', 0],
    ['一', 1],
    ['不是', 1],
    ['末', 2],
  ])('at 「%s」 is number %i', (words, count) => {
    expect(headingBefore(body, body.indexOf(words) + words.length)).toBe(count);
  });
});
