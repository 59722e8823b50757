/** The site's function over one of `WAYS`, in a process of its own: `views-server.ts <way> <dist> <file>`. */
import { serve, type ServerRequest } from 'srvx';
import { reportErrors } from '../../src/views/report-errors.ts';
import { DEFAULT_SET_UP } from '../../src/views/set-up.ts';
import { createSiteHandler } from '../../src/server/site-handler.ts';
import { WAYS } from './views-stores.ts';

const [way = '', dist = '', file = ''] = process.argv.slice(2);
const store = WAYS[way]?.(file);
if (!store) throw new Error(`There is no way ${way}`);
const server = serve({
  fetch: createSiteHandler({
    dist,
    store,
    setUp: { ...DEFAULT_SET_UP, requestsAMinute: Infinity },
    peerAddress: ({ ip }: ServerRequest) => ip ?? '',
    trustProxy: ['loopback'],
    onError: reportErrors(),
  }),
  port: 0,
  hostname: '127.0.0.1',
  silent: true,
});
await server.ready();
console.log(server.url);
