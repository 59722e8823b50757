/** npm run releases: what was published, the newest first. */
import { printableLines } from '../src/model/printable.ts';
import { readState } from '../src/publish/release/live-site.ts';
import { readArguments } from './arguments.ts';
import { destination, explainPublishing } from './publish-arguments.ts';
import { describeRelease } from './report.ts';

const USAGE = `列出发布过的版本，可以退回到其中任何一个。
  npm run releases -- --to 位置
位置可以写在环境变量 PUBLISH_TO 里。`;

const { site, values } = readArguments(USAGE, { to: { type: 'string' } }, 'options');
const { target, parts } = await destination(values.to, USAGE, site);
const { live, found } = await readState(target, parts.read).catch((error: unknown) =>
  explainPublishing(error, site, target),
);
if (!live) console.log('这里还没有发布过。');
else {
  console.log(printableLines(`现在是${describeRelease(live.root)}`));
  for (const release of live.history.toReversed()) {
    console.log(printableLines(`　　　${describeRelease(release)}`));
  }
}
if (found) {
  const who = printableLines(found.pending.who || '有人');
  console.log(
    found.isDead ? `${who} 的一次发布中断了，再发布一次会接着做完。` : `${who} 正在发布。`,
  );
}
