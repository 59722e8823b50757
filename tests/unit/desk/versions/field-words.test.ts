/** What versions say of fields: labels and words, whatever form was written. */
import { expect, it } from 'vitest';
import { fieldWords } from '../../../../src/desk/versions/field-words.ts';

it.each<[string, unknown, string]>([
  ['pinned', 'true', '是'],
  ['pinned', 'false', '否'],
  ['draft', '不知道', '不知道'],
  ['reviewers', ['李若谷', '何雨桐'], '李若谷、何雨桐'],
  [
    'withdrawn',
    { date: '2026-11-03', reason: '附件有误' },
    '撤下日期 2026-11-03，撤下原因 附件有误',
  ],
  [
    'corrections',
    [
      { date: '2026-11-03', note: '甲' },
      { date: '2026-11-04', note: '乙' },
    ],
    '更正日期 2026-11-03，更正说明 甲；更正日期 2026-11-04，更正说明 乙',
  ],
  ['constructor', 'x', 'x'],
  ['subtitle', undefined, ''],
])('%s %j', (name, value, words) => {
  expect(fieldWords(name, value)).toBe(words);
});
