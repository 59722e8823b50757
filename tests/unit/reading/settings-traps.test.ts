import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/reading/apply-edits.ts';
import { columnsSchema } from '../../../src/model/columns.ts';
import { readYamlFile } from '../../../src/reading/read-yaml-file.ts';
import { redirectsSchema, wordingSchema } from '../../../src/model/word-lists.ts';
import { siteSchema } from '../../../src/model/site-config.ts';
import { aFolder } from '../../support/a-folder.ts';

const PROJECT = resolve(import.meta.dirname, '../../..');
const SCHEMAS = {
  'site.yaml': siteSchema,
  'columns.yaml': columnsSchema,
  'wording.yaml': wordingSchema,
  'redirects.yaml': redirectsSchema,
};
type Name = keyof typeof SCHEMAS;
const RIGHT: Readonly<Record<Name, string>> = {
  'site.yaml': readFileSync(join(PROJECT, 'tests/fixtures/other-bureau/content/site.yaml'), 'utf8'),
  'columns.yaml':
    '- { slug: tz, name: 通知, updateDays: 30, description: 通知, keywords: 通知, type: 信息公开类 }\n',
  'wording.yaml': '- { wrong: 防讯, right: 防汛 }\n- wrong: 水味\n  right: 水位\n',
  'redirects.yaml': '- { from: /a.asp, to: / }\n',
};

async function judged(name: Name, text: string) {
  const path = join(await aFolder({}), name);
  await writeFile(path, text);
  return readYamlFile(path, name, SCHEMAS[name]);
}

const TAB = '行首只能用英文空格：删掉，重新按两下空格键。';

describe('a setting with the signs of a Chinese keyboard is named once, and mended:', () => {
  it.each<[Name, string, string, string, string]>([
    [
      'site.yaml',
      'listSize: 5',
      'listSize：5',
      '「listSize」后面用了中文冒号「：」。',
      '改成英文冒号，后面空一格：listSize: 5',
    ],
    [
      'site.yaml',
      'icon: favicon.svg',
      'icon:favicon.svg',
      '「icon:」的冒号后面没有空格。',
      '冒号后面空一格：icon: favicon.svg',
    ],
    [
      'site.yaml',
      '  phone: 0900',
      '\tphone: 0900',
      '行首按了 Tab 键，读不懂：「phone: 0900-6600000」。',
      TAB,
    ],
    [
      'site.yaml',
      '  phone: 0900',
      '　　phone: 0900',
      '行首用了中文空格，读不懂：「phone: 0900-6600000」。',
      TAB,
    ],
    [
      'site.yaml',
      '{ column: slgc, style: pictures, count: 4 }',
      '{ column：slgc，style：pictures，count：4 }',
      '花括号里用了中文的标点，读不懂：「- { column：slgc，style：pictures，count：4 }」。',
      '冒号、逗号要用英文的，写成 - { column: slgc, style: pictures, count: 4 }',
    ],
    [
      'wording.yaml',
      '{ wrong: 防讯, right: 防汛 }',
      '{ wrong：防讯，right：防汛 }',
      '花括号里用了中文的标点，读不懂：「- { wrong：防讯，right：防汛 }」。',
      '冒号、逗号要用英文的，写成 - { wrong: 防讯, right: 防汛 }',
    ],
    [
      'wording.yaml',
      '- wrong: 水味',
      '- wrong：水味',
      '「wrong」后面用了中文冒号「：」。',
      '改成英文冒号，后面空一格：wrong: 水味',
    ],
    [
      'redirects.yaml',
      '{ from: /a.asp, to: / }',
      '{from:/a.asp,to:/}',
      '花括号里的冒号后面没有空格，读不懂：「- {from:/a.asp,to:/}」。',
      '冒号后面空一格，写成 - { from: /a.asp, to: / }',
    ],
    [
      'columns.yaml',
      'slug: tz, name: 通知',
      'slug: tz，name: 通知',
      '花括号里用了中文的标点，读不懂：「- { slug: tz，name: 通知, updateDays: 30, description: 通知, keywords: 通知, type: 信息公开类 }」。',
      '冒号、逗号要用英文的，写成 - { slug: tz, name: 通知, updateDays: 30, description: 通知, keywords: 通知, type: 信息公开类 }',
    ],
  ])('%s: %s', async (name, right, wrong, message, fix) => {
    const text = RIGHT[name].replace(right, () => wrong);
    expect(text).not.toBe(RIGHT[name]);
    const { issues } = await judged(name, text);
    expect(issues.map((issue) => [issue.message, issue.fix])).toEqual([[message, fix]]);
    const mended = applyEdits(
      text,
      issues.flatMap(({ edit }) => edit ?? []),
    ).text;
    expect((await judged(name, mended)).issues).toEqual([]);
  });
});

it('what else is wrong is told in the same run', async () => {
  const { issues } = await judged('wording.yaml', '- wrong：甲\n  rigth: 乙\n');
  expect(issues.map(({ line, message }) => [line, message])).toEqual([
    [1, '「wrong」后面用了中文冒号「：」。'],
    [2, '不认识的字段「rigth」。'],
  ]);
});

describe('a sign of a remark behind words', () => {
  const withRight = (right: string) => `- wrong: 甲\n  right: ${right}\n`;

  it.each([
    ['机关 #1号楼', 'stop', "'机关 #1号楼'"],
    ['乙 #备注', 'warn', "'乙 #备注'"],
  ])('%s is told', async (right, level, quotedRight) => {
    const { issues } = await judged('wording.yaml', withRight(right));
    const [words = '', rest = ''] = right.split(' ');
    expect(issues).toEqual([
      {
        rule: 'settings/remark',
        level,
        file: 'wording.yaml',
        line: 2,
        message: `「${words}」后面有「 #」，「#」和后面的字都会丢掉。`,
        fix: `是内容的，用英文单引号括起来：${quotedRight}；是备注的，「#」后面空一格。`,
      },
    ]);
    expect((await judged('wording.yaml', withRight(quotedRight))).issues).toEqual([]);
    const remark = withRight(`${words} # ${rest.slice(1)}`);
    expect((await judged('wording.yaml', remark)).issues).toEqual([]);
  });

  it.each(["'乙' #1号", '乙  #1号', '乙#1号', '12 #页', '乙 # 备注', '乙 ## 备注'])(
    '%s is a remark, or text',
    async (right) => {
      expect((await judged('wording.yaml', withRight(right))).issues).toEqual([]);
    },
  );
});

it.each(['content', 'tests/fixtures/other-bureau/content'])(
  'nothing is said of the settings of %s',
  async (folder) => {
    for (const [name, schema] of Object.entries(SCHEMAS)) {
      const { issues } = await readYamlFile(join(PROJECT, folder, name), name, schema);
      expect(issues).toEqual([]);
    }
  },
);
