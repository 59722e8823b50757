/** npm run desk: 写稿台, in the browser of this machine. */
import { spawn } from 'node:child_process';
import { startDevServer } from '../src/build/dev-server.ts';
import { settingsSoFar } from '../src/build/problem-page.ts';
import { startDesk } from '../src/desk/server/desk-server.ts';
import type { Publisher } from '../src/desk/server/publish-article.ts';
import { HOME } from '../src/system/project.ts';
import { readArguments } from './arguments.ts';
import { explain } from './failures.ts';
import { serveOptions } from './serve-site.ts';
import { devViews } from './views-dev.ts';

const USAGE = `打开写稿台：在浏览器里导入 Word 文件、写稿、看效果、发布，不用懂 git 和 Markdown。
  npm run desk
  npm run desk -- --port 8080
写好的稿件提交到当前分支跟踪的远程分支；环境变量 PUBLISH_TO 写了网站位置的，同时发布（见 npm run publish）。
只能在这台电脑上打开。`;

// That the types of the page's modules are taken away by a young part of Node is nothing to staff.
process.removeAllListeners('warning').on('warning', ({ name, message }) => {
  if (name !== 'ExperimentalWarning') console.error(message);
});

const { site, values } = readArguments(USAGE, { port: { type: 'string' } }, 'options');
const { port } = serveOptions(values);
const preview = await startDevServer(site, {
  port: 0,
  hostname: '127.0.0.1',
  plugins: [devViews((await settingsSoFar(site)).base)],
  onIssues: () => undefined,
  onFailure: (error) => console.error(error instanceof Error ? error.message : error),
}).catch((error: unknown) => explain(error, site));
const desk = await startDesk({
  options: site,
  isFixed: values.now !== undefined,
  publisher: process.env['PUBLISH_TO'] ? publisher() : undefined,
  preview,
  port,
  onStranger: (address) =>
    console.log(`有人想打开写稿台。如果是您，请用这个新的地址：\n${address}`),
  onFailure: (error) => console.error(error instanceof Error ? error.stack : error),
}).catch((error: unknown) => explain(error, site));
console.log(
  `写稿台已打开：${desk.address}\n地址只能用一次；换浏览器时，这里会打印新的。\n按 Ctrl+C 停止。`,
);

/** `npm run publish`, as it would be typed. */
function publisher(): Publisher {
  return {
    publish: () =>
      new Promise((resolve) => {
        const { content, public: files } = site.roots;
        const words = ['scripts/publish.ts', '--content', content, '--public', files];
        const child = spawn(process.execPath, words, {
          cwd: HOME,
          stdio: ['ignore', 'pipe', 'pipe'],
        });
        let said = '';
        const hear = (text: Buffer): void => void (said = (said + text.toString()).slice(-2000));
        child.stdout.on('data', hear);
        child.stderr.on('data', hear);
        child.on('error', (error) => resolve({ isDone: false, said: error.message }));
        child.on('close', (code) => resolve({ isDone: code === 0, said: said.trim() }));
      }),
  };
}
