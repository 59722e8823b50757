/** npm run serve: what has been built, with the view counter. */
import { readArguments } from './arguments.ts';
import { serveOptions, serveSite } from './serve-site.ts';

const { site, values } = readArguments(
  `在本机打开已经生成的网站，并统计浏览次数。
  npm run serve
  npm run serve -- --port 8080 --host 0.0.0.0 --out 文件夹 --views 浏览次数数据库`,
  { port: { type: 'string' }, host: { type: 'string' }, views: { type: 'string' } },
);
await serveSite(site, serveOptions(values));
