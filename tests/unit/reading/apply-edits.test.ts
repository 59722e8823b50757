import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/reading/apply-edits.ts';

describe('applyEdits', () => {
  it('changes what stands at the place, and nothing else', () => {
    const edit = { line: 2, column: 0, was: '##', becomes: '## ' };
    expect(applyEdits('一\n##二##\n三', [edit])).toEqual({ text: '一\n## 二##\n三', made: [edit] });
  });

  it('keeps the byte order mark and the line ends of the file, in what it adds too', () => {
    const edit = { line: 1, column: 1, was: '', becomes: '\n\n' };
    const { text } = applyEdits('\uFEFF一二\r\n三\r\n', [edit]);
    expect(text).toBe('\uFEFF一\r\n\r\n二\r\n三\r\n');
  });

  it('makes several edits of one line, whatever their order', () => {
    const edits = [
      { line: 1, column: 3, was: '丁', becomes: '4' },
      { line: 1, column: 0, was: '甲', becomes: '一一' },
    ];
    expect(applyEdits('甲乙丙丁', edits).text).toBe('一一乙丙4');
  });

  it('leaves an edit whose place holds something else, or lies beyond the text', () => {
    const other = { line: 1, column: 0, was: '乙', becomes: '' };
    const beyond = { line: 9, column: 0, was: '', becomes: '甲' };
    expect(applyEdits('甲', [other, beyond])).toEqual({ text: '甲', made: [] });
  });

  it('makes one of two edits that overlap', () => {
    const edits = [
      { line: 1, column: 0, was: '甲乙', becomes: '1' },
      { line: 1, column: 1, was: '乙丙', becomes: '2' },
    ];
    expect(applyEdits('甲乙丙', edits)).toEqual({ text: '甲2', made: [edits[1]] });
  });
});
