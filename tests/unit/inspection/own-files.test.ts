/** Files that the inspection alone reads: a mistake in one of them is told, and stops no publication. */
import { expect, it } from 'vitest';
import { stopping } from '../../../src/model/issue.ts';
import { aBureau, aText } from '../../support/a-bureau.ts';

it.each([
  ['migrated.yaml', '- { person: 甲 }\n'],
  ['reported.yaml', '- { page: 机构职能, said: 电话少一位 }\n'],
  ['inspection.yaml', 'source: 通报\nrows: 甲\n'],
  ['inspection.yaml', 'source: [\n'],
])('%s with a mistake: %j', async (name, text) => {
  const { read } = await aBureau({
    [`content/${name}`]: text,
    'content/articles/2026/20261112-a.md': aText('2026-11-12'),
  });
  const { current, issues } = await read();
  expect(current).toBeDefined();
  expect(stopping(issues)).toEqual([]);
  expect(issues.filter(({ level }) => level === 'warn').map(({ file }) => file)).toContain(
    `content/${name}`,
  );
});
