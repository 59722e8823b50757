/** npm run serve: what has been built, with the view counter. */
import { readArguments } from './arguments.ts';
import { serveOptions, serveSite } from './serve-site.ts';

const { site, values } = readArguments(
  `在本机打开已经生成的网站，并统计浏览次数。
  npm run serve
  npm run serve -- --port 8080 --host 0.0.0.0 --out 文件夹
--views 写浏览次数存在哪里：数据库文件，或 redis://…。
--trust-proxy 前面有 nginx 等代理时必须写：同一台机器写 loopback，别的机器写它的 IP 地址或网段（10.0.0.0/8）。
--requests-a-minute 同一网段每分钟最多多少次统计请求，默认 600；许多人共用一个出口时调大。`,
  {
    port: { type: 'string' },
    host: { type: 'string' },
    views: { type: 'string' },
    'trust-proxy': { type: 'string' },
    'requests-a-minute': { type: 'string' },
  },
  'options',
);
await serveSite(site, serveOptions(values));
