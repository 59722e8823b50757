/** npm run format: every file of the engine as prettier writes it. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { PROJECT } from '../src/system/project.ts';
import { answerHelp } from './arguments.ts';

answerHelp(`把程序的文件排成统一的格式；content/ 里的稿件不动。
  npm run format`);

const prettier = join(PROJECT, 'node_modules/prettier/bin/prettier.cjs');
const { status } = spawnSync(
  process.execPath,
  [prettier, '--write', '.', ...process.argv.slice(2)],
  {
    cwd: PROJECT,
    stdio: 'inherit',
  },
);
process.exit(status ?? 1);
