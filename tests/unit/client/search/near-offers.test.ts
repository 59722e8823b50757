import { expect, test } from 'vitest';
import { nearOffers } from '../../../../src/client/search/near-offers.ts';

const TITLES = ['关于公务用车的通知', '办公区管理'];
const TEXT = '2025年政府信息公开工作年度报告。2024年。公务用车。采购细则。26号。节能。公车。管理';
const nearby = {
  names: ['图片新闻', '节约能源'],
  titles: async () => TITLES,
  finds: async (query: string) =>
    query.split(' ').every((term) => `${TITLES.join('')}。${TEXT}图片新闻`.includes(term)),
};

test.each([
  ['26号文件', ['26号文件'], ['是不是要找“26号”？ 26号']],
  ['27号文件', ['27号文件'], []],
  ['公物用车', ['公物用车'], ['是不是要找“公务用车”？ 公务用车']],
  ['节能 公物用车', ['公物用车'], ['是不是要找“节能 公务用车”？ 节能 公务用车']],
  ['gongwuyongche', ['gongwuyongche'], ['是不是要找“公务用车”？ 公务用车']],
  ["Tu'Pian", ["Tu'Pian"], ['是不是要找“图片”？ 图片']],
  ['jieyuenengyuan', ['jieyuenengyuan'], []],
  ['公务用车采购细则', ['公务用车采购细则'], ['分开写成“公务用车 采购细则”再搜 公务用车 采购细则']],
  ['公务用车租赁办法', ['公务用车租赁办法'], ['只搜“公务用车” 公务用车']],
  [
    '公车管理',
    ['公车管理'],
    ['是不是要找“公区管理”？ 公区管理', '分开写成“公车 管理”再搜 公车 管理'],
  ],
  ['2025年度报告', ['2025年度报告'], ['分开写成“2025年 年度报告”再搜 2025年 年度报告']],
  ['2024公务用车', ['2024公务用车'], ['分开写成“2024年 公务用车”再搜 2024年 公务用车']],
  ['2023年度报告', ['2023年度报告'], []],
  ['魑魅魍魉', ['魑魅魍魉'], []],
  ['节能', [], []],
  ['节能 图片 节能', [], ['只搜“节能” 节能', '只搜“图片” 图片']],
  ['“节能 图片” 公车', [], []],
])('%s', async (query, absent, offers) => {
  const made = await nearOffers({ query, order: 'relevance' }, absent, nearby);
  const asked = (address: string) => new URLSearchParams(address).get('q') ?? '';
  expect(made.map(({ text, address }) => `${text} ${asked(address)}`)).toEqual(offers);
});

test('terms that are in no page together are offered alone only where no filter parts them', async () => {
  const asked = { query: '节能 图片', order: 'relevance', year: '2025' } as const;
  expect(await nearOffers(asked, [], nearby)).toEqual([]);
});
