import { expect, test } from 'vitest';
import { articleSchema, articleSynonyms } from '../../../src/model/article.ts';
import { schemaIssues } from '../../../src/model/schema-issues.ts';
import { parseYamlText } from '../../../src/model/yaml-text.ts';

const FIELDS = 'title: 甲\nsource: 乙\ndate: 2026-11-01\ncategory: 丙\n';

function issuesOf(yaml: string): string[] {
  const { value, lineOf, lineText } = parseYamlText(FIELDS + yaml, 'a');
  const { error } = articleSchema.safeParse(value, { reportInput: true });
  const source = { file: 'a', lineOf, lineText, schema: articleSchema, synonyms: articleSynonyms };
  return error
    ? schemaIssues(error, source).map(({ line, message, fix }) => `${line} ${message} → ${fix}`)
    : [];
}

const [unlike] = issuesOf('xxxxxxxxxxxxxxxxxxxx: 丁');

test.for(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'])(
  'the field %s is unknown like any other',
  (key) => {
    expect(issuesOf(`${key}: 丁`)).toEqual([unlike?.replace('xxxxxxxxxxxxxxxxxxxx', key)]);
  },
);

test('so it is inside another field', () => {
  expect(
    issuesOf(
      'repost:\n  site: 丁\n  time: 2026-11-01\n  url: https://www.gov.cn/\n  constructor: 戊',
    ),
  ).toEqual(['9 不认识的字段「constructor」。 → 可用的字段：site、time、url。']);
});
