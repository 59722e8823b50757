/** npm run due: when something changes by time alone, and whether there is anything to publish. */
import { spawnSync } from 'node:child_process';
import { readSite } from '../src/build/read-site.ts';
import { stopping } from '../src/model/issue.ts';
import { printable, printableJson } from '../src/model/printable.ts';
import { reasonToPublish } from '../src/publish/release/reason-to-publish.mjs';
import type { Reason } from '../src/publish/release/reason-to-publish.mjs';
import { seenAt } from '../src/publish/release/seen.ts';
import { changesAhead } from '../src/site/changes-ahead.ts';
import type { ChangeAhead } from '../src/site/changes-ahead.ts';
import { beijingTime, instant } from '../src/site/dates.ts';
import { EXIT, readArguments, wrongUse } from './arguments.ts';
import { explain } from './failures.ts';
import { destination, explainPublishing } from './publish-arguments.ts';
import { countIssues } from './report.ts';

const USAGE = `说下一次到时间的是什么：定时发布的稿件和专题，到期下线的稿件，有效期满的公文，开始、截止的意见征集，结束的专题。
  npm run due
  npm run due -- --to 位置        还说现在有没有要发布的：有新的提交，或者有稿件到了时间
  npm run due -- --format json    给程序看
位置可以写在环境变量 PUBLISH_TO 里。`;

const REASONS: Readonly<Record<Reason | 'nothing', string>> = {
  unknown: '要发布：那里没有写发布到了哪个提交。',
  commit: '要发布：有新的提交。',
  time: '要发布：有稿件到了时间。',
  nothing: '没有要发布的：没有新的提交，也没有到时间的稿件。',
};
const CHANGES: Readonly<Record<ChangeAhead['change'], string>> = {
  appears: '发布',
  expires: '下线',
  ends: '专题结束',
  lapses: '失效',
  opens: '开始征集意见',
  counts: '征集剩余天数',
  closes: '征集意见截止',
};
/** So many are told to people. */
const TOLD = 10;

const { site, values } = readArguments(
  USAGE,
  { to: { type: 'string' }, format: { type: 'string' } },
  'options',
);
const { format = 'text' } = values;
if (!['text', 'json'].includes(format)) {
  wrongUse(`--format 可以写 text、json，现在写的是「${format}」。\n\n${USAGE}`);
}
const asked = (values.to ?? process.env['PUBLISH_TO'] ?? '') !== '';
const reason = asked ? await reasonAt() : undefined;
const { current, issues } = await readSite(site).catch((error: unknown) => explain(error, site));
if (!current) {
  console.error(
    `${countIssues(stopping(issues))}，不知道什么时候有稿件到时间。先运行 npm run check。`,
  );
  process.exit(EXIT.problems);
}
const ahead = changesAhead(current.site.content, site.now);
if (format === 'json') {
  const changes = ahead.map(({ at, change, text: { file, title } }) => {
    return { at: at.toISOString(), change, file, title };
  });
  const publish = asked ? { publish: reason ?? null } : {};
  console.log(printableJson({ next: changes[0]?.at ?? null, ...publish, changes }));
} else {
  for (const { at, change, text } of ahead.slice(0, TOLD)) {
    const title = `《${printable(text.title)}》`;
    console.log(`${beijingTime(at)}　${CHANGES[change]}${title}　${printable(text.file)}`);
  }
  if (ahead.length > TOLD) console.log(`……共 ${ahead.length} 次。`);
  if (ahead.length === 0) console.log('没有定时发布的稿件，也没有要到期下线的。');
  if (asked) console.log(REASONS[reason ?? 'nothing']);
}

async function reasonAt(): Promise<Reason | undefined> {
  const { target } = await destination(values.to, USAGE, site);
  const seen = await seenAt(target).catch((error: unknown) =>
    explainPublishing(error, site, target),
  );
  const { status, stdout } = spawnSync('git', ['-C', site.roots.content, 'rev-parse', 'HEAD'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return reasonToPublish(seen, status === 0 ? stdout.trim() : '', instant(site.now));
}
