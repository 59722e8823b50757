/** What is said of a site.yaml, columns.yaml, wording.yaml or redirects.yaml that cannot be right. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { siteOptions } from '../../../src/output/options.ts';
import { readSite } from '../../../src/build/read-site.ts';
import { formatIssues } from '../../../src/model/issue.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/bad-settings');

it.each([
  [
    'empty-columns',
    ['content/columns.yaml', '  文件是空的。', '  → 请照着示例站点的同名文件填写。'],
  ],
  [
    'slug-twice',
    [
      'content/columns.yaml:2',
      '  栏目地址「tpxw」用了两次：「图片新闻」和「工作动态」。',
      '  → 每个栏目的 slug 都不能相同，请改一个。',
    ],
  ],
  [
    'cycle',
    [
      'content/columns.yaml:1',
      '  栏目的上下级绕成了圈：甲 → 乙 → 甲。',
      '  → 改正其中一个 parent，让最上面的栏目没有 parent。',
      '',
      'content/columns.yaml:2',
      '  栏目的上下级绕成了圈：乙 → 甲 → 乙。',
      '  → 改正其中一个 parent，让最上面的栏目没有 parent。',
    ],
  ],
  [
    'no-parent',
    ['content/columns.yaml:2', '  「图片」的上级栏目「xwzz」不存在。', '  → 是不是「xwzx」？'],
  ],
  [
    'lost-zero',
    [
      'content/site.yaml:3',
      '  网站标识码「065000099」不对。',
      '  → 少了一位，开头的 0 是不是丢了？例如 "0065000099"。标识码是 10 位数字，或 bm 加 8 位数字，用英文双引号括起来。',
    ],
  ],
  [
    'short-id',
    [
      'content/site.yaml:3',
      '  网站标识码「650000」不对。',
      '  → 标识码是 10 位数字，或 bm 加 8 位数字，用英文双引号括起来。',
    ],
  ],
  [
    'no-language',
    [
      'content/site.yaml:3',
      '  界面语言（language）写的是「维吾尔文」，不是可用的值。',
      '  → 可以写：zh-CN、ug。',
      '',
      'content/site.yaml:5',
      '  语言代码「哈萨克文」不对。',
      '  → 写两三个小写字母，例如 kk（哈萨克文）、en（英文）。',
    ],
  ],
  [
    'one-synonym',
    [
      'content/site.yaml:10',
      '  这一组同义词只有「节能」一个词。',
      '  → 每组写两个以上意思相同的词，例如 公车、公务用车；用不到就删掉这一行。',
    ],
  ],
  [
    'no-name',
    ['content/site.yaml:1', '  缺少网站名称（name）。', '  → 加一行「name: …」：单位的全称。'],
  ],
  [
    'bad-url',
    [
      'content/site.yaml:2',
      '  网址「test.example.gov.cn」写得不完整。',
      '  → 请写完整的网址，例如 https://www.gov.cn/。',
    ],
  ],
  [
    'no-emblem',
    [
      'content/site.yaml:8',
      '  emblem 写的「emblem.svg」在 public 文件夹里没有。',
      '  → 把图片放进 public 文件夹，或删掉这一行。',
    ],
  ],
  [
    'wording',
    ['content/wording.yaml:1', '  缺少正确写法（right）。', '  → 加一行「right: …」：应当怎样写。'],
  ],
  [
    'redirects',
    [
      'content/redirects.yaml:1',
      '  旧地址「old/1.html」不是以「/」开头的路径。',
      '  → 例如 /tpxw/202103/123.shtml。',
    ],
  ],
  ['unknown-key', ['content/site.yaml:8', '  不认识的字段「color」。', '  → 是不是「colour」？']],
])('%s', async (name, lines) => {
  const { issues } = await readSite(
    siteOptions({
      content: join(FIXTURES, name, 'content'),
      public: join(FIXTURES, '../bad/public'),
      now: '2026-11-25 09:00',
    }),
  );
  expect(formatIssues(issues).split('\n')).toEqual(lines);
});
