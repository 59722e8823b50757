/**
 * 每条命令先运行这个文件：按 package.json 里 engine 写的版本取来程序，再交给它。
 * Usage: node scripts/setup.mjs [<script.ts of the engine> [arguments]]. SITE_ENGINE names a copy of the engine to use instead.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';

const home = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
const engine = process.env.SITE_ENGINE ? resolve(process.env.SITE_ENGINE) : fetchedEngine();
const running = spawn(
  process.execPath,
  [join(engine, 'scripts/setup.mjs'), ...process.argv.slice(2)],
  { stdio: 'inherit', env: { ...process.env, SITE_HOME: home } },
);
process.on('SIGINT', () => undefined);
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => running.kill(signal));
running.on('close', (status, signal) => process.exit(signal === null ? (status ?? 1) : 130));

/** Below `.cache/`, which pipelines keep: not in `node_modules/`, where Node runs no TypeScript. */
function fetchedEngine() {
  const { engine: wanted } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const { repository, commit } = wanted ?? {};
  if (!repository || !/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(commit ?? '')) {
    stop('package.json 里的 engine 要写程序的仓库（repository）和版本（commit，40 位）。');
  }
  const folders = join(home, '.cache', 'engine');
  const folder = join(folders, commit);
  if (existsSync(folder)) return folder;
  console.error(`正在取来程序（版本 ${commit.slice(0, 8)}）……`);
  const making = `${folder}.${process.pid}`;
  mkdirSync(making, { recursive: true });
  const git = (...words) =>
    spawnSync('git', ['-C', making, ...words], { stdio: ['ignore', 'ignore', 'inherit'] })
      .status === 0;
  const source = existsSync(join(home, repository)) ? resolve(home, repository) : repository;
  const isThere =
    git('init', '--quiet') &&
    (git('fetch', '--quiet', '--depth', '1', source, commit) || git('fetch', '--quiet', source)) &&
    git('checkout', '--quiet', '--detach', commit);
  if (!isThere) {
    rmSync(making, { recursive: true, force: true });
    stop(`没有取到程序：${repository} 的 ${commit}。请检查网络、仓库的地址和权限，再运行一次。`);
  }
  try {
    // Whole or not there: another command may have been quicker.
    renameSync(making, folder);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

function stop(message) {
  console.error(message);
  process.exit(2);
}
