/** npm run publish: content/ → where readers are. */
import { resolve } from 'node:path';
import { publishSite } from '../src/build/publish-site.ts';
import { formatIssues, stopping } from '../src/model/issue.ts';
import { printable } from '../src/model/printable.ts';
import { createProgress } from '../src/output/progress.ts';
import { HOME } from '../src/system/project.ts';
import { EXIT, readArguments, wrongUse } from './arguments.ts';
import { destination, explainPublishing, nameArticles, purge } from './publish-arguments.ts';
import { countFiles, describePlan, writePlan } from './plan-report.ts';
import { countIssues } from './report.ts';

const USAGE = `检查稿件，把有变化的页面生成出来，发布到读者那里。只传有变化的文件，不需要先 npm run build。
  npm run publish -- --to /srv/www/site        服务器上的文件夹
  npm run publish -- --to 用户@主机:/srv/www/site   别的服务器上的文件夹（SSH，用密钥登录）
  npm run publish -- --to s3://存储桶/文件夹    对象存储（阿里云 OSS、腾讯云 COS、华为云 OBS、MinIO 等）
  npm run publish -- --to "command:./上传.sh"   自己的上传命令，要传的文件从标准输入读
  npm run publish -- --to 位置 --dry-run        只说会做什么；--list 清单.txt 把全部文件写进清单
  npm run publish -- --to 位置 --full           不管网站上现在是什么，全部重新传
  npm run publish -- --to 位置 --adopt          这个位置上已经有别的文件，也发布到这里
  npm run publish -- --to 位置 --republish-withdrawn  稿件比网站上的旧，也把网站上撤下的重新公开
位置可以写在环境变量 PUBLISH_TO 里。对象存储用环境变量 S3_ENDPOINT、S3_ACCESS_KEY_ID、S3_SECRET_ACCESS_KEY（和 S3_REGION）；SSH 另有设置文件的，写在 SSH_CONFIG 里。
发布以后要让 CDN 忘掉旧页面的，把命令写在环境变量 PURGE_COMMAND 里，网址从标准输入读，一行一个。`;

const { site, values } = readArguments(
  USAGE,
  {
    to: { type: 'string' },
    'dry-run': { type: 'boolean' },
    list: { type: 'string' },
    full: { type: 'boolean' },
    adopt: { type: 'boolean' },
    'republish-withdrawn': { type: 'boolean' },
  },
  'options',
);
if (values.list === '') wrongUse(`「--list」后面没有写文件。\n\n${USAGE}`);
const begun = performance.now();
const { target } = await destination(values.to, USAGE, site);
let fault: string | undefined;
const isDry = values['dry-run'] ?? false;
const { issues, articles, recorded, restored, republished, plan, address } = await publishSite(
  site,
  target,
  {
    isDry,
    adopts: values.adopt ?? false,
    full: values.full ?? false,
    republishes: values['republish-withdrawn'] ?? false,
    async onLive(addresses, address) {
      fault = await purge(process.env['PURGE_COMMAND'], addresses, address);
    },
  },
  createProgress(process.stderr),
).catch((error: unknown) => explainPublishing(error, site, target));

if (issues.length > 0) console.log(`${formatIssues(issues)}\n`);
if (stopping(issues).length > 0) {
  console.log(`${countIssues(issues)}，没有发布，网站没有改动。`);
  if (restored > 0 && !isDry) {
    console.log(
      `content/addresses.tsv 里少 ${restored} 个网站上发布过的地址，已经在这里补上。要在别的电脑上改，先在那里运行 npm run addresses -- --live 补上。`,
    );
  }
  process.exit(EXIT.problems);
}
if (restored > 0 && isDry) {
  console.log(
    `content/addresses.tsv 里少 ${restored} 个网站上发布过的地址，这次没有检查它们还打不打得开。先运行 npm run addresses -- --live 补上。`,
  );
}
if (recorded > 0 && !isDry) {
  console.log(
    `content/addresses.tsv 新记了 ${recorded} 个地址，请和稿件一起提交：以后移动、改名，原来的地址还打得开。`,
  );
}
const seconds = ((performance.now() - begun) / 1000).toFixed(1);
if (!plan) console.log(`网站已经是最新的：${articles} 篇稿件，没有要发布的，用时 ${seconds} 秒。`);
else {
  if (isDry) console.log(describePlan(plan, address).join('\n'));
  const again = `网站上已经撤下的稿件，这里没有写 withdrawn，${isDry ? '会重新公开' : '重新公开了'}（不该公开的，先取来最新的稿件：git pull，再发布一次）：`;
  for (const line of nameArticles(again, republished, address)) console.log(line);
  if (values.list !== undefined) writePlan(resolve(HOME, values.list), plan);
  const where = printable(target.name);
  console.log(
    isDry
      ? `只是看看，没有发布到 ${where}：${articles} 篇稿件，会${countFiles(plan)}。`
      : `已发布第 ${plan.root.sequence} 版到 ${where}：${articles} 篇稿件，${countFiles(plan)}，${target.requests} 次读写，用时 ${seconds} 秒。`,
  );
}
if (fault !== undefined) {
  console.error(
    `网站已经发布，但 PURGE_COMMAND 没有成功（${fault}）：读者可能还会看到旧页面一会儿。`,
  );
  process.exit(EXIT.broken);
}
