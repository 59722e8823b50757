import { expect, test } from 'vitest';
import { formatIssues } from '../../../src/model/issue.ts';
import { printable, printableLines } from '../../../src/model/printable.ts';

test.for([
  ['通知 2026.docx', '通知 2026.docx'],
  ['ئۇيغۇر བོད ᠮᠣᠩᠭᠣᠯ 𠮷😀', 'ئۇيغۇر བོད ᠮᠣᠩᠭᠣᠯ 𠮷😀'],
  ['a\u001b[31mb', 'a⟨U+001B⟩[31mb'],
  ['a\u0000\u007f\u009b2Jb', 'a⟨U+0000⟩⟨U+007F⟩⟨U+009B⟩2Jb'],
  ['a\r\n::error::b', 'a↵↵::error::b'],
  ['a\tb', 'a b'],
  ['\u202egnp.exe', '⟨U+202E⟩gnp.exe'],
  ['a\u2028b\u2029c', 'a⟨U+2028⟩b⟨U+2029⟩c'],
  ['通\u200b知\ufeff', '通⟨U+200B⟩知⟨U+FEFF⟩'],
  ['::error file=a::b', '：:error file=a::b'],
  ['  ::set-env name=a::b', '  ：:set-env name=a::b'],
  ['a ##[error]b ##vso[task.x]c', 'a # #[error]b # #vso[task.x]c'],
  ['## 标题', '## 标题'],
  ['a::b', 'a::b'],
] as const)('%j is printed as %j', ([text, printed]) => {
  expect(printable(text)).toBe(printed);
});

test('the lines of a longer text stay lines, and none is a command', () => {
  expect(printableLines('一\n::error::二\n\u001b三')).toBe('一\n：:error::二\n⟨U+001B⟩三');
});

test('no issue prints what a terminal or a runner obeys', () => {
  const hostile = '甲\u001b]0;x\u0007\n::error::乙\u202e##[add-mask]丙';
  const printed = formatIssues([
    {
      rule: 'field/value',
      level: 'stop',
      file: `content/${hostile}`,
      line: 3,
      message: `「${hostile}」`,
      fix: `${hostile}\n  ::warning::丁`,
    },
  ]);
  // oxlint-disable-next-line no-control-regex
  expect(printed).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2028\u2029]/);
  for (const line of printed.split('\n')) expect(line).not.toMatch(/^\s*::|##\w*\[/);
  expect(printed.split('\n')).toHaveLength(5);
});
