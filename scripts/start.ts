/** npm start: build when something changed, then serve. */
import { isUpToDate } from '../src/build/last-build.ts';
import { readArguments } from './arguments.ts';
import { buildAndReport } from './build-and-report.ts';
import { serveOptions, serveSite } from './serve-site.ts';

const { site, values } = readArguments(
  `生成网站并在本机打开。
  npm start
  npm start -- --port 8080 --content 文件夹 --public 文件夹 --out 文件夹`,
  { port: { type: 'string' }, host: { type: 'string' }, views: { type: 'string' } },
);
if (await isUpToDate(site)) console.log('稿件没有变化，直接打开上次生成的网站。');
else await buildAndReport(site);
await serveSite(site, serveOptions(values));
