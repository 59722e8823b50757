/** Pairs of wording.yaml that nobody could follow. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readYamlFile } from '../../../src/reading/read-yaml-file.ts';
import { wordingSchema } from '../../../src/model/word-lists.ts';
import { aFolder } from '../../support/a-folder.ts';
import { cpuMsOf } from '../../support/cpu-time.ts';

async function report(pairs: readonly string[]) {
  const text = pairs.map((pair) => {
    const [wrong, right] = pair.split('→');
    return right === undefined
      ? `- { right: ${wrong} }\n`
      : `- { wrong: ${wrong}, right: ${right} }\n`;
  });
  const folder = await aFolder({ 'wording.yaml': text.join('') });
  const path = join(folder, 'wording.yaml');
  const { issues } = await readYamlFile(path, 'content/wording.yaml', wordingSchema, []);
  return issues.map(({ file, line, message, fix }) => `${file}:${line} ${message} → ${fix}`);
}

const ONE = '把 right 改成正确的写法；用不到就删掉这一对。';
const CIRCLE = '又要再改。 → 这几对里只留对的，其余的删掉。';

it.each([
  [['水→水'], [`content/wording.yaml:1 「水」的错误写法和正确写法是一样的。 → ${ONE}`]],
  [
    ['帐户→账户', '甲→乙', '账→帐'],
    [
      `content/wording.yaml:3 照这张表改，会绕成圈：「帐户」改成「账户」，「账」改成「帐」，${CIRCLE}`,
    ],
  ],
  [
    ['甲→乙', '乙→丙', '丙→甲'],
    [
      `content/wording.yaml:3 照这张表改，会绕成圈：「甲」改成「乙」，「乙」改成「丙」，「丙」改成「甲」，${CIRCLE}`,
    ],
  ],
  [
    ['水→水利', '水利→水'],
    [
      `content/wording.yaml:2 照这张表改，会绕成圈：「水」改成「水利」，「水利」改成「水」，${CIRCLE}`,
    ],
  ],
  [
    ['示例州', '示例州委'],
    [
      'content/wording.yaml:1 「示例州」只有 3 个字，又没有错误写法，看不出写错了没有。 → 写上 wrong（错误写法）；不写 wrong 的，至少 4 个字。',
    ],
  ],
])('%j is reported at its line', async (pairs, expected) => {
  expect(await report(pairs)).toEqual(expected);
});

it.each([
  [['防汛→防汛抗旱']],
  [['防汛→防汛抗旱', '抗旱→防汛抗旱']],
  [['机关事物→机关事务', '事物→事务']],
  [['甲→乙', '乙→丙']],
  [['甲→乙', '甲→乙']],
])('%j can be followed', async (pairs) => {
  expect(await report(pairs)).toEqual([]);
});

it.each([
  [['水→水'], ['水→水利'], []],
  [['帐户→账户', '账→帐'], ['帐户→账户'], ['账→帐']],
])('%j is mended by what is said of it', async (_, ...remedies) => {
  for (const remedy of remedies) expect(await report(remedy)).toEqual([]);
});

it('a list of thousands is judged in no time', async () => {
  const pairs = Array.from({ length: 3000 }, (_, index) => `甲${index}乙→甲${index + 1}乙`);
  const taken = await cpuMsOf(async () => expect(await report(pairs)).toEqual([]));
  expect(taken).toBeLessThan(3000);
});
