/** npm run dev: Astro's dev server on the bureau's content; a saved article shows at once. */
import { startDevServer } from '../src/build/dev-server.ts';
import { formatIssues } from '../src/model/issue.ts';
import { EXIT, readArguments } from './arguments.ts';
import { explain } from './failures.ts';
import { serveOptions } from './serve-site.ts';
import { devViews } from './views-dev.ts';

const { site, values } = readArguments(
  `打开预览：保存稿件后页面自动更新。
  npm run dev
  npm run dev -- --port 8080 --content 文件夹 --public 文件夹`,
  { port: { type: 'string' }, host: { type: 'string' } },
  'options',
);
const { port, hostname } = serveOptions(values);
const started = await startDevServer(site, {
  port,
  hostname,
  plugins: [devViews()],
  onIssues: printIssues,
}).catch((error: unknown) => explain(error, site));
if ('issues' in started) {
  printIssues(started.issues);
  process.exit(EXIT.problems);
}
console.log(
  `预览已打开：${started.url}（搜索要在 npm start 里试）\n` +
    '浏览次数只记在内存里，停止预览就没有了。\n按 Ctrl+C 停止。',
);

function printIssues(issues: Parameters<typeof formatIssues>[0]): void {
  console.log(issues.length > 0 ? `${formatIssues(issues)}\n` : '问题已经改好。');
}
