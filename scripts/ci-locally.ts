/** npm run ci-locally: the very commands of a host's pipeline, on a fresh copy of the project in another folder. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT } from '../src/system/project.ts';
import { EXIT, readArguments, wrongUse } from './arguments.ts';
import { copyProject } from './ci/fresh-project.ts';
import { CI_HOSTS, publishingCommands } from './ci/pipelines.ts';

const USAGE = `在另一个文件夹里复制一份项目，照持续集成的配置文件逐条运行：安装、检查、生成。
  npm run ci-locally -- github
  npm run ci-locally -- gitlab --bureau 文件夹   换成这个文件夹里的 content/ 和 public/
可以写 ${CI_HOSTS.join('、')}（Gitea、Forgejo 用 github 的文件）。`;

const { values, words } = readArguments(USAGE, { bureau: { type: 'string' } });
const [host = '', ...rest] = words;
if (!CI_HOSTS.includes(host) || rest.length > 0) wrongUse(USAGE);

const folder = mkdtempSync(join(tmpdir(), 'ci-locally-'));
let failed: string | undefined;
try {
  copyProject(folder, values.bureau);
  for (const command of publishingCommands(PROJECT, host)) {
    console.log(`\n$ ${command}`);
    const { status } = spawnSync(command, { cwd: folder, shell: true, stdio: 'inherit' });
    if (status === 0) continue;
    failed = command;
    break;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(failed === undefined ? '\n全部通过。' : `\n没有通过：${failed}`);
process.exit(failed === undefined ? EXIT.good : EXIT.problems);
