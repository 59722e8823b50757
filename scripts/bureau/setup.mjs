/**
 * 每条命令先运行这个文件：按 package.json 里 engine 写的版本取来程序，再交给它。
 * Usage: node scripts/setup.mjs [<script.ts of the engine> [arguments]]. SITE_ENGINE names a copy of the engine to use instead.
 */
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { fetchEngine, namedEngine } from './fetch-engine.mjs';
import { forgetEngines, noteUse } from './kept-engines.mjs';

const home = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
const given = process.env.SITE_ENGINE;
const engine = given ? resolve(given) : ownEngine();
const forgetUse = given ? () => undefined : noteUse(engine);
const running = spawn(
  process.execPath,
  [join(engine, 'scripts/setup.mjs'), ...process.argv.slice(2)],
  { stdio: 'inherit', env: { ...process.env, SITE_HOME: home } },
);
process.on('SIGINT', () => undefined);
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => running.kill(signal));
running.on('close', (status, signal) => {
  forgetUse();
  process.exit(signal === null ? (status ?? 1) : 130);
});

/** Below `.cache/`, which pipelines keep: not in `node_modules/`, where Node runs no TypeScript. */
function ownEngine() {
  const wanted = namedEngine(home);
  if (!wanted) {
    return stop('package.json 里的 engine 要写程序的仓库（repository）和版本（commit，40 位）。');
  }
  let isNew = false;
  const fetched = fetchEngine(home, wanted, () => {
    isNew = true;
    console.error(`正在取来程序（版本 ${wanted.commit.slice(0, 8)}）……`);
  });
  if ('problem' in fetched) return stop(fetched.problem);
  if (isNew) forgetEngines(home, wanted.commit);
  return fetched.folder;
}

/** @param {string} message */
function stop(message) {
  console.error(message);
  return process.exit(2);
}
