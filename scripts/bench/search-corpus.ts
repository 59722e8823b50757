/** Documents with the traps of Chinese search, from a seed, and queries drawn from them. */
import type { SearchDocument } from '../../src/search/search-document.ts';
import { seededRandom } from '../../tests/support/random.ts';
import type { Random } from '../../tests/support/random.ts';
import { PLACES, TOPICS, UNITS, VERBS, WORDS } from '../../tests/support/words.ts';
import { wordsOfText, type DrawWord } from './search-vocabulary.ts';

const SURNAMES = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕',
];
const GIVEN = [
  ...'明伟芳娜敏静丽强磊洋勇艳杰娟涛超霞平刚桂英建国志文华玉兰春梅晓东海燕红军立新云飞',
];
const FAR_NAMES = ['库尔班江·萨迪克', '阿依古丽·买买提', '帕尔哈提·吐尔逊', '热依汗·阿不都拉'];

/** Spread over twenty years up to 2026-11, newest last. */
export function searchCorpus(count: number): SearchDocument[] {
  const random = seededRandom(count);
  return Array.from({ length: count }, (_, at) => {
    const month = Math.floor((at / count) * (20 * 12 + 11));
    const two = (number: number) => String(number).padStart(2, '0');
    const year = String(2006 + Math.floor(month / 12));
    const date = `${year}-${two((month % 12) + 1)}-${two(random.between(1, 28))}`;
    const draw = wordsOfText(random);
    const title = `${random.pick(PLACES)}${random.pick(VERBS)}${draw()}${random.pick(TOPICS)}${draw()}`;
    const columns = ['新闻资讯', random.pick(['图片新闻', '工作动态'])];
    const text = Array.from({ length: random.between(4, 18) }, () =>
      paragraph(random, draw, at),
    ).join('\n');
    return { url: `/a/${at}/`, title, text, columns, source: random.pick(UNITS), date };
  });
}

function paragraph(random: Random, draw: DrawWord, at: number): string {
  const words = () => Array.from({ length: random.between(2, 6) }, draw).join('');
  const name = random.pick(SURNAMES) + random.pick(GIVEN) + random.pick(['', random.pick(GIVEN)]);
  const [year, month, day] = [
    random.between(2006, 2026),
    random.between(1, 12),
    random.between(1, 28),
  ];
  return random.pick([
    `${words()}，${words()}。`,
    `${name}到${random.pick(PLACES)}${random.pick(VERBS)}${words()}。`,
    `${random.pick(FAR_NAMES)}说：“${words()}”，《${words()}办法》执行到位。`,
    `${month}月${day}日，${words()}${random.between(2, 4000)}家，增长${random.between(1, 30)}.${random.between(0, 9)}%。`,
    `根据国办发〔${year}〕${random.between(1, 90)}号文件，${words()}。`,
    `按照GB/T ${random.between(10000, 39999)}—${year}，${words()}，编号A${1000 + at}。`,
  ]);
}

export interface Query {
  kind: string;
  text: string;
}

/** Queries of fourteen kinds, in turn. */
export function searchQueries(documents: readonly SearchDocument[], count: number): Query[] {
  const random = seededRandom(documents.length + 1);
  const draw = (pattern: RegExp): string => {
    for (;;) {
      const { title, text } = random.pick(documents);
      const found = [...`${title}\n${text}`.matchAll(pattern)].map(([match]) => match);
      if (found.length > 0) return random.pick(found);
    }
  };
  const han = (length: number): string => {
    const run = draw(new RegExp(`[\\u4e00-\\u9fff]{${length},}`, 'gu'));
    const start = random.between(0, run.length - length);
    return run.slice(start, start + length);
  };
  const published = (): [year: string, month: string, day: string] => {
    const [year = '', month = '', day = ''] = random.pick(documents).date.split('-');
    return [year, month, day];
  };
  const chinese = ([year, month, day]: string[]) => `${year}年${Number(month)}月${Number(day)}日`;
  const kinds: Record<string, () => string> = {
    '2字': () => han(2),
    '3字': () => han(3),
    '4字': () => han(4),
    '6字': () => han(6),
    跨标点: () => draw(/[\u4e00-\u9fff]{2}[”》][，]?[\u4e00-\u9fff]{2}/gu).replace('，', ''),
    带点的名字: () => draw(/[\u4e00-\u9fff]{2,4}·[\u4e00-\u9fff]{2,4}(?=说)/gu),
    数字: () => draw(/\d{3,4}(?=家)/gu),
    日期: () => draw(/\d{1,2}月\d{1,2}日/gu),
    发布日期: () =>
      random.pick([chinese(published()), published().join(random.pick(['-', '/', '.']))]),
    月份: () => chinese(published()).replace(/月.*/, '月'),
    文号: () => draw(/国办发〔\d{4}〕\d+号/gu),
    字母: () => draw(/(?<=编号)A\d{4,}/gu),
    中西混合: () => draw(/GB\/T \d{5}—\d{4}(?=，)/gu).replaceAll(' ', ''),
    没有的: () => `${random.pick(WORDS)}${random.pick(SURNAMES)}${random.pick(WORDS)}`,
  };
  const makers = Object.entries(kinds);
  return Array.from({ length: count }, (_, at) => {
    const [kind = '', make = () => ''] = makers[at % makers.length] ?? [];
    return { kind, text: make() };
  });
}
