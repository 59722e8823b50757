/** npm run dev: Astro's dev server on the bureau's content; a saved article shows at once. */
import { startDevServer } from '../src/build/dev-server.ts';
import { settingsSoFar } from '../src/build/problem-page.ts';
import { formatIssues } from '../src/model/issue.ts';
import { readArguments } from './arguments.ts';
import { explain } from './failures.ts';
import { countIssues } from './report.ts';
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
  plugins: [devViews((await settingsSoFar(site)).base)],
  onIssues: printIssues,
  onFailure: (error) => explain(error, site),
}).catch((error: unknown) => explain(error, site));
console.log(
  `预览已打开：${started.url}（搜索要在 npm start 里试）\n` +
    '草稿、定时发布和已过期的稿件也在里面，标题旁边有标记；读者看不到它们。\n' +
    '浏览次数只记在内存里，停止预览就没有了。\n按 Ctrl+C 停止。',
);

function printIssues(issues: Parameters<typeof formatIssues>[0]): void {
  const told = `${formatIssues(issues)}\n\n${countIssues(issues)}；改好保存，页面自动更新。\n`;
  console.log(issues.length > 0 ? told : '问题已经改好。');
}
