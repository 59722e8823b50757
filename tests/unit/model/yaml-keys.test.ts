/** A list for a key, and brackets without an end: the line that is to be mended is named, in Chinese, and nothing else is printed. */
import { afterAll, beforeAll, expect, it, test } from 'vitest';
import { readFrontMatter } from '../../../src/reading/front-matter.ts';
import { parseYamlText } from '../../../src/model/yaml-text.ts';

const warnings: string[] = [];
const note = ({ message }: Error): void => void warnings.push(message);
beforeAll(() => void process.on('warning', note));
afterAll(() => void process.off('warning', note));

const FIX =
  '应当是「字段: 内容」一行一项，冒号用英文冒号、后面空一格，缩进只用空格；内容里有特殊符号时用英文单引号括起来。';
const unreadable = (line: number, written: string): string =>
  `${line} 这一行的写法读不懂：「${written}」。 → ${FIX}`;

test.for([
  ['title: 甲\n? [a, b]\n: x\nsource: 乙', unreadable(3, '? [a, b]')],
  ['title: 甲\n[a, b]: x\nsource: 乙', unreadable(3, '[a, b]: x')],
  ['{a: b}: c\ntitle: 甲\nsource: 乙', unreadable(2, '{a: b}: c')],
] as const)('%j in front matter', ([yaml, issue]) => {
  const { data, issues } = readFrontMatter(`---\n${yaml}\n---\n正文`, 'content/a.md');
  expect(issues.map(({ line, message, fix }) => `${line} ${message} → ${fix}`)).toEqual([issue]);
  expect(data).toEqual({ title: '甲', source: '乙' });
});

test.for([
  ['[[[\n', unreadable(1, '[[[')],
  ['name: 甲\n\ncolumns: [\n\n\n', unreadable(3, 'columns: [')],
  ['? [a, b]\n: x', unreadable(1, '? [a, b]')],
] as const)('%j in a setting', ([yaml, issue]) => {
  const { issues } = parseYamlText(yaml, 'content/site.yaml');
  expect(issues.map(({ line, message, fix }) => `${line} ${message} → ${fix}`)).toEqual([issue]);
});

it('prints nothing of its own', async () => {
  await new Promise((resolve) => setImmediate(resolve));
  expect(warnings).toEqual([]);
});
