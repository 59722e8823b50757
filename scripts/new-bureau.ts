/** npm run new-bureau: a folder with everything of a bureau's own, and the engine by its version. */
import { spawnSync } from 'node:child_process';
import { basename, isAbsolute, resolve } from 'node:path';
import { HOME, PROJECT } from '../src/system/project.ts';
import { EXIT, readArguments, wrongUse } from './arguments.ts';
import { isEmptyFolder, makeBureau } from './bureau/make-bureau.ts';
import { printableLines } from '../src/model/printable.ts';

const USAGE = `新建一个单位的文件夹：稿件、栏目、标志、自动发布的配置、说明，程序按版本取用。
  npm run new-bureau -- ../our-site
  npm run new-bureau -- ../our-site --engine https://git.example.gov.cn/engine.git
--engine 是程序的仓库，不写就用这份程序自己的（git remote origin，没有就是这个文件夹）。`;

const { words, values, site } = readArguments(USAGE, { engine: { type: 'string' } });
const [written, ...others] = words;
if (written === undefined || others.length > 0) wrongUse(`要写一个文件夹。\n\n${USAGE}`);
const folder = resolve(HOME, written);
if (!(await isEmptyFolder(folder))) {
  wrongUse(`${written} 里已经有东西，没有动手。请换一个新的文件夹。`);
}
const commit = git('rev-parse', 'HEAD');
if (!commit) {
  wrongUse('这份程序不是用 git 取来的，不知道是哪个版本。请用 git clone 取来程序，再运行一次。');
}
const repository = values.engine ?? (git('remote', 'get-url', 'origin') || PROJECT);
if (git('status', '--porcelain', '--', 'src', 'scripts', 'package.json') !== '') {
  console.error('提醒：程序里有没有提交的改动，新单位用的是最后一次提交的程序。');
}
if (isAbsolute(repository)) {
  console.error(
    `提醒：程序的仓库是本机的文件夹 ${repository}，别的机器和自动发布取不到。要自动发布的，用 --engine 写程序仓库的网址。`,
  );
}
await makeBureau(folder, { repository, commit, today: site.now.slice(0, 10) });
console.log(
  printableLines(`已建好 ${written}（程序版本 ${commit.slice(0, 8)}）。接下来：
  cd ${written}
  把 content 里标着【改】的地方换成「${basename(folder)}」自己的，再运行 npm run check
说明在那里的 README.md。`),
);
process.exit(EXIT.good);

/** What git says of this copy of the engine; empty where it fails. */
function git(...command: string[]): string {
  const { status, stdout } = spawnSync('git', ['-C', PROJECT, ...command], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : '';
}
