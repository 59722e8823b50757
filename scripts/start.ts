/** npm start: build what changed, then serve. */
import { readArguments } from './arguments.ts';
import { buildAndReport } from './build-and-report.ts';
import { serveOptions, serveSite } from './serve-site.ts';

const { site, values } = readArguments(
  `生成网站并在本机打开。
  npm start
  npm start -- --port 8080 --content 文件夹 --public 文件夹 --out 文件夹`,
  { port: { type: 'string' }, host: { type: 'string' }, views: { type: 'string' } },
  'options',
);
const options = serveOptions(values);
await buildAndReport(site);
await serveSite(site, options);
