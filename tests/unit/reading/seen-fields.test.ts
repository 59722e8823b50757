/** Fields are looked through, too: of names what is private alone. */
import { expect, it } from 'vitest';
import { seenFields } from '../../../src/reading/seen-fields.ts';

it('takes titles whole, and of names the numbers of persons', () => {
  const fields = {
    title: '示例局召开会议',
    source: '示例局办公室 13912345670',
    author: '王景行',
    editor: '李若谷13912345671',
    reviewers: ['韩予安', '许砚秋13912345672'],
    keywords: ['供热', '13912345673'],
    attachments: [{ file: '名单13912345674.csv' }],
  };
  const lines = { title: 2, source: 3, editor: 6, reviewers: 7, keywords: 8, 'attachments/0': 10 };
  const seen = seenFields(fields, lines);
  expect(seen.map(({ text, stretches: [first] }) => [text, first?.line])).toEqual([
    ['示例局召开会议', 2],
    ['13912345670', 3],
    ['13912345671', 6],
    ['13912345672', 7],
    ['13912345673', 8],
    ['13912345674', 10],
  ]);
});
