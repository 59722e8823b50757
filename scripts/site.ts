/** npm run site: one machine does it all: fetches what was pushed, publishes it, serves it, counts views. */
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { upstreamOf, checkOut, headOf, tipOf } from '../src/keeper/git.ts';
import type { Upstream } from '../src/keeper/git.ts';
import { createKeeper, liveOf } from '../src/keeper/keeper.ts';
import { keeperAnswers, SHORTEST_SECRET } from '../src/keeper/keeper-answers.ts';
import { formatIssues } from '../src/model/issue.ts';
import { printableLines } from '../src/model/printable.ts';
import { siteSchema } from '../src/model/site-config.ts';
import { isSshAddress } from '../src/publish/targets/ssh-settings.ts';
import { readYamlFile } from '../src/reading/read-yaml-file.ts';
import { beijingTime } from '../src/site/dates.ts';
import { tryLock } from '../src/system/file-lock.ts';
import { CACHE, HOME } from '../src/system/project.ts';
import { endAtStart } from '../src/server/entry-messages.ts';
import { startServer } from '../src/server/node-server.ts';
import { EXIT, readArguments, wrongUse } from './arguments.ts';
import { explain } from './failures.ts';
import { serveOptions } from './serve-site.ts';

const USAGE = `一台机器包办：取回推送的稿件，检查，发布，打开网站，统计浏览次数。每分钟看一次有没有新的提交；定时发布的稿件到点就上线。
  npm run site
  npm run site -- --port 80 --host 0.0.0.0     别的电脑也能打开
  npm run site -- --to /srv/www/site           网站放在哪个文件夹，默认 .data/site
取的是当前分支对应的远程分支。有推送就马上发布的，把环境变量 HOOK_SECRET 设成 ${SHORTEST_SECRET} 个字以上的密码，在代码平台上添加 WebHook：网址是首页地址加 api/site/hook，密码相同。
监控看 api/site/health：200 是正常，503 是有问题，原因在这里的记录里。
--views、--trust-proxy、--requests-a-minute 和 npm run serve 的一样。`;

const { site, values } = readArguments(
  USAGE,
  {
    to: { type: 'string' },
    port: { type: 'string' },
    host: { type: 'string' },
    views: { type: 'string' },
    'trust-proxy': { type: 'string' },
    'requests-a-minute': { type: 'string' },
  },
  'options',
);
const options = serveOptions(values);
const to = folderOf(values.to ?? process.env['PUBLISH_TO'] ?? '');
const secret = process.env['HOOK_SECRET'] ?? '';
if (secret !== '' && secret.length < SHORTEST_SECRET) {
  wrongUse(`环境变量 HOOK_SECRET 太短，容易被猜到：请写 ${SHORTEST_SECRET} 个字以上，或者不设置。`);
}
const upstream = await upstreamOf(HOME);
if (!upstream) {
  wrongUse(
    '不知道从哪里取稿件：这个文件夹不是用 git clone 得到的，或者当前分支没有对应的远程分支。请先运行 git branch -u origin/main（main 换成分支的名字）。',
  );
}
await mkdir(CACHE, { recursive: true }).catch((error: unknown) => explain(error, site));
const lock = tryLock(join(CACHE, 'site.lock'), 'exclusive');
if (!lock) end(EXIT.broken, '这个文件夹里已经有一个 npm run site 在运行，这次没有动手。');

const checkout = join(CACHE, 'checkout');
const address = new URL(await addressOfSite(upstream));
await mkdir(to, { recursive: true }).catch((error: unknown) => explain(error, site));
const keeper = createKeeper({ project: HOME, checkout, to, upstream, log });
const { health } = keeper;
const basePath = address.pathname;
const server = await startServer({
  ...options,
  dist: to,
  basePath,
  origins: [address.origin],
  ownAnswer: keeperAnswers({ basePath, secret, health, wake: () => keeper.wake() }),
}).catch((cause: unknown) => endAtStart(cause, '--views'));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => void stop());
}
console.log(`网站已打开：${server.url}\n按 Ctrl+C 停止。`);
await keeper.run();

async function stop(): Promise<void> {
  await Promise.all([server.close(), keeper.stop()]);
  process.exit(EXIT.good);
}

/** Of what is live; before the first publication, of what is to be published. */
async function addressOfSite(from: Upstream): Promise<string> {
  const live = await liveOf(to);
  if (live) return live.site;
  try {
    if ((await headOf(checkout)) === undefined) {
      await checkOut(HOME, checkout, from, await tipOf(HOME, from));
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    end(EXIT.broken, `第一次取稿件没有成功（${reason}）。请检查网络、磁盘和权限，再运行一次。`);
  }
  const file = join(checkout, 'content/site.yaml');
  const { value, issues } = await readYamlFile(file, 'content/site.yaml', siteSchema);
  if (value) return value.url;
  return end(EXIT.problems, formatIssues(issues));
}

function folderOf(written: string): string {
  if (/^[a-z\d+.-]{2,}:/i.test(written) || isSshAddress(written)) {
    wrongUse(`npm run site 只能发布到这台机器的文件夹，--to（PUBLISH_TO）写的是「${written}」。`);
  }
  return resolve(HOME, written === '' ? '.data/site' : written);
}

/** Each line with its time, for who reads it later. */
function log(text: string): void {
  const [first = '', ...more] = printableLines(text).split('\n');
  console.log(
    [`${beijingTime(new Date())} ${first}`, ...more.map((line) => `  ${line}`)].join('\n'),
  );
}

function end(status: number, message: string): never {
  console.error(printableLines(message));
  process.exit(status);
}
