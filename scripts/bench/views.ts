/** npm run bench:views: what the view counter bears on this machine. Figures, not tests: machines are noisy. */
import { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PROJECT } from '../../src/system/project.ts';
import { STORES } from '../../tests/edge/real-stores.ts';
import { readArguments, wrongUse } from '../arguments.ts';
import { loadViews } from './views-load.ts';
import { ENOUGH_MS, simulate } from './views-simulate.ts';
import { WAYS } from './views-stores.ts';

const { values } = readArguments(
  `测量浏览次数统计能承受多少访问。
  npm run bench:views
  npm run bench:views -- --seconds 10 --connections 64
  npm run bench:views -- --no-faults    不做故障试验
  npm run bench:views -- --simulate     各种存储分别到多大的访问量就不够了`,
  {
    seconds: { type: 'string' },
    connections: { type: 'string' },
    'no-faults': { type: 'boolean' },
    simulate: { type: 'boolean' },
  },
  'options',
);
const seconds = Number(values.seconds ?? 5);
const connections = Number(values.connections ?? 64);
if (![seconds, connections].every((number) => Number.isInteger(number) && number > 0)) {
  wrongUse('--seconds 和 --connections 要写正整数。');
}

if (values.simulate) await reportSimulation();
else {
  await reportLoad();
  await reportMemory();
  if (!values['no-faults']) reportFaults();
}

async function reportLoad(): Promise<void> {
  console.log(`${connections} 个连接，每项 ${seconds} 秒，每次都是新读者，在本机上测`);
  for (const [what, articles] of [
    ['同一篇稿件', 1],
    ['分散在 1000 篇稿件', 1_000],
  ] as const) {
    console.log(`\n${what}`);
    for (const way of Object.keys(WAYS)) {
      const { rate, p50, p99, ...faults } = await loadViews(way, {
        articles,
        connections,
        seconds,
      });
      console.log(
        `  ${way}：每秒 ${rate.toFixed(0)} 次，p50 ${p50} 毫秒，p99 ${p99} 毫秒；` +
          `丢失 ${faults.lost}，重复 ${faults.double}，失败 ${faults.failed}`,
      );
    }
  }
}

async function reportMemory(): Promise<void> {
  const script = join(PROJECT, 'scripts/bench/views-memory.ts');
  const run = promisify(execFile);
  console.log('\n记住读者：进程多用的内存（其中记录本身；最多两代，67 MB）');
  for (const millions of [1, 2]) {
    const { stdout } = await run(process.execPath, [script, String(millions * 2 ** 20)]);
    const [grown, tables] = stdout.trim().split(' ');
    console.log(`  ${millions * 100} 万位：${grown} MB（${tables} MB）`);
  }
}

function reportFaults(): void {
  console.log('\n故障试验');
  const script = join(PROJECT, 'scripts/test-faults.ts');
  spawnSync(process.execPath, [script], { stdio: 'inherit' });
}

async function reportSimulation(): Promise<void> {
  console.log(`每秒这么多次浏览时的 p99，单位毫秒；超过 ${ENOUGH_MS} 毫秒就算不够，不再往上试。`);
  console.log('d1 和 durable-object 在本机的 workerd 上，是下限；上了平台会更快。');
  const table: Record<string, Record<string, number>> = {};
  for (const [name, open] of STORES) {
    const steps = await simulate(open, Math.min(seconds, 3));
    const enough = steps.filter(({ p99 }) => p99 <= ENOUGH_MS).map(({ rate }) => rate);
    const cells = steps.map(({ rate, p99 }) => [`${rate} 次`, Math.round(p99)] as const);
    table[name] = { 够用到: Math.max(0, ...enough), ...Object.fromEntries(cells) };
  }
  console.table(table);
  console.log('Infinity：来不及写，拒绝了。');
}
