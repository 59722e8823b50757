/** npm run bench: what a build costs on a generated archive. Figures, not tests: machines are noisy. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CACHE, PROJECT } from '../src/build/options.ts';
import { readArguments, wrongUse } from './arguments.ts';
import { writeCorpus } from './bench/corpus.ts';
import type { Corpus } from './bench/corpus.ts';
import { devLatencies } from './bench/dev-latency.ts';
import { measure } from './bench/measure.ts';
import type { Cost } from './bench/measure.ts';

const { values } = readArguments(
  `测量生成网站的开销。
  npm run bench
  npm run bench -- --sizes 1000,10000 --rounds 3`,
  { sizes: { type: 'string' }, rounds: { type: 'string' } },
);
const sizes = (values.sizes ?? '1000').split(',').map(Number);
const rounds = Number(values.rounds ?? 3);
if (![...sizes, rounds].every((number) => Number.isInteger(number) && number > 0)) {
  wrongUse('--sizes 和 --rounds 要写正整数，例如 --sizes 1000,10000 --rounds 3。');
}

for (const size of sizes) {
  const folder = join(CACHE, 'bench', String(size));
  const corpus = await writeCorpus(folder, size);
  const out = join(folder, 'dist');
  await build(corpus, out, '--no-search');
  console.log(`\n${size} 篇稿件（${rounds} 次的中位数）`);
  await report('全部页面，不含搜索和图片', async () => {
    await rm(out, { recursive: true, force: true });
    return build(corpus, out, '--no-search');
  });
  await report('全部页面和搜索', async () => {
    await rm(out, { recursive: true, force: true });
    return build(corpus, out);
  });
  const latencies = await devLatencies(corpus);
  console.log(
    `  预览中看到修改：${median(latencies).toFixed(0)} 毫秒（最慢 ${Math.max(...latencies).toFixed(0)}）`,
  );
}

function build(corpus: Corpus, out: string, ...flags: string[]): Promise<Cost> {
  const script = join(PROJECT, 'scripts/build.ts');
  const folders = ['--content', corpus.content, '--public', corpus.public, '--out', out];
  return measure([process.execPath, script, ...folders, ...flags]);
}

async function report(what: string, run: () => Promise<Cost>): Promise<void> {
  const costs: Cost[] = [];
  for (let round = 0; round < rounds; round += 1) costs.push(await run());
  const of = (key: 'cpu' | 'wall' | 'memory'): number => median(costs.map((cost) => cost[key]));
  console.log(
    `  ${what}：CPU ${of('cpu').toFixed(1)} 秒，实际 ${of('wall').toFixed(1)} 秒，内存峰值 ${of('memory').toFixed(0)} MB`,
  );
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
