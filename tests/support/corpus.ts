/** A bureau's archive of any size, made from a seed: lengths and shapes as real press releases have them. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writePictures } from './corpus-pictures.ts';
import { seededRandom } from './random.ts';
import type { Random } from './random.ts';
import { setAside } from '../../scripts/bench/set-aside.ts';
import { PLACES, TOPICS, UNITS, VERBS, WORDS } from './words.ts';

const COLUMNS = ['gzdt', 'dfdt', 'tzgg', 'zcfg', 'ggjn', 'gwyc', 'bgyf', 'hqfw'];
const FIRST_YEAR = 2006;
/** To October 2026: the articles that are then published fall into a year that has begun, as on most days. */
const MONTHS = 20 * 12 + 10;

export interface Corpus {
  content: string;
  public: string;
  /** The files of the articles, oldest first. */
  files: string[];
}

/** Articles that show a picture, where there are any. */
const ILLUSTRATED = 0.3;

/**
 * Writes `count` articles under `folder`, replacing what is there.
 * @param hasPictures three in ten articles show one of twenty shared files
 */
export async function writeCorpus(
  folder: string,
  count: number,
  hasPictures = false,
): Promise<Corpus> {
  await setAside(folder);
  const content = join(folder, 'content');
  await mkdir(content, { recursive: true });
  const pictures = hasPictures ? await writePictures(join(folder, 'public')) : [];
  await mkdir(join(folder, 'public'), { recursive: true });
  await writeFile(join(content, 'site.yaml'), SITE);
  await writeFile(join(content, 'columns.yaml'), columnsFile());
  const random = seededRandom(count);
  // Of its own, so that the texts are the same with pictures and without.
  const choice = seededRandom(count + 1);
  const files: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const date = dateOf(index, count);
    const name = `${date.replaceAll('-', '')}-a${index}`;
    const year = join(content, 'articles', date.slice(0, 4));
    await mkdir(year, { recursive: true });
    const file = join(year, `${name}.md`);
    const text = articleText(random, date);
    const isIllustrated = hasPictures && choice.next() < ILLUSTRATED;
    await writeFile(file, isIllustrated ? `${text}\n${choice.pick(pictures)}\n` : text);
    files.push(file);
  }
  return { content, public: join(folder, 'public'), files };
}

/** Spread evenly over the years, on days that every month has. */
function dateOf(index: number, count: number): string {
  const days = MONTHS * 28;
  const day = Math.floor((index / count) * days);
  const month = Math.floor(day / 28);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${FIRST_YEAR + Math.floor(month / 12)}-${two((month % 12) + 1)}-${two((day % 28) + 1)}`;
}

/** Front matter and body of one article. */
export function articleText(random: Random, date: string): string {
  const title = `${random.pick(PLACES)}${random.pick(VERBS)}${random.pick(TOPICS)}${random.pick(['', '工作', '会议', '专项检查'])}`;
  return [
    '---',
    `title: ${title}`,
    `source: ${random.pick(UNITS)}`,
    `date: ${date}`,
    `category: ${random.pick(COLUMNS)}`,
    `editor: ${random.pick(['李若谷', '陈思齐', '周明远'])}`,
    '---',
    '',
    body(random),
    '',
  ].join('\n');
}

/** Log-normal lengths: median about 900 Han characters, one in twenty beyond 3,500. */
function body(random: Random): string {
  const normal =
    Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  const length = Math.min(20_000, Math.round(900 * Math.exp(0.83 * normal)));
  const paragraphs: string[] = [];
  let written = 0;
  while (written < length) {
    const paragraph = paragraphOf(random);
    paragraphs.push(paragraph);
    written += paragraph.length;
  }
  return paragraphs.join('\n\n');
}

function paragraphOf(random: Random): string {
  const sentences = Array.from({ length: random.between(2, 5) }, () => sentence(random));
  const text = sentences.join('');
  return random.next() < 0.1 ? `**${random.pick(TOPICS)}。**${text}` : text;
}

function sentence(random: Random): string {
  const clauses = Array.from({ length: random.between(2, 4) }, () =>
    Array.from({ length: random.between(2, 5) }, () => random.pick(WORDS)).join(''),
  );
  const number =
    random.next() < 0.3
      ? `${random.between(2, 400)}${random.pick(['家', '项', '人', '万元'])}`
      : '';
  return `${random.pick(PLACES)}${clauses.join('，')}${number}。`;
}

function columnsFile(): string {
  const parents = '- { slug: xwzx, name: 新闻资讯 }\n- { slug: ywgz, name: 业务工作 }\n';
  const leaves = COLUMNS.map(
    (slug, index) =>
      `- { slug: ${slug}, name: 栏目${index + 1}, parent: ${index < 3 ? 'xwzx' : 'ywgz'} }\n`,
  );
  return parents + leaves.join('');
}

const SITE = `name: 基准测试单位
url: https://bench.example.gov.cn/
identifier: "1234567890"
description: 用来测量生成速度的站点。
sponsor: 基准测试单位
contact: { address: 测试市测试路1号, phone: 0999-8800000 }
listSize: 20
home:
  - { column: gzdt, count: 8 }
  - { column: tzgg, count: 8 }
`;
