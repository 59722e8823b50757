/** npm run rollback: back to an older release. */
import { resolve } from 'node:path';
import { printable, printableLines } from '../src/model/printable.ts';
import { createProgress } from '../src/output/progress.ts';
import { changedAddresses } from '../src/publish/release/changed-addresses.ts';
import { rollBack } from '../src/publish/release/roll-back.ts';
import { HOME } from '../src/system/project.ts';
import { EXIT, readArguments, wrongUse } from './arguments.ts';
import { destination, explainPublishing, purge } from './publish-arguments.ts';
import { countFiles, describePlan, writePlan } from './plan-report.ts';
import { describeRelease } from './report.ts';

const USAGE = `退回以前发布过的版本，几秒钟就好；稿件不会改。
  npm run rollback -- --to 位置               退回上一版
  npm run rollback -- --to 位置 --release 12  退回第 12 版
  npm run rollback -- --to 位置 --dry-run     只说会做什么；--list 清单.txt 把全部文件写进清单
退回也算一版：再运行一次不写 --release 的，会回到退回以前的那一版。要退得更早，写 --release。
后来有撤下、更正的，不能直接退回：撤下的会重新公开，更正会作废。确实要退的，加上 --republish-withdrawn。
有哪些版本用 npm run releases 看。位置可以写在环境变量 PUBLISH_TO 里。`;

const { site, values } = readArguments(
  USAGE,
  {
    to: { type: 'string' },
    release: { type: 'string' },
    'dry-run': { type: 'boolean' },
    list: { type: 'string' },
    'republish-withdrawn': { type: 'boolean' },
  },
  'options',
);
const sequence = values.release === undefined ? undefined : Number(values.release);
if (sequence !== undefined && !(Number.isInteger(sequence) && sequence > 0)) {
  wrongUse(`--release 要写版本的号码。\n\n${USAGE}`);
}
if (values.list === '') wrongUse(`「--list」后面没有写文件。\n\n${USAGE}`);
const { target, parts } = await destination(values.to, USAGE, site);
if (target.aside === undefined) {
  wrongUse('用自己的命令上传的，不能这样退回：请用 git 退回稿件，再发布一次。');
}
let fault: string | undefined;
const onFile = createProgress(process.stderr).count('退回');
const isDry = values['dry-run'] ?? false;
const { from, to, plan } = await rollBack(target, parts, sequence, {
  isDry,
  republishes: values['republish-withdrawn'] ?? false,
  onFile,
  async onLive(made, address) {
    fault = await purge(process.env['PURGE_COMMAND'], changedAddresses(made, address), address);
  },
}).catch((error: unknown) => explainPublishing(error, site, target));
const where = printable(target.name);
if (!plan) console.log(`${where} 已经是这一版的样子，没有动手。`);
else {
  if (isDry) console.log(describePlan(plan, from.site).join('\n'));
  if (values.list !== undefined) writePlan(resolve(HOME, values.list), plan);
  console.log(
    printableLines(
      isDry
        ? `只是看看，没有退回到${describeRelease(to)}：会${countFiles(plan)}。`
        : `退回到${describeRelease(to)}\n${where} 现在是第 ${plan.root.sequence} 版：${countFiles(plan)}，${target.requests} 次读写。稿件没有改：下次推送或者 npm run publish 会再发布现在的稿件，要改的先改好；在那以前，定时发布也停着。`,
    ),
  );
}
if (fault !== undefined) {
  console.error(`已经退回，但 PURGE_COMMAND 没有成功（${fault}）：读者可能还会看到旧页面一会儿。`);
  process.exit(EXIT.broken);
}
