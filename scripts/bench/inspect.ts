/**
 * npm run bench:inspect: what the rules of texts say of clean news, what they find of defects put into it, and what they cost.
 * Rules are tuned on one half of the news, told from the other by its names; both are reported. Of news nothing is kept with the project: it is given as a folder of articles.
 */
import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NO_WORDS } from '../../src/model/bureau-words.ts';
import type { Issue } from '../../src/model/issue.ts';
import { inspectText } from '../../src/reading/inspect-text.ts';
import { inspectBody } from '../../src/markdown/inspect-body.ts';
import { inspectWords } from '../../src/rules/text/inspect-words.ts';
import { TEXT_RULES } from '../../src/rules/text/text-checks.ts';
import { seededRandom } from '../../tests/support/random.ts';
import { readArguments, wrongUse } from '../arguments.ts';
import { DEFECTS } from './inspect-defects.ts';
import { isFault } from './inspect-judged.ts';

const TUNED = '调规则用的一半';
const UNSEEN = '另一半';

const { values } = readArguments(
  `测量文字规则：干净的新闻里误报多少，放进去的毛病找到多少，花多少时间。
  npm run bench:inspect -- --news 文件夹            里面是 articles/年份/*.md
  npm run bench:inspect -- --news 文件夹 --show 50  每条规则列出 50 处
  npm run bench:inspect -- --news 文件夹 --each 300 每种毛病放进 300 篇`,
  {
    news: { type: 'string' },
    show: { type: 'string' },
    each: { type: 'string' },
  },
  'options',
);
const { news } = values;
const [show, each] = [Number(values.show ?? 0), Number(values.each ?? 300)];
if (news === undefined) wrongUse('请用 --news 写上新闻的文件夹。');
if (![show, each].every((number) => Number.isInteger(number) && number >= 0)) {
  wrongUse('--show 和 --each 要写整数。');
}

interface Text {
  name: string;
  day: string;
  body: string;
}

const texts = readTexts(join(news, 'articles'));
reportAlarms();
reportRecall();
reportCost();

/** What follows the news on the page it was taken from is none. */
function readTexts(folder: string): Text[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .toSorted()
    .map((name) => {
      const [, fields = '', ...parts] = readFileSync(join(folder, name), 'utf8').split(/^---$/m);
      const title = /^title: '?(.*?)'?$/m.exec(fields)?.[1] ?? '';
      const day = /^date: (\S+)/m.exec(fields)?.[1] ?? '';
      const body = parts.join('---').replace(/\(更新时间戳: \d+\)\s*$/u, '');
      return { name, day, body: `${title}\n\n${body.trim()}` };
    });
}

function issuesOf({ name, day, body }: Text): Issue[] {
  const place = { file: name, format: 'md', bodyLine: 1, title: '', titleLine: 1 } as const;
  return inspectText({ body, ...place, day, attachments: 0 }, NO_WORDS).issues;
}

function reportAlarms(): void {
  const known = new Set<string>(TEXT_RULES.map(({ id }) => id));
  const issues = texts.flatMap(issuesOf).filter(({ rule }) => known.has(rule));
  const isFalse = ({ rule, file, line }: Issue): boolean => !isFault(rule, file, line);
  console.log(`${texts.length} 篇干净的新闻，每 50 篇报出（其中误报）：`);
  const per50 = (count: number, of: number): string => ((count / of) * 50).toFixed(3);
  const row = (found: readonly Issue[], of: number): string =>
    `${per50(found.length, of)}（${per50(found.filter(isFalse).length, of)}）`;
  const groups = [...Map.groupBy(issues, ({ rule, level }) => `${level} ${rule}`)];
  for (const [key, found] of groups.toSorted((a, b) => b[1].length - a[1].length)) {
    console.log(`  ${row(found, texts.length)}  ${key}，${found.length} 处`);
    for (const issue of found.slice(0, show)) {
      const sign = issue.level !== 'info' && isFalse(issue) ? '误' : '　';
      console.log(`       ${sign} ${issue.file}:${issue.line} ${issue.message}`);
    }
  }
  for (const half of [TUNED, UNSEEN]) {
    const of = texts.filter(({ name }) => halfOf(name) === half).length;
    for (const level of ['stop', 'warn', 'info']) {
      const own = issues.filter((issue) => issue.level === level && halfOf(issue.file) === half);
      console.log(`  ${row(own, of)}  ${half}，${level} 合计`);
    }
  }
}

function halfOf(name: string): string {
  return Number.parseInt(hash('sha256', name).slice(0, 1), 16) < 8 ? TUNED : UNSEEN;
}

function reportRecall(): void {
  console.log(`\n放进去的毛病，每种最多 ${each} 处，找到：`);
  for (const { name, rules, put } of DEFECTS) {
    const random = seededRandom(20_260_305);
    const count = (text: Text): number =>
      issuesOf(text).filter(({ rule }) => rules.includes(rule)).length;
    const missed: string[] = [];
    let total = 0;
    for (const text of texts) {
      if (total === each) break;
      const body = put(text.body, random);
      if (body === undefined || body === text.body) continue;
      total += 1;
      if (count({ ...text, body }) <= count(text)) missed.push(placeOf(text.body, body));
    }
    const share = total === 0 ? '–' : `${(100 - (missed.length / total) * 100).toFixed(1)}%`;
    console.log(`  ${share.padStart(6)}  ${name}（${total - missed.length}/${total}）`);
    for (const place of missed.slice(0, show)) console.log(`          ${place}`);
  }
}

function placeOf(clean: string, spoiled: string): string {
  let at = 0;
  while (clean[at] === spoiled[at]) at += 1;
  return spoiled.slice(Math.max(0, at - 12), at + 16).replaceAll('\n', '⏎');
}

function reportCost(): void {
  const options = (file: string) => ({ format: 'md', file, firstLine: 1 }) as const;
  const bodies = texts.map(({ body, name }) => inspectBody(body, options(name)));
  const begin = process.cpuUsage();
  for (const [index, { blocks }] of bodies.entries()) {
    const { name, day = '' } = texts[index] ?? { name: '' };
    const facts = { day, attachments: 0, isRepost: false, bureau: NO_WORDS };
    inspectWords(blocks(), { file: name, ...facts });
  }
  const { user, system } = process.cpuUsage(begin);
  const seconds = (((user + system) / 1e6 / texts.length) * 10_000).toFixed(2);
  console.log(`\n文字规则：每 10000 篇 ${seconds} CPU 秒（不含解析正文）。`);
}
