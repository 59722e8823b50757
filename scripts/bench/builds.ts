/** npm run bench: what builds of a generated archive cost. Figures, not tests: machines are noisy. */
import { readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CACHE, PROJECT } from '../../src/system/project.ts';
import { readArguments, wrongUse } from '../arguments.ts';
import { copyProject } from '../ci/fresh-project.ts';
import { writeCorpus } from '../../tests/support/corpus.ts';
import type { Corpus } from '../../tests/support/corpus.ts';
import { devLatencies } from './dev-latency.ts';
import { measure } from './measure.ts';
import type { Cost } from './measure.ts';
import { eleventy } from './rivals/eleventy.ts';
import { hugo } from './rivals/hugo.ts';
import { SCENARIOS } from './scenarios.ts';
import { removeAside, setAside } from './set-aside.ts';

const RIVALS = [hugo, eleventy];

const { values } = readArguments(
  `测量生成网站的开销。
  npm run bench
  npm run bench -- --sizes 1000,10000 --rounds 3
  npm run bench -- --sizes 10000 --against hugo,eleventy   同一批稿件，和别的程序比
  npm run bench -- --search                                连同搜索索引
  npm run bench -- --pictures                              十篇稿件里三篇有图片
  npm run bench -- --only 全部,新增一篇                      只测这几项
  npm run bench -- --json                                  结果记在 .cache/bench/，和上次比`,
  {
    sizes: { type: 'string' },
    rounds: { type: 'string' },
    against: { type: 'string' },
    search: { type: 'boolean' },
    pictures: { type: 'boolean' },
    only: { type: 'string' },
    json: { type: 'boolean' },
  },
  'options',
);
const sizes = (values.sizes ?? '1000').split(',').map(Number);
const rounds = Number(values.rounds ?? 3);
const against = (values.against ?? '').split(',').filter((name) => name !== '');
if (![...sizes, rounds].every((number) => Number.isInteger(number) && number > 0)) {
  wrongUse('--sizes 和 --rounds 要写正整数，例如 --sizes 1000,10000 --rounds 3。');
}
const only = (values.only ?? '').split(',').filter((name) => name !== '');
const strange = only.find((name) => !SCENARIOS.some((scenario) => scenario.name === name));
if (strange)
  wrongUse(`没有「${strange}」，可以写：${SCENARIOS.map(({ name }) => name).join('、')}。`);
const scenarios = SCENARIOS.filter(({ name }) => only.length === 0 || only.includes(name));
const unknown = against.find((name) => !RIVALS.some((rival) => rival.name === name));
if (unknown)
  wrongUse(`不认识「${unknown}」，可以写：${RIVALS.map(({ name }) => name).join('、')}。`);

interface Row extends Omit<Cost, 'output'> {
  size: number;
  what: string;
  rendered: number;
  changed: number;
}
const rows: Row[] = [];
const folderOf = (size: number): string => join(CACHE, 'bench', String(size));

/** A template is edited there. */
const project = join(CACHE, 'bench/project');
await setAside(project);
copyProject(project);
await symlink(join(PROJECT, 'node_modules'), join(project, 'node_modules'));

for (const size of sizes) {
  const corpus = await writeCorpus(folderOf(size), size, values.pictures);
  const out = join(folderOf(size), 'dist');
  console.log(
    `\n${size} 篇稿件，${values.search ? '含' : '不含'}搜索，${values.pictures ? '含' : '不含'}图片，${rounds} 次的中位数`,
  );
  // The renderer is compiled before anything is measured.
  await build(corpus, out);
  for (const { name, prepare } of scenarios) {
    const costs: Cost[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      await prepare({ corpus, out, project }, round);
      costs.push(await build(corpus, out));
    }
    report(size, name, costs);
  }
  console.log(`  dist/ ${await sizeOf(out)} MB`);
  await compare(corpus, size);
  if (size <= 1000) {
    const latencies = await devLatencies(corpus);
    console.log(`  预览中看到修改：${middle(latencies).toFixed(0)} 毫秒`);
  }
}
await removeAside();
if (values.json) {
  const file = join(CACHE, 'bench', 'last.json');
  const last = await readFile(file, 'utf8').then(
    (text) => JSON.parse(text) as Row[],
    (): Row[] => [],
  );
  for (const row of rows) {
    const before = last.find(({ size, what }) => size === row.size && what === row.what);
    if (!before) continue;
    console.log(`  ${row.size} ${row.what}：CPU 是上次的 ${(row.cpu / before.cpu).toFixed(2)} 倍`);
  }
  await writeFile(file, `${JSON.stringify(rows, undefined, 2)}\n`);
}

function build(corpus: Corpus, out: string): Promise<Cost> {
  const folders = ['--content', corpus.content, '--public', corpus.public, '--out', out];
  const flags = values.search ? [] : ['--no-search'];
  const script = join(project, 'scripts/build.ts');
  return measure([process.execPath, script, ...folders, ...flags]);
}

async function compare(corpus: Corpus, size: number): Promise<void> {
  for (const name of against) {
    const rival = RIVALS.find((candidate) => candidate.name === name);
    const version = rival?.version();
    if (!rival || !version) {
      console.log(`  ${name}：这台机器上没有`);
      continue;
    }
    const folder = join(folderOf(size), name);
    await rival.prepare(corpus, folder);
    const costs: Cost[] = [];
    for (let round = 0; round < rounds; round += 1) costs.push(await rival.build(folder));
    report(size, version, costs);
    const own = rows.find((row) => row.size === size && row.what === '全部');
    const one = rows.find((row) => row.size === size && row.what === '新增一篇');
    const cpu = middle(costs.map((cost) => cost.cpu));
    const wall = middle(costs.map((cost) => cost.wall));
    if (own && one) {
      const ratio = (a: number, b: number): string => (a / b).toFixed(2);
      console.log(
        `    相比 ${name}：全部 CPU ${ratio(own.cpu, cpu)} 倍、时间 ${ratio(own.wall, wall)} 倍；新增一篇 CPU ${ratio(one.cpu, cpu)} 倍`,
      );
    }
  }
}

function report(size: number, what: string, costs: readonly Cost[]): void {
  const of = (key: 'cpu' | 'wall' | 'memory'): number => middle(costs.map((cost) => cost[key]));
  const number = (pattern: RegExp): number =>
    Number(pattern.exec(costs.at(-1)?.output ?? '')?.[1] ?? 0);
  const row: Row = {
    size,
    what,
    cpu: of('cpu'),
    wall: of('wall'),
    memory: of('memory'),
    rendered: number(/生成 (\d+) 个页面/),
    changed: number(/(\d+) 个文件有变化/),
  };
  rows.push(row);
  const { cpu, wall, memory, rendered, changed } = row;
  console.log(
    `  ${what}：CPU ${cpu.toFixed(2)} 秒，实际 ${wall.toFixed(2)} 秒，内存峰值 ${memory.toFixed(0)} MB，生成 ${rendered} 页，改动 ${changed} 个文件`,
  );
}

function middle(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  let bytes = 0;
  for (const entry of entries) {
    if (entry.isFile()) bytes += (await stat(join(entry.parentPath, entry.name))).size;
  }
  return Math.round(bytes / 1_000_000);
}
