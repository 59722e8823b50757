/** npm run ci-locally: the very steps of a host's pipeline, in a fresh clone in another folder. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT } from '../src/system/project.ts';
import { EXIT, readArguments, wrongUse } from './arguments.ts';
import { copyProject } from './ci/fresh-project.ts';
import { liveFolder } from './ci/live-folder.ts';
import { CI_HOSTS, publishingSteps } from './ci/pipelines.ts';
import type { CiEvent } from './ci/pipelines.ts';
import { runPipeline } from './ci/run-pipeline.ts';

const USAGE = `在另一个文件夹里，照持续集成的配置文件逐条运行：先像推送以后那样（取出、安装、检查、发布到一个文件夹），再像到点那样（看有没有要发布的）。
  npm run ci-locally -- github
  npm run ci-locally -- gitlab --bureau 文件夹   换成这个文件夹里的 content/ 和 public/
可以写 ${CI_HOSTS.join('、')}（Gitea、Forgejo 用 github 的文件）。`;

const EVENTS: Readonly<Record<CiEvent, string>> = { push: '推送以后', schedule: '到点' };

const { values, words } = readArguments(USAGE, { bureau: { type: 'string' } });
const [host = '', ...rest] = words;
if (!CI_HOSTS.includes(host) || rest.length > 0) wrongUse(USAGE);

const folder = await mkdtemp(join(tmpdir(), 'ci-locally-'));
const [repository, workspace, cache, to] = ['repository', 'workspace', 'cache', 'site'].map(
  (name) => join(folder, name),
) as [string, string, string, string];
let failed: string | undefined;
const live = await liveFolder(to);
try {
  copyProject(repository, values.bureau);
  commit(repository);
  for (const event of ['push', 'schedule'] as const) {
    if (failed !== undefined) break;
    console.log(`\n${EVENTS[event]}：`);
    const begun = performance.now();
    const steps = publishingSteps(PROJECT, host, event);
    failed = await runPipeline({
      steps,
      event,
      repository,
      workspace,
      cache,
      variables: { PUBLISH_TO: to, LIVE_URL: live.url },
      onCommand: (command) => console.log(`\n$ ${command}`),
      onText: (text) => process.stdout.write(text),
    });
    console.log(`用时 ${((performance.now() - begun) / 1000).toFixed(1)} 秒。`);
  }
} finally {
  await live.close();
  await rm(folder, { recursive: true, force: true });
}
console.log(failed === undefined ? '\n全部通过。' : `\n没有通过：${failed}`);
process.exit(failed === undefined ? EXIT.good : EXIT.problems);

function commit(project: string): void {
  const author = ['-c', 'user.name=ci-locally', '-c', 'user.email=ci-locally@localhost'];
  for (const words of [
    ['init', '--quiet'],
    ['add', '--all'],
    [...author, 'commit', '--quiet', '-m', 'site'],
  ]) {
    execFileSync('git', ['-C', project, ...words], { stdio: ['ignore', 'ignore', 'inherit'] });
  }
}
