/** npm run rollback: back to an older release. */
import { printableLines } from '../src/model/printable.ts';
import { createProgress } from '../src/output/progress.ts';
import { changedAddresses } from '../src/publish/release/changed-addresses.ts';
import { rollBack } from '../src/publish/release/roll-back.ts';
import { EXIT, readArguments, wrongUse } from './arguments.ts';
import { destination, explainPublishing, purge } from './publish-arguments.ts';
import { describeRelease } from './report.ts';

const USAGE = `退回以前发布过的版本，几秒钟就好；稿件不会改。
  npm run rollback -- --to 位置               退回上一版
  npm run rollback -- --to 位置 --release 12  退回第 12 版
退回也算一版：再运行一次不写 --release 的，会回到退回以前的那一版。要退得更早，写 --release。
后来撤下的稿件会跟着回来：涉及个人信息、秘密的，不要退到撤下以前的版本。
有哪些版本用 npm run releases 看。位置可以写在环境变量 PUBLISH_TO 里。`;

const { site, values } = readArguments(
  USAGE,
  { to: { type: 'string' }, release: { type: 'string' } },
  'options',
);
const sequence = values.release === undefined ? undefined : Number(values.release);
if (sequence !== undefined && !(Number.isInteger(sequence) && sequence > 0)) {
  wrongUse(`--release 要写版本的号码。\n\n${USAGE}`);
}
const { target, parts } = await destination(values.to, USAGE, site);
if (target.aside === undefined) {
  wrongUse('用自己的命令上传的，不能这样退回：请用 git 退回稿件，再发布一次。');
}
let fault: string | undefined;
const onFile = createProgress(process.stderr).count('退回');
const { to, plan } = await rollBack(target, parts, sequence, {
  onFile,
  async onLive(made, address) {
    fault = await purge(process.env['PURGE_COMMAND'], changedAddresses(made, address), address);
  },
}).catch((error: unknown) => explainPublishing(error, site, target));
console.log(printableLines(`退回到${describeRelease(to)}`));
console.log(
  plan
    ? `现在是第 ${plan.root.sequence} 版：更新 ${plan.put.length} 个文件，删除 ${plan.after.remove.length} 个，${target.requests} 次读写。稿件没有改：下次推送或者 npm run publish 会再发布现在的稿件，要改的先改好；在那以前，定时发布也停着。`
    : '网站已经是这一版的样子，没有动手。',
);
if (fault !== undefined) {
  console.error(`已经退回，但 PURGE_COMMAND 没有成功（${fault}）：读者可能还会看到旧页面一会儿。`);
  process.exit(EXIT.broken);
}
