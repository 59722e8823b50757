/** npm run verify: all that CI asks for. Every step runs, so that one run tells everything. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { PROJECT } from '../src/system/project.ts';
import { answerHelp } from './arguments.ts';

answerHelp(`提交程序的改动以前运行：格式、代码规范、类型、无用代码、稿件、生成、网页标准、测试。
  npm run verify`);

const bin = (name: string): string => join(PROJECT, 'node_modules', '.bin', name);
const script = (name: string): string[] => [process.execPath, join(PROJECT, 'scripts', name)];

const STEPS: readonly (readonly [what: string, command: readonly string[]])[] = [
  ['格式', [bin('prettier'), '--check', '--log-level=warn', '.']],
  ['代码规范', [bin('oxlint'), '--quiet']],
  ['类型', [bin('astro'), 'check', '--minimumFailingSeverity', 'warning']],
  ['无用代码', [bin('knip')]],
  ['稿件', script('check.ts')],
  ['生成网站', script('build.ts')],
  ['网页标准', [bin('html-validate'), '--config', 'tests/html-validate.json', 'dist/**/*.html']],
  ['测试', script('test.ts')],
];

const failed: string[] = [];
for (const [what, [command = '', ...args]] of STEPS) {
  console.log(`\n== ${what}`);
  const { status } = spawnSync(command, args, {
    cwd: PROJECT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) failed.push(what);
}
console.log(failed.length > 0 ? `\n没有通过：${failed.join('、')}` : '\n全部通过。');
process.exit(failed.length > 0 ? 1 : 0);
