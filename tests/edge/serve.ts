/** A server in a process of its own, to be killed: `node serve.ts <dist> <database>` prints its address. */
import { startServer } from '../../src/edge/node-server.ts';

const [dist, database] = process.argv.slice(2);
if (dist === undefined || database === undefined) throw new Error('Usage: serve.ts DIST DATABASE');
const { url } = await startServer({ dist, database, port: 0 });
process.stdout.write(`${url}\n`);
