/** npm run desk: 写稿台, in the browser of this machine, or for the people of an office. */
import { join } from 'node:path';
import { settingsSoFar } from '../src/build/problem-page.ts';
import { openPreview } from '../src/desk/preview/open-preview.ts';
import { startDesk } from '../src/desk/server/desk-server.ts';
import { failureWords } from '../src/desk/server/machine-refusals.ts';
import { publishingProcess } from '../src/desk/server/publishing-process.ts';
import { printableLines } from '../src/model/printable.ts';
import { readArguments } from './arguments.ts';
import { DESK_OPTIONS, officeOf } from './desk-arguments.ts';
import { explain } from './failures.ts';
import { serveOptions } from './serve-site.ts';
import { previewViews } from './views-dev.ts';

const USAGE = `打开写稿台：在浏览器里导入 Word 文件、写稿、看效果、发布，不用懂 git 和 Markdown。
  npm run desk
  npm run desk -- --port 8080
写好的稿件提交到当前分支跟踪的远程分支；环境变量 PUBLISH_TO 写了网站位置的，同时发布（见 npm run publish）。
只能在这台电脑上打开。几个人一起用、要审稿的，先用 npm run people 建好人员，再：
  npm run desk -- --people people.yaml                       还是只在这台电脑上，要登录
  npm run desk -- --people people.yaml --host 0.0.0.0 --name desk.example.gov.cn --cert 证书.pem --key 私钥.pem
  npm run desk -- --people people.yaml --name desk.example.gov.cn --behind-proxy --preview-port 8443
                                                             前面有 nginx 管证书的（写法见 README）
预览用另一个端口（比写稿台的大 1），也要登录；--preview-port 写浏览器看到的端口。`;

// That the types of the page's modules are taken away by a young part of Node is nothing to staff.
process.removeAllListeners('warning').on('warning', ({ name, message }) => {
  if (name !== 'ExperimentalWarning') console.error(message);
});

const { site, values } = readArguments(USAGE, DESK_OPTIONS, 'options');
const { port } = serveOptions({ port: values.port });
const office = await officeOf(values, port, site.roots, USAGE);
const { base, language } = await settingsSoFar(site);
const onTrouble = (words: string): void => console.error(printableLines(words));
const publisher = publishingProcess({
  publish: join(import.meta.dirname, 'publish.ts'),
  live: join(import.meta.dirname, 'live.ts'),
  now: values.now === undefined ? undefined : site.now,
  onTrouble,
});
const preview = await openPreview({
  base,
  language,
  views: previewViews(base),
  onCompile: () => console.log('准备网页的样式，第一次要十几秒……'),
  onFailure: (error) => onTrouble(failureWords(error, false)),
}).catch((error: unknown) => explain(error, site));
const desk = await startDesk({
  options: site,
  isFixed: values.now !== undefined,
  publisher: process.env['PUBLISH_TO'] ? publisher : undefined,
  preview,
  port,
  office,
  onStranger: (address) =>
    console.log(`有人想打开写稿台。如果是您，请用这个新的地址：\n${address}`),
  onTrouble,
  onFailure: (error) => onTrouble(failureWords(error)),
}).catch((error: unknown) => explain(error, site));
const lasting = office
  ? '用 npm run people 里的名字和密码登录。'
  : '地址只能用一次；换浏览器时，这里会打印新的。';
console.log(`写稿台已打开：${desk.address}\n${lasting}\n按 Ctrl+C 停止。`);
