/** Fields are looked through, too: of names what is private alone. */
import { expect, it } from 'vitest';
import { seenFields, seenOfWithdrawn } from '../../../src/reading/seen-fields.ts';

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

it('takes addresses for names, in which a number is a person’s where it stands alone and is no article’s', () => {
  const fields = {
    repost: {
      site: '示例网',
      time: '2026-11-01',
      url: 'https://example.com/c_13912345670.htm?phone=13912345671&id=13912345672',
    },
    aliases: ['/old/13912345673.html', '/old/list?mobile=13912345674', '/old/1391234567312.html'],
    cover: '13912345675.jpg',
  };
  const seen = seenFields(fields, { 'aliases/0': 8, 'aliases/1': 9, 'aliases/2': 10 });
  expect(seen.map(({ kind, text, stretches: [first] }) => [kind, text, first?.line])).toEqual([
    ['name', '13912345675', 1],
    ['name', '13912345671', 1],
    ['name', '13912345673', 8],
    ['name', '13912345674', 9],
  ]);
});

it('takes of what was withdrawn its reason, and of its title what is private', () => {
  const withdrawn = { date: '2026-11-20', reason: '应韩予安（13912345671）要求撤下。' };
  const title = '韩予安13912345670的公示';
  const lines = { title: 2, 'withdrawn/reason': 7 };
  const seen = seenOfWithdrawn({ title, withdrawn }, lines);
  expect(seen.map(({ text, stretches: [first] }) => [text, first?.line])).toEqual([
    ['13912345670', 2],
    ['应韩予安（13912345671）要求撤下。', 7],
  ]);
});
