/** npm run test:faults: the faults of the view counter, with thirty kills or as many as KILL_ROUNDS says. */
import process from 'node:process';
import { answerHelp } from './arguments.ts';

answerHelp(`试验浏览次数统计的故障：断电、磁盘写满、伪造的请求。
  npm run test:faults
环境变量 KILL_ROUNDS 写断电多少次，默认 30。`);

process.env['KILL_ROUNDS'] ??= '30';
process.argv.push('--project', 'edge', 'tests/edge/faults');
await import('./test.ts');
