import { describe, expect, it } from 'vitest';
import { compareParagraphs, compareWords } from '../../../../src/desk/client/version-difference.ts';
import type { Part } from '../../../../src/desk/client/version-difference.ts';

const MARKS = { same: ['', ''], gone: ['[-', '-]'], new: ['{+', '+}'] } as const;
const shown = (parts: readonly Part[]) =>
  parts.map(({ kind, text }) => MARKS[kind][0] + text + MARKS[kind][1]).join('');
const told = (before: string, after: string) =>
  compareParagraphs(before, after).map(({ kind, parts }) => `${kind} ${shown(parts)}`);

describe('words of a paragraph', () => {
  it.each([
    ['十一月底前完成。', '十二月底前完成。', '十[-一-]{+二+}月底前完成。'],
    ['共 1200 户。', '共 1250 户。', '共 [-1200-]{+1250+} 户。'],
    ['请各单位报送。', '请各单位按月报送。', '请各单位{+按月+}报送。'],
    ['关好门窗。', '关好门窗。节约用水。', '关好门窗。{+节约用水。+}'],
    ['先关门。再关窗。后关灯。', '先关门。后关灯。', '先关门。[-再关窗。-]后关灯。'],
    ['一律不得外传。', '不得外传。', '[-一律-]不得外传。'],
    // One character that both happen to have does not part a change in two.
    ['改造计划', '建造方案', '[-改造计划-]{+建造方案+}'],
    ['', '新的', '{+新的+}'],
    ['𠮷祥', '𠮷庆', '𠮷[-祥-]{+庆+}'],
    ['<b>甲</b>', '<b>乙</b>', '<b>[-甲-]{+乙+}</b>'],
  ])('%j becomes %j', (before, after, words) => {
    expect(shown(compareWords(before, after))).toBe(words);
  });
});

describe('paragraphs', () => {
  it('that came before a changed one are new, and the changed one is known', () => {
    expect(
      told(
        '各单位要关好门窗，节约用电。\n\n结束语。',
        '先说明意义。\n\n各单位要关好门窗，节约用水。\n\n结束语。',
      ),
    ).toEqual([
      'new {+先说明意义。+}',
      'changed 各单位要关好门窗，节约用[-电-]{+水+}。',
      'same 结束语。',
    ]);
  });

  it('that have nothing in common are gone and new; blank lines say nothing', () => {
    expect(told('甲乙丙丁。\n\n\n尾。', '子丑寅卯！\n尾。')).toEqual([
      'gone [-甲乙丙丁。-]',
      'new {+子丑寅卯！+}',
      'same 尾。',
    ]);
    expect(told('', '')).toEqual([]);
  });

  it('are all there, before and after, whatever they are', () => {
    let seed = 11;
    const next = (below: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
    const text = () =>
      Array.from({ length: next(7) }, () =>
        Array.from({ length: 1 + next(6) }, () => '甲乙丙丁A1 '[next(7)]).join(''),
      );
    for (let turn = 0; turn < 400; turn += 1) {
      const [before, after] = [text(), text()].map((lines) => lines.join('\n')) as [string, string];
      const compared = compareParagraphs(before, after);
      const side = (other: Part['kind']) =>
        compared
          .filter(({ kind }) => kind !== other)
          .map(({ parts }) =>
            parts
              .filter(({ kind }) => kind !== other)
              .map(({ text: words }) => words)
              .join(''),
          );
      const lines = (whole: string) => whole.split('\n').filter((line) => line.trim() !== '');
      expect(side('new')).toEqual(lines(before));
      expect(side('gone')).toEqual(lines(after));
    }
  });
});
