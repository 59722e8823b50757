/** npm run bench:publish: what it costs from a pushed article to the live page. Figures, not tests: machines are noisy. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { articleText, writeCorpus } from '../../tests/support/corpus.ts';
import type { Corpus } from '../../tests/support/corpus.ts';
import { seededRandom } from '../../tests/support/random.ts';
import { CACHE, PROJECT } from '../../src/system/project.ts';
import { readArguments, wrongUse } from '../arguments.ts';
import { copyProject } from '../ci/fresh-project.ts';
import { measure } from './measure.ts';
import type { Cost } from './measure.ts';
import { hugo } from './rivals/hugo.ts';
import { removeAside, setAside } from './set-aside.ts';

const { values } = readArguments(
  `测量从推送一篇稿件到发布出去的开销：重新克隆、有缓存或没有缓存、没有变化、退回；旁边是 Hugo 加 rsync、rclone。
  npm run bench:publish
  npm run bench:publish -- --sizes 1000,100000 --rounds 3
  npm run bench:publish -- --no-cold    没有缓存的不测
  npm run bench:publish -- --pictures   十篇稿件里三篇有图片`,
  {
    sizes: { type: 'string' },
    rounds: { type: 'string' },
    'no-cold': { type: 'boolean' },
    pictures: { type: 'boolean' },
  },
  'options',
);
const sizes = (values.sizes ?? '1000').split(',').map(Number);
const rounds = Number(values.rounds ?? 3);
if (![...sizes, rounds].every((number) => Number.isInteger(number) && number > 0)) {
  wrongUse('--sizes 和 --rounds 要写正整数，例如 --sizes 1000,100000 --rounds 3。');
}

/** The folder of one size, and what is in it. */
interface Place {
  folder: string;
  corpus: Corpus;
  /** Where the texts are checked out, as a pipeline does it: always at the same path. */
  checkout: string;
  repository: string;
  project: string;
  live: string;
}

/** By their content: a build has written every file anew. */
const SENDERS = {
  rsync: ['--archive', '--checksum', '--delete'],
  rclone: ['sync', '--checksum'],
};

for (const size of sizes) await measureSize(size);
await removeAside();

async function measureSize(size: number): Promise<void> {
  const place = await prepare(size);
  console.log(
    `\n${size} 篇稿件，含搜索，${values.pictures ? '含' : '不含'}图片，发布到文件夹，${rounds} 次的中位数`,
  );
  report('第一次发布', [await publish(place)]);
  commit(place, '地址');
  report('没有变化', await times(() => publish(place)));
  report(
    '重新克隆，有缓存，新增一篇',
    await times(async (round) => {
      await checkOutAnew(place, `a${round}`);
      return publish(place);
    }),
  );
  report('退回上一版', [await run(place, 'rollback.ts')]);
  await publish(place);
  if (!values['no-cold']) {
    await setAside(join(place.project, '.cache'));
    await checkOutAnew(place, 'cold');
    report('重新克隆，没有缓存，新增一篇', [await publish(place)]);
  }
  await compare(place);
}

async function prepare(size: number): Promise<Place> {
  const folder = join(CACHE, 'bench', `publish-${size}`);
  await setAside(folder);
  const checkout = join(folder, 'site');
  const corpus = await writeCorpus(checkout, size, values.pictures);
  const place = {
    folder,
    corpus,
    checkout,
    repository: join(folder, 'site.git'),
    project: join(folder, 'project'),
    live: join(folder, 'live'),
  };
  await mkdir(place.live);
  copyProject(place.project);
  await symlink(join(PROJECT, 'node_modules'), join(place.project, 'node_modules'));
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', place.repository]);
  git(checkout, 'init', '--quiet', '--initial-branch=main');
  git(checkout, 'remote', 'add', 'origin', place.repository);
  commit(place, '稿件');
  return place;
}

/** As a pipeline finds it: every file is new to the file system, and one article more is there. */
async function checkOutAnew(place: Place, name: string): Promise<void> {
  const { checkout, repository } = place;
  await setAside(checkout);
  execFileSync('git', ['clone', '--quiet', repository, checkout]);
  const file = join(checkout, `content/articles/2026/20261124-${name}.md`);
  await writeFile(file, articleText(seededRandom(name.length), '2026-11-24'));
  commit(place, name);
}

function commit({ checkout }: Place, message: string): void {
  const who = ['-c', 'user.name=bench', '-c', 'user.email=bench@example.gov.cn'];
  git(checkout, 'add', '--all');
  git(checkout, ...who, 'commit', '--quiet', '--message', message);
  git(checkout, 'push', '--quiet', 'origin', 'HEAD');
}

function git(folder: string, ...command: string[]): void {
  execFileSync('git', ['-C', folder, ...command], { stdio: ['ignore', 'ignore', 'inherit'] });
}

function run({ corpus, project, live }: Place, script: string): Promise<Cost> {
  const folders = ['--content', corpus.content, '--public', corpus.public];
  return measure([process.execPath, join(project, 'scripts', script), '--to', live, ...folders]);
}

function publish(place: Place): Promise<Cost> {
  return run(place, 'publish.ts');
}

/** The same push with a generator that makes everything, and a program that compares and sends it. */
async function compare({ folder, corpus }: Place): Promise<void> {
  const version = hugo.version();
  if (!version) return console.log('  Hugo：这台机器上没有');
  const site = join(folder, 'hugo');
  await hugo.prepare(corpus, site);
  const built = await hugo.build(site);
  const copies = join(folder, 'hugo-live');
  for (const [name, command] of Object.entries(SENDERS)) {
    if (spawnSync(name, ['--version']).status !== 0) {
      console.log(`  ${name}：这台机器上没有`);
      continue;
    }
    await cp(join(site, 'public'), copies, { recursive: true });
    const sent = await measure([name, ...command, `${join(site, 'public')}/`, `${copies}/`]);
    report(`${version} 全部生成，${name} 比较后上传`, [
      {
        cpu: built.cpu + sent.cpu,
        wall: built.wall + sent.wall,
        memory: Math.max(built.memory, sent.memory),
        output: '',
      },
    ]);
    await setAside(copies);
  }
}

async function times(once: (round: number) => Promise<Cost>): Promise<Cost[]> {
  const costs: Cost[] = [];
  for (let round = 1; round <= rounds; round += 1) costs.push(await once(round));
  return costs;
}

function report(what: string, costs: readonly Cost[]): void {
  const of = (key: 'cpu' | 'wall' | 'memory'): number =>
    costs.map((cost) => cost[key]).toSorted((a, b) => a - b)[Math.floor(costs.length / 2)] ?? NaN;
  const said =
    /(?:更新|没有要发布)[^。]*?(?:次读写|用时)/.exec(costs.at(-1)?.output ?? '')?.[0] ?? '';
  console.log(
    `  ${what}：CPU ${of('cpu').toFixed(2)} 秒，实际 ${of('wall').toFixed(2)} 秒，内存峰值 ${of('memory').toFixed(0)} MB${said && `（${said}）`}`,
  );
}
