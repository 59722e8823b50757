/** Where titles may break: never in a term, a number with its unit, or a name, and the text stays as it was. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OFFICIAL_TERMS } from '../../../src/titles/official-terms.ts';
import { unbrokenRuns } from '../../../src/titles/title-breaks.ts';
import { indexOf, termsIn, termsOfArticle } from '../../../src/titles/title-terms.ts';
import { termsOfSite } from '../../../src/site/site-terms.ts';
import type { Titled } from '../../../src/titles/title-terms.ts';
import { aColumn, aSite } from '../../support/a-site.ts';
import { seededRandom } from '../../support/random.ts';
import { TOPICS, UNITS, VERBS, WORDS } from '../../support/words.ts';

const official = indexOf(OFFICIAL_TERMS);
const broken = (text: string, ...terms: string[]): string =>
  unbrokenRuns(text, [official, indexOf(terms)]).join('|');

describe('a title breaks', () => {
  it.each([
    ['机关事务管理局公共机构合同能源管理项目申报', '机关事务管理局|公共机构|合同能源管理|项目申报'],
    ['加强党风廉政建设持续改进作风', '加强|党风廉政|建设|持续|改进作风'],
    ['全区机关党委换届工作会议召开', '全区|机关党委换届工作|会议召开'],
  ])('not within an official term: %s', (title, marked) => {
    expect(broken(title)).toBe(marked);
  });

  it.each([
    ['示例州办公用房权属登记办结394栋楼房资料', '登记办结394栋|楼房资料'],
    ['定于3月5日上午召开会议', '3月5日|'],
    ['二十届三中全会精神宣讲', '三中全会|精神'],
    ['机关带头节约用水11.7万吨以上', '11.7万吨以上'],
    ['终端安装达到100%以上', '100%以上'],
    ['关于做好2026年年度考核工作的通知', '2026年|'],
    ['公开拍卖2026年第2批处置车辆', '2026年|第2批|处置'],
    ['美术家协会第十一次全国代表大会', '第十一次|全国代表大会'],
    ['神舟十五号载人飞船发射', '神舟十五号'],
    ['李希出席77国集团峰会', '77国集团'],
    ['机关集中办公区前三季度用能情况公布', '集中办公区|前三季度|用能情况公布'],
    ['全区近三年来水电气暖总能耗', '近三年来水电气暖总能耗'],
    ['目前三项任务全部完成', '目前|三项|'],
  ])('not between a number and its unit: %s', (title, part) => {
    expect(broken(title)).toContain(part);
  });

  it.each([
    ['向广大残疾人工作者致以问候', '残疾人|工作者'],
    ['会见哈萨克斯坦客人一行', '哈萨克斯坦'],
    ['春节以来各地工作平稳', '春节以来'],
  ])('not within a word that the dictionary cuts: %s', (title, word) => {
    expect(broken(title)).toContain(word);
  });

  it('nowhere that would leave fewer than three characters alone', () => {
    expect(broken('全区公务用车使用情况公布')).toBe('全区|公务用车|使用|情况公布');
  });

  it('in every run that a line of large type would not hold, where it has a word', () => {
    expect(
      broken('畜牧业高质量发展助推乡村振兴')
        .split('|')
        .every((run) => run.length <= 9),
    ).toBe(true);
  });
});

describe('terms', () => {
  it('are the columns and the names and keywords of site.yaml', () => {
    const columns = [
      aColumn({ name: '普查质量' }),
      aColumn({ slug: 'b', name: '乙', keywords: ['调查团队'] }),
    ];
    const site = aSite({ columns, config: { sponsor: '数据云集单位', keywords: ['流动服务'] } });
    const terms = [termsOfSite(site)];
    for (const term of ['普查质量', '调查团队', '数据云集单位', '流动服务'])
      expect(unbrokenRuns(`今年${term}公布情况`, terms).join('|'), term).toContain(term);
  });

  it('are the source of an article as the names of its units, and its keywords', () => {
    const article = { source: '云川市机关事务管理局公共机构节能管理处', keywords: ['能耗会审'] };
    const title = '云川市机关事务管理局能耗会审公布';
    expect(unbrokenRuns(title, [termsOfArticle(article, title)]).join('|')).toBe(
      '云川市|机关事务管理局|能耗会审公布',
    );
  });

  it('that the dictionary would not break are not listed, but for those that it breaks beside others', () => {
    expect(new Set(OFFICIAL_TERMS).size).toBe(OFFICIAL_TERMS.length);
    expect(OFFICIAL_TERMS.filter((term) => term.length > 8)).toEqual([]);
  });
});

/** Titles of the sample, and as many that are put together by chance. */
const sample = join(import.meta.dirname, '../../../content/articles');
const random = seededRandom(16);
const titles: [string, Titled][] = [
  ...readdirSync(sample, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name): [string, Titled] => {
      const text = readFileSync(join(sample, name), 'utf8');
      const field = (key: string): string =>
        new RegExp(`^${key}:\\s*(.*)$`, 'm').exec(text)?.[1]?.trim() ?? '';
      return [field('title'), { source: field('source'), keywords: field('keywords').split('、') }];
    }),
  ...Array.from({ length: 500 }, (): [string, Titled] => [
    [
      random.pick(UNITS),
      random.pick(VERBS),
      random.between(1, 900),
      random.pick(['栋', '个', '月5日', '%', '']),
      random.pick(OFFICIAL_TERMS),
      random.pick(WORDS),
      random.pick(TOPICS),
      random.pick(['，', ' ', '“', '《', '|', '']),
    ].join(''),
    { source: random.pick(UNITS) },
  ]),
];

describe('whatever the title', () => {
  it('its text stays as it is, and no term of its own or of the bureau is broken', () => {
    const wrong: string[] = [];
    for (const [title, article] of titles) {
      const terms = [official, termsOfArticle(article, title)];
      const runs = unbrokenRuns(title, terms);
      expect(runs.join('')).toBe(title);
      const ranges = termsIn(title, terms);
      let at = 0;
      for (const run of runs.slice(0, -1)) {
        at += run.length;
        const isInTerm = ranges.some(([from, to]) => from < at && at < to);
        const isInNumber = /\d$/.test(title.slice(0, at)) && /^[栋个月%]/.test(title.slice(at));
        if (isInTerm || isInNumber || title.length - at < 3) wrong.push(runs.join('|'));
      }
    }
    expect(titles.length).toBeGreaterThan(500);
    expect(wrong).toEqual([]);
  });
});
