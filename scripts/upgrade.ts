/** npm run upgrade: another version of the engine for a bureau's own folder, once it is known what it changes for readers. */
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { formatIssues, stopping } from '../src/model/issue.ts';
import { printable, printableLines } from '../src/model/printable.ts';
import { HOME, PROJECT } from '../src/system/project.ts';
import { writeTogether } from '../src/system/write-together.ts';
import { EXIT, readArguments, wrongUse } from './arguments.ts';
import { canAsk, openQuestions } from './ask.ts';
import { planFiles } from './bureau/placed-files.ts';
import { fetchEngine, namedEngine } from './bureau/fetch-engine.mjs';
import type { NotFetched } from './bureau/fetch-engine.mjs';
import { engineFolder, forgetEngines, noteUse } from './bureau/kept-engines.mjs';
import { EngineError, endRunning, installEngine, issuesBy } from './bureau/run-engine.ts';
import { uncommittedFiles } from './bureau/uncommitted-files.ts';
import { describeFiles, describeKept } from './bureau/describe-files.ts';
import { freshFiles, lockUpgrade, PLACES, shown, tellDifference } from './bureau/upgrade-steps.ts';
import { committedAt, describeVersion, wantedVersion } from './bureau/wanted-version.ts';
import { explain } from './failures.ts';
import { countIssues } from './report.ts';

const USAGE = `换程序的版本：用现在的和新的程序各生成一遍网站，列出读者会看到什么不同，您确认以后才换。
  npm run upgrade                   换到最新的版本
  npm run upgrade -- v1.2.0         换到这个版本：标签、分支或提交号；退回也是这样写
  npm run upgrade -- --dry-run      只看，不换
  npm run upgrade -- --yes          不再问
最新的版本：程序仓库里号码最大的标签（v1.2.0 这样的）；没有这样的标签，就是主分支最后的提交。`;
const UNCHANGED = '程序还是原来的版本，没有改动。';

const { words, values, site } = readArguments(USAGE, {
  yes: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
});
const [asked, ...others] = words;
const isDry = values['dry-run'] === true;
if (others.length > 0) wrongUse(`只能写一个版本。\n\n${USAGE}`);
if (HOME === PROJECT) {
  wrongUse('这里是程序自己的文件夹，用 git pull 更新。npm run upgrade 在单位自己的文件夹里运行。');
}
if (process.env['SITE_ENGINE']) {
  wrongUse('设置了环境变量 SITE_ENGINE，用的不是 package.json 里的版本。请先去掉它，再运行一次。');
}
if (!isDry && !values.yes && !canAsk()) {
  wrongUse('没有终端可以问。先加 --dry-run 看会变什么，再加 --yes 换。');
}
const engine = namedEngine(HOME);
if (!engine) {
  wrongUse('package.json 里的 engine 要写程序的仓库（repository）和版本（commit，40 位）。');
}
for (const signal of ['SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    endRunning(signal);
    process.exit(130);
  });
}
await mkdir(PLACES.folder, { recursive: true }).catch((error: unknown) => explain(error, site));
if (!lockUpgrade(site)) {
  end(EXIT.broken, '这个文件夹里已经有一个 npm run upgrade 在运行，这次没有动手。请等它结束再试。');
}

const { present, wanted } = fetchedOrEnd(wantedVersion(HOME, engine, asked));
if (wanted.commit === present.commit) {
  console.log(`用的已经是 ${describeVersion(present, PROJECT)}，没有要换的。`);
  process.exit(EXIT.good);
}
const old = await step('正在看程序带来的文件有没有改动', '没有看成。', () =>
  freshFiles(PROJECT, PLACES.old.files, engine.repository),
);
const dirty = isDry ? [] : uncommittedFiles(HOME, [...old.keys()]);
if (dirty.length > 0) {
  end(
    EXIT.problems,
    `${dirty.join('、')} 有没有提交的改动。请先提交（git commit），不满意才能退回，再运行一次。${UNCHANGED}`,
  );
}
const short = wanted.name || wanted.commit.slice(0, 8);
const next = fetchedOrEnd(
  fetchEngine(HOME, { ...engine, commit: wanted.commit }, () =>
    console.error(`正在取来程序 ${printable(short)}……`),
  ),
).folder;
process.on('exit', noteUse(next));
forgetEngines(HOME, present.commit);
if (asked === undefined && committedAt(next) < committedAt(PROJECT)) {
  console.log(
    `最新的版本 ${describeVersion(wanted, next)} 比现在用的 ${describeVersion(present, PROJECT)} 还早，没有换。确实要换的，写明版本：npm run upgrade -- ${short}`,
  );
  process.exit(EXIT.good);
}
if (!existsSync(join(next, 'scripts/upgrade.ts'))) {
  wrongUse(
    `${short} 太早，还没有 npm run upgrade，没有换。确实要换的，把 package.json 里 engine 的 commit 改成 ${wanted.commit}，运行 npm run check、npm run build，看过再提交。`,
  );
}

await step('正在安装新的程序', '新的程序没有装好。', () => installEngine(next));
const now = await step('正在看新的程序带来哪些文件', '新的程序没有说出来。', () =>
  freshFiles(next, PLACES.now.files, engine.repository),
);
const known = await step('正在用现在的程序检查', '现在的程序检查不了。', () =>
  issuesBy(PROJECT, site),
);
if (stopping(known).length > 0) {
  end(EXIT.problems, `稿件现在就通不过检查，没法比较。请先运行 npm run check 改好。${UNCHANGED}`);
}
const issues = await step('正在用新的程序检查', '新的程序检查不了。', () => issuesBy(next, site));
const stops = stopping(issues);
if (stops.length > 0) {
  console.log(`${formatIssues(stops)}\n`);
  end(
    EXIT.problems,
    `按新的程序 ${short}，${countIssues(stops)}，不改就不能发布。请先改好，再运行一次。${UNCHANGED}`,
  );
}
await tellDifference(
  {
    site,
    engines: [PROJECT, next],
    names: [describeVersion(present, PROJECT), describeVersion(wanted, next)],
    issues: [known, issues],
  },
  step,
);
const plan = await planFiles(HOME, old, now);
if (plan.keptParts.some((part) => part.startsWith('engine.'))) {
  end(EXIT.problems, `package.json 里的 engine 刚刚被改动了，请再运行一次。${UNCHANGED}`);
}
for (const line of describeFiles(plan)) console.log(printable(line));
if (isDry) {
  console.log(`没有换（--dry-run）。看新的样子：npm run serve -- --out ${shown(PLACES.now.site)}`);
  process.exit(EXIT.good);
}
await confirm();
const again = await planFiles(HOME, old, now);
if (JSON.stringify(again) !== JSON.stringify(plan)) {
  end(EXIT.problems, `这个文件夹里的文件刚刚被改动了，请再运行一次。${UNCHANGED}`);
}
await writeTogether(plan.changes).catch((error: unknown) => explain(error, site));
for (const path of plan.removals) await rm(path, { force: true });
forgetEngines(HOME, wanted.commit);
for (const { site: built } of [PLACES.old, PLACES.now]) {
  await rm(built, { recursive: true, force: true });
}
for (const line of describeKept(plan)) console.log(printable(line));
console.log(`已换成 ${describeVersion(wanted, engineFolder(HOME, wanted.commit))}。运行 npm run build，看过（git diff 看改了哪些文件）再提交。
一直开着的 npm run serve、npm run site 要重新启动。退回：npm run upgrade -- ${present.commit}`);

/** What was asked for of a repository, or the reason why there is none. */
function fetchedOrEnd<T extends object>(answer: T | NotFetched): T {
  if (!('problem' in answer)) return answer;
  const { kind, problem } = answer as NotFetched;
  return end(kind === 'commit' ? EXIT.wrongUse : EXIT.broken, `${problem}${UNCHANGED}`);
}

/** A part of the work that an engine does: what goes wrong there is told in its own words, and nothing is changed. */
async function step<T>(doing: string, failed: string, work: () => Promise<T>): Promise<T> {
  console.error(`${doing}……`);
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof EngineError)) return explain(error, site);
    const code = error.isOfMachine ? EXIT.broken : EXIT.problems;
    return end(code, `${error.said}\n${failed}${UNCHANGED}`);
  }
}

async function confirm(): Promise<void> {
  if (values.yes) return;
  const questions = openQuestions();
  const answer = await questions.ask('换成这个版本吗？输入 y 换，输入别的不换：');
  questions.close();
  if (/^(?:y|yes|是|换)$/i.test(answer)) return;
  console.log(UNCHANGED);
  process.exit(EXIT.good);
}

function end(status: number, message: string): never {
  console.error(printableLines(message));
  process.exit(status);
}
