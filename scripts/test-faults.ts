/** npm run test:faults: the faults of the view counter, with thirty kills or as many as KILL_ROUNDS says. */
import process from 'node:process';

process.env['KILL_ROUNDS'] ??= '30';
process.argv.push('--project', 'edge', 'tests/edge/faults');
await import('./test.ts');
