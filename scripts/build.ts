/** npm run build: content/ → dist/. */
import { readArguments, wrongUse } from './arguments.ts';
import { buildAndReport } from './build-and-report.ts';

const { site, values } = readArguments(
  `检查稿件并生成网站；只重新生成有变化的页面。
  npm run build
  npm run build -- --content 文件夹 --public 文件夹 --out 文件夹
  npm run build -- --full           全部重新生成
  npm run build -- --paranoid       不看文件的时间，逐个比较内容
  npm run build -- --no-search      不建搜索索引（只用来测量）
  npm run build -- --workers 1      另开几个线程，默认按处理器的核数`,
  {
    full: { type: 'boolean' },
    paranoid: { type: 'boolean' },
    'no-search': { type: 'boolean' },
    workers: { type: 'string' },
  },
  'options',
);
const workers = values.workers === undefined ? undefined : Number(values.workers);
if (workers !== undefined && !(Number.isInteger(workers) && workers >= 0)) {
  wrongUse('--workers 要写 0 或正整数。');
}
await buildAndReport(
  { ...site, paranoid: values.paranoid ?? false },
  {
    full: values.full ?? false,
    search: !values['no-search'],
    ...(workers === undefined ? {} : { workers }),
  },
);
