/**
 * npm run test:faults: kills, races and random histories, many more of each than `npm test` takes: it lasts an hour.
 * `npm run test:faults -- edge`, `-- build` or `-- publish` takes one part. The numbers may be given in the environment.
 */
import process from 'node:process';
import { answerHelp } from './arguments.ts';

answerHelp(`试验故障，约一小时：生成中途断电、几个程序争用、磁盘写满、随机的修改历史；发布中途断电、断网；浏览次数统计断电、磁盘写满、伪造的请求；写稿台断电、两人同时保存。
  npm run test:faults
  npm run test:faults -- build    只试生成
  npm run test:faults -- publish  只试发布
  npm run test:faults -- edge     只试浏览次数统计
  npm run test:faults -- desk     只试写稿台
次数写在环境变量里：KILL_ROUNDS、LOCK_ROUNDS、BUILD_KILLS、HISTORY_EDITS、HISTORY_SEARCH_EVERY、HISTORY_SEED、PUBLISH_KILLS、PUBLISH_HISTORIES、DESK_SAVES、DESK_KILLS。`);

const LONG: Readonly<Record<string, string>> = {
  // Of the view counter.
  KILL_ROUNDS: '30',
  // Of builds.
  LOCK_ROUNDS: '200',
  BUILD_KILLS: '60',
  HISTORY_EDITS: '60',
  HISTORY_COMPARED_EVERY: '1',
  HISTORY_SEARCH_EVERY: '1',
  // Of publications.
  PUBLISH_KILLS: '50',
  PUBLISH_HISTORIES: '60',
  // Of the desk.
  DESK_SAVES: '1000',
  DESK_KILLS: '100',
};
for (const [name, value] of Object.entries(LONG)) process.env[name] ??= value;
const FILES: Readonly<Record<string, readonly string[]>> = {
  edge: ['tests/edge/faults'],
  build: [
    'tests/unit/system/lock.test.ts',
    'tests/e2e/build/faults',
    'tests/e2e/build/incremental.test.ts',
  ],
  publish: ['tests/unit/publish/release', 'tests/edge/publish', 'tests/e2e/publish'],
  desk: ['tests/e2e/desk/faults'],
};
const [part = '', ...rest] = process.argv.splice(2);
const given = part === '' ? Object.values(FILES).flat() : [part];
process.argv.push(...(FILES[part] ?? given), ...rest);
await import('./test.ts');
