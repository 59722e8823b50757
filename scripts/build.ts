/** npm run build: content/ → dist/. */
import { readArguments } from './arguments.ts';
import { buildAndReport } from './build-and-report.ts';

const { site, values } = readArguments(
  `检查稿件并生成网站。
  npm run build
  npm run build -- --content 文件夹 --public 文件夹 --out 文件夹
  npm run build -- --no-search      不建搜索索引（只用来测量）`,
  { 'no-search': { type: 'boolean' } },
);
await buildAndReport(site, { search: !values['no-search'], pictures: true });
