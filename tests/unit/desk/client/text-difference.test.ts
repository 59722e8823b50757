import { describe, expect, it } from 'vitest';
import { compareTexts } from '../../../../src/desk/client/text-difference.ts';

/** `=甲` the same, `甲|乙` exchanged, `甲|` and `|乙` of one text alone. */
const shown = (mine: string, theirs: string) =>
  compareTexts(mine, theirs).map((line) =>
    line.isSame ? `=${line.mine}` : `${line.mine ?? ''}|${line.theirs ?? ''}`,
  );

describe('two texts', () => {
  it.each([
    ['甲\n乙', '甲\n乙', ['=甲', '=乙']],
    ['甲\n乙\n丙', '甲\n新\n丙', ['=甲', '乙|新', '=丙']],
    ['甲\n丙', '甲\n乙\n丙', ['=甲', '|乙', '=丙']],
    ['甲\n乙\n丙', '甲\n丙', ['=甲', '乙|', '=丙']],
    ['一\n甲\n乙\n二', '三\n甲\n乙\n四', ['一|三', '=甲', '=乙', '二|四']],
    ['甲\n甲\n甲', '甲\n甲', ['=甲', '=甲', '甲|']],
    ['', '甲', ['|甲']],
  ])('%j and %j', (mine, theirs, lines) => {
    expect(shown(mine, theirs)).toEqual(lines);
  });

  it('lose no line, whatever they are', () => {
    let seed = 7;
    const next = (below: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
    for (let turn = 0; turn < 300; turn += 1) {
      const text = () => Array.from({ length: next(9) }, () => '甲乙丙'[next(3)]).join('\n');
      const [mine, theirs] = [text(), text()];
      const lines = compareTexts(mine, theirs);
      const side = (name: 'mine' | 'theirs') =>
        lines.map((line) => line[name]).filter((line) => line !== undefined);
      expect(side('mine').join('\n')).toBe(mine);
      expect(side('theirs').join('\n')).toBe(theirs);
      expect(lines.every((line) => !line.isSame || line.mine === line.theirs)).toBe(true);
    }
  });

  it('of very many lines are compared as one block', () => {
    const text = (word: string) => Array.from({ length: 2500 }, (_, i) => `${word}${i}`).join('\n');
    const lines = compareTexts(`头\n${text('甲')}`, `头\n${text('乙')}`);
    expect(lines).toHaveLength(2501);
    expect(lines[0]).toEqual({ mine: '头', theirs: '头', isSame: true });
  });
});
