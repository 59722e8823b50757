import { remark } from 'remark';
import remarkMdx from 'remark-mdx';
import { expect, test } from 'vitest';
import { remarkRefusePrograms } from '../../../src/markdown/remark-refuse-programs.ts';

const gate = remark().use(remarkMdx).use(remarkRefusePrograms).freeze();

test.for([
  '{a}',
  'export const a = 1',
  '<script />',
  '<Callout {...a} />',
  '<Callout set:html="a" />',
])('%j is not shown', (body) => {
  expect(() => gate.runSync(gate.parse(body))).toThrow(/must not be shown: line 1/);
});

test('what only misses something is', () => {
  const body = '<Callout>好</Callout>\n\n<Picture />\n\n{/* 备注 */}';
  expect(() => gate.runSync(gate.parse(body))).not.toThrow();
});
