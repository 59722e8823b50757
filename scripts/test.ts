/** npm test: every test, in one run; the last line is the sum. `npm test -- tests/unit/model` runs a part. */
import { spawnSync } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT } from '../src/system/project.ts';
import { answerHelp } from './arguments.ts';

answerHelp(`运行全部测试，最后一行是合计。
  npm test
  npm test -- tests/unit/model       只运行一部分
  npm test -- --project unit         只运行一类：unit、edge、e2e
其余选项都交给 Vitest。`);

const folder = join(PROJECT, '.cache', 'tests');
const results = join(folder, 'results.json');
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });

const { status } = spawnSync(
  process.execPath,
  [
    join(PROJECT, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--config=tests/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${results}`,
    ...process.argv.slice(2),
  ],
  { cwd: PROJECT, stdio: 'inherit' },
);
const report = await readFile(results, 'utf8').then(
  (text) => JSON.parse(text) as { numPassedTests: number; numFailedTests: number },
  () => ({ numPassedTests: 0, numFailedTests: 0 }),
);
console.log(`${report.numPassedTests} passed, ${report.numFailedTests} failed`);
process.exit(status === 0 && report.numPassedTests === 0 ? 1 : (status ?? 1));
